import { evidenceOf } from '#domains/evidence/queries.ts'
import { subjectName } from '#domains/evidence/subject.ts'
import { isMemberOf } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { demand, NotFound } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { z } from 'zod'
import { tablesOfRound, tableOfVersion } from '../rounds/queries.ts'
import { roundCrumbs, roundHead } from '../rounds/read-round.ts'
import { readResult, resultHelp, unitsOf } from '../results/read-result.ts'
import { leafOf, leavesOf, printedIn } from '../sheets/leaf.ts'
import { sheetById, sheetsOfRound } from '../sheets/queries.ts'
import { readMarks } from '../sheets/read-entries.ts'
import { standingMarks } from '../figures/standing.ts'
import { mayAnswer, mayPetitionFor } from './access.ts'
import { answerPetition, answerPetitionInput } from './answer-petition.ts'
import { filePetition, filePetitionInput } from './file-petition.ts'
import { FilePetitionPage, PetitionPage, PetitionsPage } from './pages/petition-pages.tsx'
import { petitionPaths } from './paths.ts'
import { petitionCan, type Petition } from './petition.ts'
import { petitionById, petitionsOfRound } from './queries.ts'
import { withdrawPetition } from './withdraw-petition.ts'
import { words } from './words.ts'

const ruleWords = { petitions: words }

async function roundAt(c: WebContext) {
  const shown = await readResult(c)
  return { ...shown, nameOf: (await unitsOf(c, shown)).nameOf }
}
type PetitionsAt = Awaited<ReturnType<typeof roundAt>>

const headOf = (c: WebContext, { year }: PetitionsAt) => roundHead(year, words(c.var.locale).heading, resultHelp)

const crumbsOf = (c: WebContext, { year, round, at }: PetitionsAt, isWithin = false) => [
  ...roundCrumbs(c, year, round),
  ...(isWithin ? [{ label: words(c.var.locale).heading, href: petitionPaths.list(...at) }] : []),
]

async function showList(c: WebContext) {
  const shown = await roundAt(c)
  const { round, at, year, nameOf } = shown
  const mayFile = round.state === 'provisional' && isMemberOf(actorOf(c), year.id)
  const page = (
    <PetitionsPage
      crumbs={crumbsOf(c, shown)}
      over={round.name}
      petitions={await petitionsOfRound(c.var.db, round.id)}
      hrefOf={({ id }) => petitionPaths.petition(id, ...at)}
      nameOf={nameOf}
      file={mayFile ? petitionPaths.file(...at) : undefined}
    />
  )
  return c.render(page, headOf(c, shown))
}

/** Sheets and criteria of all tables of the round, to choose from. */
async function choicesOf(c: WebContext, { round, nameOf }: PetitionsAt) {
  const { db, locale } = c.var
  const t = words(locale)
  const sheets = await sheetsOfRound(db, round.id)
  const tables = await tablesOfRound(db, round.id)
  const codes = []
  for (const { version_id } of tables) {
    const leaves = leavesOf(await tableOfVersion(db, version_id))
    codes.push(...leaves.map(({ code, title }) => ({ value: code, label: `${code} ${printedIn(title, locale)}` })))
  }
  return {
    sheets: sheets.map(({ id, unit_id, title }) => ({
      value: id,
      label: tables.length > 1 ? `${nameOf(unit_id)}, ${title}` : nameOf(unit_id),
    })),
    codes: [{ value: '', label: t.wholeSheet }, ...codes],
  }
}

async function showFile(c: WebContext, form: ReturnedForm = emptyForm) {
  const shown = await roundAt(c)
  const { round, at, year, nameOf } = shown
  const actor = actorOf(c)
  demand(isMemberOf(actor, year.id))
  const own = actor.memberships.filter((held) => held.blocYear === year.id && mayPetitionFor(actor, held.unit))
  const page = (
    <FilePetitionPage
      crumbs={crumbsOf(c, shown, true)}
      over={round.name}
      form={form}
      action={petitionPaths.file(...at)}
      back={petitionPaths.list(...at)}
      until={round.petition_until ?? ''}
      units={own.map(({ unit }) => ({ value: unit, label: nameOf(unit) }))}
      {...await choicesOf(c, shown)}
    />
  )
  return c.render(page, headOf(c, shown))
}

async function file(c: WebContext) {
  const { year, round, at } = await roundAt(c)
  demand(isMemberOf(actorOf(c), year.id))
  return answerForm(c, {
    schema: filePetitionInput.omit({ round: true }),
    run: async (input) => {
      const id = await filePetition(c.var.db, actorOf(c), { ...input, round: round.id }, c.var.now)
      return petitionPaths.petition(id, ...at)
    },
    again: (form) => showFile(c, form),
    words: ruleWords,
  })
}

async function petitionAt(c: WebContext) {
  const shown = await roundAt(c)
  const petition = await petitionById(c.var.db, idParam(c))
  if (petition.round_id !== shown.round.id) throw new NotFound()
  return { shown, petition }
}

/** The criterion as printed, and what counts for it now. */
async function criterionOf(c: WebContext, { sheet_id, code }: Petition) {
  if (code === '') return { criterion: '', pointsNow: null }
  const { db, locale } = c.var
  const sheet = await sheetById(db, sheet_id)
  const leaf = leafOf(await tableOfVersion(db, sheet.version_id), code)
  const marks = standingMarks(await readMarks(db, [sheet_id]), 'authority', 'median')
  const points = marks.get(code)?.points ?? null
  return {
    criterion: `${code} ${printedIn(leaf?.title, locale)}`,
    pointsNow: points === null || points.includes('/') ? null : points,
  }
}

async function show(c: WebContext, form: ReturnedForm = emptyForm) {
  const { shown, petition } = await petitionAt(c)
  const { at, nameOf, round } = shown
  const actor = actorOf(c)
  const isOpen = petitionCan('answer', petition)
  const isOwn = mayPetitionFor(actor, petition.unit_id)
  const subject = { kind: 'petition', id: petition.id }
  const page = (
    <PetitionPage
      crumbs={crumbsOf(c, shown, true)}
      over={round.name}
      petition={petition}
      {...await criterionOf(c, petition)}
      nameOf={nameOf}
      cited={(await evidenceOf(c.var.db, [subject])).get(subjectName(subject)) ?? []}
      place={{ bloc: at[0], year: at[1] }}
      mayAdd={isOpen && actor.units.some(({ unit }) => unit === petition.unit_id)}
      mayAnswer={isOpen && mayAnswer(actor, petition)}
      mayWithdraw={isOpen && isOwn}
      form={form}
      hrefs={{
        answer: petitionPaths.answer(petition.id, ...at),
        withdrawal: petitionPaths.withdrawal(petition.id, ...at),
      }}
    />
  )
  return c.render(page, headOf(c, shown))
}

async function answer(c: WebContext) {
  const { shown, petition } = await petitionAt(c)
  demand(mayAnswer(actorOf(c), petition))
  return answerForm(c, {
    schema: answerPetitionInput.omit({ id: true }),
    run: async (input) => {
      await answerPetition(c.var.db, actorOf(c), { ...input, id: petition.id }, c.var.now)
      return petitionPaths.petition(petition.id, ...shown.at)
    },
    again: (form) => show(c, form),
    words: ruleWords,
  })
}

async function withdraw(c: WebContext) {
  const { shown, petition } = await petitionAt(c)
  demand(mayPetitionFor(actorOf(c), petition.unit_id))
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await withdrawPetition(c.var.db, actorOf(c), { id: petition.id }, c.var.now)
      return petitionPaths.petition(petition.id, ...shown.at)
    },
    again: (form) => show(c, form),
    words: ruleWords,
  })
}

const one = [':bloc', ':year', ':round{[0-9a-f-]{36}}'] as const

export const petitionRoutes = (): Route[] => [
  get(petitionPaths.list(...one), 'signed-in', showList),
  get(petitionPaths.file(...one), 'signed-in', (c) => showFile(c)),
  post(petitionPaths.file(...one), 'signed-in', file),
  get(petitionPaths.petition(':id', ...one), 'signed-in', (c) => show(c)),
  post(petitionPaths.answer(':id', ...one), 'signed-in', answer),
  post(petitionPaths.withdrawal(':id', ...one), 'signed-in', withdraw),
]
