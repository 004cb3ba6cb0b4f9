import type { BlocFact } from '#domains/blocs/bloc-year.ts'
import type { Announce } from '#platform/announcements.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayRunRounds } from '../access.ts'
import { roundCrumbs, roundHead } from '../rounds/read-round.ts'
import { words as roundWords } from '../rounds/words.ts'
import { announceResult, announceResultInput } from './announce-result.ts'
import { countRound } from './count-round.ts'
import { decideTie } from './decide-tie.ts'
import { finishResult, finishResultInput } from './finish-result.ts'
import { keepMeasures, keepMeasuresInput } from './keep-measures.ts'
import { gatherDoubtful } from './gather-doubtful.ts'
import { ClosingPage } from './pages/closing-page.tsx'
import { resultPaths } from './paths.ts'
import { measuresOf, tieDecisions } from './queries.ts'
import { resultOf } from './result.ts'
import { words } from './words.ts'
import { readTieForm } from './read-tie-form.ts'
import { readResult, resultHelp, signsOf, unitsOf } from './read-result.ts'

const ruleWords = { results: words, rounds: roundWords }

type Forms = Partial<Record<'tie' | 'measures' | 'closing', ReturnedForm>>

/** The round of the address, for who closes it. */
async function readClosing(c: WebContext) {
  const shown = await readResult(c)
  demand(mayRunRounds(actorOf(c), shown.year.id))
  return shown
}

async function showClosing(c: WebContext, forms: Forms = {}) {
  const shown = await readClosing(c)
  const { year, round, at } = shown
  const { db, now, locale } = c.var
  const counted = await countRound(db, round, dayOf(now))
  const result = resultOf(counted, await tieDecisions(db, round.id))
  const page = (
    <ClosingPage
      crumbs={roundCrumbs(c, shown.year, shown.round)}
      over={words(locale).under(year.bloc.name, year.slug)}
      round={round}
      result={result}
      doubtful={await gatherDoubtful(db, year.id, counted)}
      year={{ bloc: year.bloc.slug, label: year.slug }}
      signs={await signsOf(c, shown, result.units)}
      measures={await measuresOf(db, round.id)}
      {...await unitsOf(c, shown)}
      forms={{ tie: emptyForm, measures: emptyForm, closing: emptyForm, ...forms }}
      hrefs={{
        announcement: resultPaths.announcement(...at),
        finish: resultPaths.finish(...at),
        measures: resultPaths.measures(...at),
        tie: resultPaths.tie(...at),
      }}
    />
  )
  return c.render(page, roundHead(shown.year, words(locale).closingHeading, resultHelp))
}

async function decide(c: WebContext) {
  const { round, at } = await readClosing(c)
  return answerForm(c, {
    schema: readTieForm,
    run: async (input) => {
      await decideTie(c.var.db, actorOf(c), { ...input, round: round.id }, c.var.now)
      return resultPaths.closing(...at)
    },
    again: (tie) => showClosing(c, { tie }),
    words: ruleWords,
  })
}

async function keep(c: WebContext) {
  const { round, at } = await readClosing(c)
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
  const { round, at } = await readClosing(c)
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
  const { round, at } = await readClosing(c)
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

export const closingRoutes = ({ announce }: { announce: Announce<BlocFact> }): Route[] => [
  get(resultPaths.closing(...one), 'signed-in', (c) => showClosing(c)),
  post(resultPaths.tie(...one), 'signed-in', decide),
  post(resultPaths.measures(...one), 'signed-in', keep),
  post(resultPaths.announcement(...one), 'signed-in', announceIn(announce)),
  post(resultPaths.finish(...one), 'signed-in', finishIn(announce)),
]
