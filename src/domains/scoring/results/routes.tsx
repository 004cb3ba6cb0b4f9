import { workbookMediaType } from '#capabilities/spreadsheets/write-workbook.ts'
import { writeList } from '#capabilities/spreadsheets/write-list.ts'
import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import type { BlocFact } from '#domains/blocs/bloc-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { namesOn } from '#domains/units/queries.ts'
import type { Announce } from '#platform/announcements.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found, NotFound } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { isMemberOf } from '#platform/actor.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayRunRounds, seesRounds } from '../access.ts'
import { petitionPaths } from '../petitions/paths.ts'
import { scoringPaths, sheetAddress } from '../paths.ts'
import { roundById } from '../rounds/queries.ts'
import { words as roundWords } from '../rounds/words.ts'
import type { Round } from '../rounds/round.ts'
import { sheetsOfRound } from '../sheets/queries.ts'
import { words as scoringWords } from '../words.ts'
import { announceResult, announceResultInput } from './announce-result.ts'
import { crossGiven } from './cross-given.ts'
import { decideTie, decideTieInput } from './decide-tie.ts'
import { finishResult, finishResultInput } from './finish-result.ts'
import { keepMeasures, keepMeasuresInput } from './keep-measures.ts'
import { currentResult } from './keep-result.ts'
import { levellingSigns, type LevellingSign } from './levelling.ts'
import { ClosingPage } from './pages/closing-page.tsx'
import { ResultPage } from './pages/result-page.tsx'
import { resultPaths } from './paths.ts'
import { measuresOf, percentsBefore, resultsOfRound, tieDecisions, type KeptResult } from './queries.ts'
import type { RankedUnit } from './result.ts'
import { resultSheet } from './result-sheet.ts'
import { words } from './words.ts'

const ruleWords = { results: words, rounds: roundWords }

interface RoundAt {
  year: BlocYearRow
  round: Round
  at: readonly [bloc: string, label: string, round: string]
}

async function roundAt(c: WebContext): Promise<RoundAt> {
  const year = await readYear(c)
  const round = await roundById(c.var.db, idParam(c, 'round'))
  if (round.bloc_year_id !== year.id) throw new NotFound()
  demand(seesRounds(actorOf(c), year.id))
  return { year, round, at: [year.bloc.slug, year.slug, round.id] }
}

const headOf = ({ year }: RoundAt, title: string) => ({ ...yearHead(year, title), help: 'chot-ket-qua-cham-diem' })

const crumbsOf = (c: WebContext, { year, round, at }: RoundAt) => [
  { label: scoringWords(c.var.locale).scoring, href: scoringPaths.year(year.bloc.slug, year.slug) },
  { label: round.name, href: scoringPaths.round(...at) },
]

/** What both pages say of units: their names, and where the sheet of each stands. */
async function unitsOf(c: WebContext, { year, round }: RoundAt, units: readonly RankedUnit[]) {
  const ids = units.map(({ unit }) => unit)
  const names = await namesOn(c.var.db, ids, year.ends_on)
  const sheets = await sheetsOfRound(c.var.db, round.id)
  const own = new Map(sheets.toReversed().map((sheet) => [sheet.unit_id, sheet]))
  return {
    nameOf: (unit: string) => names.get(unit)?.short_name ?? '',
    sheetOf: (unit: string) => {
      const sheet = own.get(unit)
      return sheet && scoringPaths.sheet(...sheetAddress(year, sheet))
    },
  }
}

async function signsOf(
  c: WebContext,
  { year, round }: RoundAt,
  units: readonly RankedUnit[],
): Promise<LevellingSign[]> {
  const { db } = c.var
  return levellingSigns({
    units,
    measures: await measuresOf(db, round.id),
    before: await percentsBefore(db, year.id),
    given: await crossGiven(db, round.id),
  })
}

function hrefsOf(c: WebContext, { year, round, at }: RoundAt) {
  const actor = actorOf(c)
  const mayFile = round.state === 'provisional' && isMemberOf(actor, year.id)
  const mayClose = round.state !== 'final' && mayRunRounds(actor, year.id)
  return {
    petitions: petitionPaths.list(...at),
    file: mayFile ? petitionPaths.file(...at) : undefined,
    closing: mayClose ? resultPaths.closing(...at) : undefined,
    workbook: resultPaths.workbook(...at),
  }
}

/** How units stood in the provisional result, once there is a final one. */
function provisionalOf(kept: readonly KeptResult[]) {
  if (kept[0]?.kind !== 'final') return undefined
  const units = kept.find(({ kind }) => kind === 'provisional')?.content.units ?? []
  return new Map(units.map((unit) => [unit.unit, unit]))
}

async function show(c: WebContext) {
  const shown = await roundAt(c)
  const { year, round } = shown
  const { db, locale } = c.var
  const kept = await resultsOfRound(db, round.id)
  const [latest] = kept
  const units = latest?.content.units ?? []
  const page = (
    <ResultPage
      crumbs={crumbsOf(c, shown)}
      over={words(locale).under(year.bloc.name, year.slug)}
      kept={latest}
      provisional={provisionalOf(kept)}
      signs={await signsOf(c, shown, units)}
      decisions={latest === undefined ? [] : await tieDecisions(db, round.id)}
      {...await unitsOf(c, shown, units)}
      until={round.state === 'provisional' ? round.petition_until : null}
      hrefs={hrefsOf(c, shown)}
    />
  )
  return c.render(page, headOf(shown, words(locale).heading))
}

async function download(c: WebContext) {
  const { year, round } = await roundAt(c)
  const [latest] = await resultsOfRound(c.var.db, round.id)
  const sheet = resultSheet(found(latest), { round: round.name, bloc: year.bloc.name, year: year.slug }, c.var.locale)
  return c.body(new Uint8Array(await writeList(sheet)), 200, {
    'content-type': workbookMediaType,
    'content-disposition': 'attachment; filename="ket-qua-cham-diem.xlsx"',
  })
}

type Forms = Partial<Record<'tie' | 'measures' | 'closing', ReturnedForm>>

async function showClosing(c: WebContext, forms: Forms = {}) {
  const shown = await roundAt(c)
  const { year, round, at } = shown
  demand(mayRunRounds(actorOf(c), year.id))
  const { db, now, locale } = c.var
  const result = await currentResult(db, round, dayOf(now))
  const page = (
    <ClosingPage
      crumbs={crumbsOf(c, shown)}
      over={words(locale).under(year.bloc.name, year.slug)}
      round={round}
      result={result}
      signs={await signsOf(c, shown, result.units)}
      measures={await measuresOf(db, round.id)}
      {...await unitsOf(c, shown, result.units)}
      forms={{ tie: emptyForm, measures: emptyForm, closing: emptyForm, ...forms }}
      hrefs={{
        announcement: resultPaths.announcement(...at),
        finish: resultPaths.finish(...at),
        measures: resultPaths.measures(...at),
        tie: resultPaths.tie(...at),
      }}
    />
  )
  return c.render(page, headOf(shown, words(locale).closingHeading))
}

async function decide(c: WebContext) {
  const { round, at } = await roundAt(c)
  return answerForm(c, {
    schema: decideTieInput.omit({ round: true }),
    run: async (input) => {
      await decideTie(c.var.db, actorOf(c), { ...input, round: round.id }, c.var.now)
      return resultPaths.closing(...at)
    },
    again: (tie) => showClosing(c, { tie }),
    words: ruleWords,
  })
}

async function keep(c: WebContext) {
  const { round, at } = await roundAt(c)
  return answerForm(c, {
    schema: keepMeasuresInput.omit({ round: true }),
    run: async (input) => {
      await keepMeasures(c.var.db, actorOf(c), { ...input, round: round.id }, c.var.now)
      return resultPaths.closing(...at)
    },
    again: (measures) => showClosing(c, { measures }),
    words: ruleWords,
  })
}

const announceIn = (announce: Announce<BlocFact>) => async (c: WebContext) => {
  const { round, at } = await roundAt(c)
  return answerForm(c, {
    schema: announceResultInput.omit({ round: true }),
    run: async (input) => {
      await announceResult(c.var.db, actorOf(c), { ...input, round: round.id }, { now: c.var.now, announce })
      return resultPaths.result(...at)
    },
    again: (closing) => showClosing(c, { closing }),
    words: ruleWords,
  })
}

const finishIn = (announce: Announce<BlocFact>) => async (c: WebContext) => {
  const { round, at } = await roundAt(c)
  return answerForm(c, {
    schema: finishResultInput.omit({ round: true }),
    run: async (input) => {
      await finishResult(c.var.db, actorOf(c), { ...input, round: round.id }, { now: c.var.now, announce })
      return resultPaths.result(...at)
    },
    again: (closing) => showClosing(c, { closing }),
    words: ruleWords,
  })
}

const one = [':bloc', ':year', ':round{[0-9a-f-]{36}}'] as const

export const resultRoutes = ({ announce }: { announce: Announce<BlocFact> }): Route[] => [
  get(resultPaths.result(...one), 'signed-in', show),
  get(resultPaths.workbook(...one), 'signed-in', download),
  get(resultPaths.closing(...one), 'signed-in', (c) => showClosing(c)),
  post(resultPaths.tie(...one), 'signed-in', decide),
  post(resultPaths.measures(...one), 'signed-in', keep),
  post(resultPaths.announcement(...one), 'signed-in', announceIn(announce)),
  post(resultPaths.finish(...one), 'signed-in', finishIn(announce)),
]
