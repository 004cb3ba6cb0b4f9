import { z } from 'zod'
import { dayWithin } from '#domains/blocs/bloc-year.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { evidenceOf } from '#domains/evidence/queries.ts'
import { subjectName } from '#domains/evidence/subject.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { idParam, pageParam, param } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { actsForMember } from '../access.ts'
import { movementHead, readMovementYear } from '../read-movement-year.ts'
import { filledFields } from '../ticks.ts'
import { addLogEntry, addLogEntryInput } from './add-log-entry.ts'
import { correctLogEntry, correctLogEntryInput } from './correct-log-entry.ts'
import { logKindRoutes, type LogPieces } from './kind-routes.tsx'
import { EntryPage } from './pages/entry-page.tsx'
import { LogPage } from './pages/list-page.tsx'
import { WritePage } from './pages/write-page.tsx'
import { entryPaths } from './paths.ts'
import { logEntries, logEntry, logKindOf, logKindsOf, versionsOfEntry } from './queries.ts'
import { withdrawLogEntry, withdrawLogEntryInput } from './withdraw-log-entry.ts'
import { words } from './words.ts'

const ruleWords = { entries: words, blocs: blocWords }
const help = 'hoat-dong-va-nhat-ky'
const entriesOnPage = 50

function filterOf(c: WebContext) {
  const unit = z.uuid().safeParse(c.req.query('don-vi')).data ?? ''
  const kind = c.req.query('loai')?.replaceAll('\0', '').slice(0, 80) ?? ''
  return { kind, unit, withOld: c.req.query('ca-cu') === '1' }
}

async function showLog(c: WebContext) {
  const { db, locale } = c.var
  const { year, at, members, ownUnit, isOpen, mayKeep } = await readMovementYear(c)
  const filter = filterOf(c)
  const page = pageParam(c)
  const { kind, unit, withOld } = filter
  const entries = await logEntries(db, {
    blocYear: year.id,
    kind: kind || undefined,
    unit: unit || undefined,
    withOld,
    page,
    size: entriesOnPage,
  })
  const props = {
    year,
    at,
    kinds: await logKindsOf(db, year.id),
    entries,
    members,
    filter,
    page: { number: page, last: Math.ceil((entries[0]?.total ?? 0) / entriesOnPage) },
    may: { write: isOpen && ownUnit !== undefined, keep: mayKeep },
  }
  return c.render(<LogPage {...props} />, movementHead(year, words(locale).title, help))
}

/** Figures stand in fields named after their numbers; an empty one is not said. */
const withValues = z.looseObject({}).transform((typed) => ({ ...typed, values: filledFields(typed, 'values.') }))

async function kindAt(c: WebContext) {
  const place = await readMovementYear(c)
  const unit = place.ownUnit
  demand(unit !== undefined && place.isOpen)
  const kind = await logKindOf(c.var.db, place.year.id, param(c, 'kind'))
  const unitName = place.members.find((member) => member.unit === unit)?.full_name ?? ''
  return { ...place, kind, unit, unitName }
}

async function showWrite(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, kind, unitName } = await kindAt(c)
  const today = dayWithin(dayOf(c.var.now), year)
  const props = { year, at, kind, unitName, today, id: newId(), entry: undefined, form }
  return c.render(<WritePage {...props} />, {
    ...movementHead(year, words(c.var.locale).writeOf(kind.name), help),
    entry: true,
  })
}

async function write(c: WebContext) {
  const { year, at, kind, unit, actor } = await kindAt(c)
  const which = { blocYear: year.id, unit, kind: kind.code }
  return answerForm(c, {
    schema: withValues.pipe(addLogEntryInput.omit({ blocYear: true, unit: true, kind: true })),
    run: async (input) => entryPaths.one(...at, await addLogEntry(c.var.db, actor, { ...input, ...which }, c.var.now)),
    again: (form) => showWrite(c, form),
    words: ruleWords,
  })
}

/** The entry of the address; who wrote for its unit may still correct the one that stands. */
async function entryAt(c: WebContext) {
  const place = await readMovementYear(c)
  const entry = await logEntry(c.var.db, place.year.id, idParam(c, 'entry'))
  const stands = entry.replaced_by === null && !entry.is_withdrawal
  const mayChange = place.isOpen && stands && actsForMember(place.actor, place.year.id, entry.unit_id)
  return { ...place, entry, mayChange, which: { blocYear: place.year.id, entry: entry.id } }
}

async function showEntry(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db } = c.var
  const { year, at, entry, mayChange } = await entryAt(c)
  const versions = await versionsOfEntry(db, year.id, entry.id)
  const first = versions.at(-1)?.id ?? entry.id
  const subject = { kind: 'log', id: first }
  const cited = (await evidenceOf(db, [subject])).get(subjectName(subject)) ?? []
  const props = { year, at, entry, versions, cited, first, mayChange, id: newId(), form }
  return c.render(<EntryPage {...props} />, movementHead(year, entry.kind_name, help))
}

async function showCorrect(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, entry, mayChange } = await entryAt(c)
  demand(mayChange)
  const kind = await logKindOf(c.var.db, year.id, entry.kind)
  const props = { year, at, kind, unitName: entry.unit, today: dayOf(c.var.now), id: newId(), entry, form }
  return c.render(<WritePage {...props} />, {
    ...movementHead(year, words(c.var.locale).correctTitle, help),
    entry: true,
  })
}

async function correct(c: WebContext) {
  const { at, which, actor } = await entryAt(c)
  return answerForm(c, {
    schema: withValues.pipe(correctLogEntryInput.omit({ blocYear: true, entry: true })),
    run: async (input) =>
      entryPaths.one(...at, await correctLogEntry(c.var.db, actor, { ...input, ...which }, c.var.now)),
    again: (form) => showCorrect(c, form),
    words: ruleWords,
  })
}

async function withdraw(c: WebContext) {
  const { at, which, actor } = await entryAt(c)
  return answerForm(c, {
    schema: withdrawLogEntryInput.omit({ blocYear: true, entry: true }),
    run: async (input) => {
      await withdrawLogEntry(c.var.db, actor, { ...input, ...which }, c.var.now)
      return entryPaths.list(...at)
    },
    again: (form) => showEntry(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}'] as const
const one = [...at, ':entry'] as const

export const entryRoutes = (pieces: LogPieces): Route[] => [
  ...logKindRoutes(pieces),
  get(entryPaths.list(...at), 'signed-in', showLog),
  get(entryPaths.write(...at, ':kind'), 'signed-in', (c) => showWrite(c)),
  post(entryPaths.write(...at, ':kind'), 'signed-in', write),
  get(entryPaths.one(...one), 'signed-in', (c) => showEntry(c)),
  get(entryPaths.correct(...one), 'signed-in', (c) => showCorrect(c)),
  post(entryPaths.correct(...one), 'signed-in', correct),
  post(entryPaths.withdrawal(...one), 'signed-in', withdraw),
]
