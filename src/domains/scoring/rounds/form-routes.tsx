import { addDays, dayOf } from '#platform/clock.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { scoringPaths } from '../paths.ts'
import { tablePaths } from '../tables/paths.ts'
import { changeRound } from './change-round.ts'
import { RoundFormPage, type GivenRound } from './pages/round-form-page.tsx'
import { prepareRound } from './prepare-round.ts'
import { choosableTables, tablesOfRound } from './queries.ts'
import { readRoundForm } from './read-round-form.ts'
import { readRunRound, readRunYear, roundCrumbs, roundHead, type RoundAt } from './read-round.ts'
import { removeRound } from './remove-round.ts'
import type { Round } from './round.ts'
import { words } from './words.ts'

const ruleWords = { rounds: words, blocs: blocWords }
const usualPetitionDays = 5

/** Days to begin with: two weeks for each stage. */
function usualRound(c: WebContext, year: BlocYearRow): GivenRound {
  const today = dayOf(c.var.now)
  return {
    name: words(c.var.locale).form.usualName(year.label),
    selfDueOn: addDays(today, 14),
    crossDueOn: '',
    verifyDueOn: addDays(today, 42),
    petitionDays: String(usualPetitionDays),
    hasCross: false,
    tables: new Map(),
  }
}

async function givenOf(c: WebContext, round: Round): Promise<GivenRound> {
  const tables = await tablesOfRound(c.var.db, round.id)
  return {
    name: round.name,
    selfDueOn: round.self_due_on,
    crossDueOn: round.cross_due_on ?? '',
    verifyDueOn: round.verify_due_on,
    petitionDays: String(round.petition_days),
    hasCross: round.has_cross,
    tables: new Map(tables.map(({ version_id, factor }) => [version_id, factor.replace('.', ',')])),
  }
}

/** Tables of a round that is open stay to be seen, and sent, whatever was adopted since. */
async function choicesOf(c: WebContext, year: BlocYearRow, round: Round | undefined) {
  const choices = await choosableTables(c.var.db, year.bloc.id)
  if (round === undefined || round.state === 'preparing') return choices
  return (await tablesOfRound(c.var.db, round.id)).map((table) => ({ ...table, is_shared: false }))
}

async function showForm(c: WebContext, year: BlocYearRow, round: Round | undefined, form: ReturnedForm = emptyForm) {
  const at = [year.bloc.slug, year.slug] as const
  const t = words(c.var.locale).form
  const page = (
    <RoundFormPage
      crumbs={roundCrumbs(c, year, round)}
      over={`${year.bloc.short_name} ${year.label}`}
      isNew={round === undefined}
      isOpen={round !== undefined && round.state !== 'preparing'}
      choices={await choicesOf(c, year, round)}
      given={round === undefined ? usualRound(c, year) : await givenOf(c, round)}
      version={round?.version ?? 1}
      form={form}
      action={round === undefined ? scoringPaths.prepare(...at) : scoringPaths.change(...at, round.id)}
      back={round === undefined ? scoringPaths.year(...at) : scoringPaths.round(...at, round.id)}
      tables={tablePaths.list(year.bloc.slug)}
    />
  )
  return c.render(page, roundHead(year, round === undefined ? t.title : t.changeTitle))
}

async function prepare(c: WebContext) {
  const year = await readRunYear(c)
  return answerForm(c, {
    schema: readRoundForm,
    run: async ({ version: _version, ...said }) => {
      const id = await prepareRound(c.var.db, actorOf(c), { ...said, blocYear: year.id }, c.var.now)
      return scoringPaths.round(year.bloc.slug, year.slug, id)
    },
    again: (form) => showForm(c, year, undefined, form),
    words: ruleWords,
  })
}

const roundAddress = ({ year, round }: RoundAt) => scoringPaths.round(year.bloc.slug, year.slug, round.id)

async function change(c: WebContext) {
  const at = await readRunRound(c)
  return answerForm(c, {
    schema: readRoundForm,
    run: async (said) => {
      await changeRound(c.var.db, actorOf(c), { ...said, round: at.round.id }, c.var.now)
      return roundAddress(at)
    },
    again: (form) => showForm(c, at.year, at.round, form),
    words: ruleWords,
  })
}

async function remove(c: WebContext) {
  const { year, round } = await readRunRound(c)
  await removeRound(c.var.db, actorOf(c), { round: round.id }, c.var.now)
  return c.redirect(scoringPaths.year(year.bloc.slug, year.slug), 303)
}

const at = [':bloc', ':year'] as const

export const roundFormRoutes: readonly Route[] = [
  get(scoringPaths.prepare(...at), 'signed-in', async (c) => showForm(c, await readRunYear(c), undefined)),
  post(scoringPaths.prepare(...at), 'signed-in', prepare),
  get(scoringPaths.change(...at, ':round'), 'signed-in', async (c) => {
    const { year, round } = await readRunRound(c)
    return showForm(c, year, round)
  }),
  post(scoringPaths.change(...at, ':round'), 'signed-in', change),
  post(scoringPaths.removal(...at, ':round'), 'signed-in', remove),
]
