import { demandQuietPdf } from '#capabilities/signatures/uploads/demand-quiet-pdf.ts'
import { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam, pageParam, param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayKeepUnits } from '../access.ts'
import type { UnitPieces } from '../pieces.ts'
import { findUnits, levelsOn, namesOn } from '../queries.ts'
import { unitRuleWords } from '../rule-words.ts'
import { correctDeed, correctDeedInput } from './correct-deed.ts'
import { deedKinds } from './deed.ts'
import { nameAwardingOffice, nameAwardingOfficeInput } from './name-awarding-office.ts'
import { CorrectPage, DeedListPage, DeedPage, deedTitle, KindsPage, UndoPage } from './pages/deed-pages.tsx'
import { OfficePage } from './pages/office-page.tsx'
import { RecordPage } from './pages/record-page.tsx'
import { lineagePaths, recordPath } from './paths.ts'
import { allDeeds, awardingOffices, deedById, unitsOfEndedLevels } from './queries.ts'
import { recordDeed, recordDeedInput } from './record-deed.ts'
import { undoDeed, undoDeedInput } from './undo-deed.ts'
import { words } from './words.ts'

const head = (title: string) => ({ title, shell: 'workspace' as const, help: 'sap-xep-don-vi' })
const today = (c: WebContext) => dayOf(c.var.now)
const deedsOnPage = 20
const deedOf = (c: WebContext) => deedById(c.var.db, idParam(c, 'deed'))

async function showList(c: WebContext) {
  const { db, locale } = c.var
  const page = pageParam(c)
  const { deeds, total } = await allDeeds(db, { page, size: deedsOnPage })
  const props = { locale, deeds, page, last: Math.ceil(total / deedsOnPage), mayKeep: mayKeepUnits(actorOf(c)) }
  const levelsOver = props.mayKeep ? await unitsOfEndedLevels(db, today(c)) : []
  return c.render(<DeedListPage {...props} levelsOver={levelsOver} />, head(words(locale).title))
}

const uuids = z.array(z.uuid())

/** The units chosen so far, as the address names them; what is no id there is nobody. */
function chosenIn(c: WebContext, name: string): string[] {
  const given = (c.req.query(name) ?? '').split(',').filter((id) => id !== '')
  return uuids.safeParse(given).data ?? []
}

function showKinds(c: WebContext) {
  const t = words(c.var.locale)
  const before = chosenIn(c, 'truoc')
  const hrefOf = (kind: string) => recordPath({ kind, before })
  return c.render(<KindsPage locale={c.var.locale} hrefOf={hrefOf} />, head(t.chooseKind))
}

const kindOf = (c: WebContext) => found(deedKinds.find((kind) => kind === param(c, 'kind')))

async function namedUnits(c: WebContext, units: readonly string[]) {
  const names = await namesOn(c.var.db, units, today(c))
  return units.flatMap((id) => {
    const name = names.get(id)
    return name === undefined ? [] : [{ id, full_name: name.full_name }]
  })
}

async function searchUnits(c: WebContext) {
  const text = c.req.query('q') ?? ''
  return { text, ...(await findUnits(c.var.db, { text, day: today(c), status: 'active', size: 20 })) }
}

async function showRecord(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const kind = kindOf(c)
  const props = {
    locale,
    kind,
    form,
    before: await namedUnits(c, chosenIn(c, 'truoc')),
    after: await namedUnits(c, chosenIn(c, 'sau')),
    search: await searchUnits(c),
    levels: await levelsOn(db, today(c)),
  }
  const t = words(locale)
  return c.render(<RecordPage {...props} />, head(t.recordTitle(t.kinds[kind])))
}

const record = (pieces: UnitPieces) => (c: WebContext) =>
  answerForm(c, {
    schema: recordDeedInput.omit({ kind: true }),
    run: async (input, files) => {
      const bytes = await files.get('document')?.arrayBuffer()
      const document = bytes === undefined ? undefined : new Uint8Array(bytes)
      if (document) await demandQuietPdf(pieces.pdfs, document)
      const recording = { files: pieces.files, announce: pieces.announce, now: c.var.now, document }
      return lineagePaths.deed(await recordDeed(c.var.db, actorOf(c), { ...input, kind: kindOf(c) }, recording))
    },
    again: (form) => showRecord(c, form),
    words: unitRuleWords,
  })

async function showDeed(c: WebContext) {
  const { db, locale } = c.var
  const deed = await deedOf(c)
  const t = words(locale)
  const history = tellHistory(await historyOf(db, deed.id), t.deeds)
  const props = { locale, deed, history, mayKeep: mayKeepUnits(actorOf(c)) }
  return c.render(<DeedPage {...props} />, head(deedTitle(t, deed.kind)))
}

/** A scan may hold script: the browser gets the bytes as a download that can do nothing here. */
const sendDocument = (pieces: UnitPieces) => async (c: WebContext) => {
  const sha256 = found((await deedOf(c)).document_sha256)
  const file = c.var.db.selectFrom('stored_file').select('media_type').where('sha256', '=', sha256)
  const { media_type } = await file.executeTakeFirstOrThrow()
  const ending = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' }[media_type] ?? 'bin'
  return new Response(Buffer.from(await pieces.files.get(sha256)), {
    headers: {
      'content-type': media_type,
      'content-disposition': `attachment; filename="van-ban-sap-xep-${sha256.slice(0, 8)}.${ending}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

async function showCorrect(c: WebContext, form: ReturnedForm = emptyForm) {
  const { locale } = c.var
  return c.render(<CorrectPage locale={locale} deed={await deedOf(c)} form={form} />, head(words(locale).correctTitle))
}

const correct = (c: WebContext) =>
  answerForm(c, {
    schema: correctDeedInput.omit({ deed: true }),
    run: async (input) => {
      const deed = idParam(c, 'deed')
      await correctDeed(c.var.db, actorOf(c), { ...input, deed }, c.var.now)
      return lineagePaths.deed(deed)
    },
    again: (form) => showCorrect(c, form),
    words: unitRuleWords,
  })

async function showUndo(c: WebContext, form: ReturnedForm = emptyForm) {
  const { locale } = c.var
  return c.render(<UndoPage locale={locale} deed={await deedOf(c)} form={form} />, head(words(locale).undoTitle))
}

const undo = (pieces: UnitPieces) => (c: WebContext) =>
  answerForm(c, {
    schema: undoDeedInput.omit({ deed: true }),
    run: async (input) => {
      const deed = idParam(c, 'deed')
      await undoDeed(c.var.db, actorOf(c), { ...input, deed }, { now: c.var.now, announce: pieces.announce })
      return lineagePaths.deed(deed)
    },
    again: (form) => showUndo(c, form),
    words: unitRuleWords,
  })

async function showOffice(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const props = {
    locale,
    form,
    offices: await awardingOffices(db),
    mayKeep: mayKeepUnits(actorOf(c)),
    search: await searchUnits(c),
  }
  return c.render(<OfficePage {...props} />, head(words(locale).awardingOffice))
}

const nameOffice = (c: WebContext) =>
  answerForm(c, {
    schema: nameAwardingOfficeInput,
    run: async (input) => {
      await nameAwardingOffice(c.var.db, actorOf(c), input, c.var.now)
      return lineagePaths.office
    },
    again: (form) => showOffice(c, form),
    words: unitRuleWords,
  })

export const lineageRoutes = (pieces: UnitPieces): Route[] => [
  get(lineagePaths.list, 'signed-in', showList),
  get(lineagePaths.kinds, mayKeepUnits, showKinds),
  get(lineagePaths.record(':kind'), mayKeepUnits, (c) => showRecord(c)),
  post(lineagePaths.record(':kind'), mayKeepUnits, record(pieces)),
  get(lineagePaths.deed(':deed'), 'signed-in', showDeed),
  get(lineagePaths.document(':deed'), 'signed-in', sendDocument(pieces)),
  get(lineagePaths.correct(':deed'), mayKeepUnits, (c) => showCorrect(c)),
  post(lineagePaths.correct(':deed'), mayKeepUnits, correct),
  get(lineagePaths.undo(':deed'), mayKeepUnits, (c) => showUndo(c)),
  post(lineagePaths.undo(':deed'), mayKeepUnits, undo(pieces)),
  get(lineagePaths.office, 'signed-in', (c) => showOffice(c)),
  post(lineagePaths.office, mayKeepUnits, nameOffice),
]
