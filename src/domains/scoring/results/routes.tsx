import { workbookMediaType } from '#capabilities/spreadsheets/write-workbook.ts'
import { writeList } from '#capabilities/spreadsheets/write-list.ts'
import type { BlocFact } from '#domains/blocs/bloc-year.ts'
import type { Announce } from '#platform/announcements.ts'
import { answerForm } from '#platform/answer-form.ts'
import { found } from '#platform/errors.ts'
import { isMemberOf } from '#platform/actor.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayRunRounds } from '../access.ts'
import { petitionPaths } from '../petitions/paths.ts'
import { roundCrumbs, roundHead } from '../rounds/read-round.ts'
import { mayPetitionFor } from '../petitions/access.ts'
import { acceptResult, acceptResultInput } from './accept-result.ts'
import { ResultPage } from './pages/result-page.tsx'
import { resultPaths } from './paths.ts'
import { resultsOfRound, tieDecisions, acceptancesOf, type Acceptance, type KeptResult } from './queries.ts'
import { resultSheet } from './result-sheet.ts'
import { words } from './words.ts'
import { readResult, resultHelp, signsOf, unitsOf, type ResultAt } from './read-result.ts'
import { closingRoutes } from './closing-routes.tsx'

const ruleWords = { results: words }

function hrefsOf(c: WebContext, { year, round, at }: ResultAt) {
  const actor = actorOf(c)
  const mayFile = round.state === 'provisional' && isMemberOf(actor, year.id)
  const mayClose = round.state !== 'final' && mayRunRounds(actor, year.id)
  return {
    petitions: petitionPaths.list(...at),
    file: mayFile ? petitionPaths.file(...at) : undefined,
    closing: mayClose ? resultPaths.closing(...at) : undefined,
    workbook: resultPaths.workbook(...at),
    accept: resultPaths.acceptance(...at),
  }
}

/** How units stood in the provisional result, once there is a final one. */
function provisionalOf(kept: readonly KeptResult[]) {
  if (kept[0]?.kind !== 'final') return undefined
  const units = kept.find(({ kind }) => kind === 'provisional')?.content.units ?? []
  return new Map(units.map((unit) => [unit.unit, unit]))
}

/** Units that the reader leads, and that have said nothing yet. */
function mayAcceptFor(c: WebContext, { year, round }: ResultAt, accepted: readonly Acceptance[]): string[] {
  if (round.state !== 'provisional') return []
  const actor = actorOf(c)
  const said = new Set(accepted.map(({ unit_id }) => unit_id))
  const own = actor.memberships.filter(({ blocYear, unit }) => blocYear === year.id && mayPetitionFor(actor, unit))
  return own.map(({ unit }) => unit).filter((unit) => !said.has(unit))
}

async function show(c: WebContext, refused?: string) {
  const shown = await readResult(c)
  const { year, round } = shown
  const { db, locale } = c.var
  const kept = await resultsOfRound(db, round.id)
  const [latest] = kept
  const units = latest?.content.units ?? []
  const accepted = await acceptancesOf(db, round.id)
  const page = (
    <ResultPage
      crumbs={roundCrumbs(c, shown.year, shown.round)}
      over={words(locale).under(year.bloc.name, year.slug)}
      kept={latest}
      provisional={provisionalOf(kept)}
      signs={await signsOf(c, shown, units)}
      decisions={latest === undefined ? [] : await tieDecisions(db, round.id)}
      {...await unitsOf(c, shown)}
      accepted={accepted}
      mayAccept={mayAcceptFor(c, shown, accepted)}
      refused={refused}
      until={round.state === 'provisional' ? round.petition_until : null}
      hrefs={hrefsOf(c, shown)}
    />
  )
  return c.render(page, roundHead(shown.year, words(locale).heading, resultHelp))
}

async function accept(c: WebContext) {
  const { round, at } = await readResult(c)
  return answerForm(c, {
    schema: acceptResultInput.omit({ round: true }),
    run: async ({ unit }) => {
      await acceptResult(c.var.db, actorOf(c), { round: round.id, unit }, c.var.now)
      return resultPaths.result(...at)
    },
    again: (form) => show(c, form.refused),
    words: ruleWords,
  })
}

async function download(c: WebContext) {
  const { year, round } = await readResult(c)
  const [latest] = await resultsOfRound(c.var.db, round.id)
  const sheet = resultSheet(found(latest), { round: round.name, bloc: year.bloc.name, year: year.slug }, c.var.locale)
  return c.body(new Uint8Array(await writeList(sheet)), 200, {
    'content-type': workbookMediaType,
    'content-disposition': 'attachment; filename="ket-qua-cham-diem.xlsx"',
  })
}

const one = [':bloc', ':year', ':round{[0-9a-f-]{36}}'] as const

export const resultRoutes = ({ announce }: { announce: Announce<BlocFact> }): Route[] => [
  get(resultPaths.result(...one), 'signed-in', (c) => show(c)),
  post(resultPaths.acceptance(...one), 'signed-in', accept),
  get(resultPaths.workbook(...one), 'signed-in', download),
  ...closingRoutes({ announce }),
]
