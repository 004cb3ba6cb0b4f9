import { z } from 'zod'
import { dayOf } from '#platform/clock.ts'
import { emptyForm, readForm, type FormState } from '#platform/form.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { deriveCriterion } from '../engine/derive.ts'
import { readyTable } from '../engine/ready-table.ts'
import { scoreUnits } from '../engine/score-units.ts'
import { checkTable } from '../table/check-table.ts'
import type { ScoreFacts } from '../table/score-facts.ts'
import type { ScoreTable } from '../table/score-table.ts'
import { tablePaths } from '../tables/paths.ts'
import { parsedTable, versionById, versionsOfBloc, type TableVersion } from '../tables/queries.ts'
import { headOf, readVersion } from '../tables/read-place.ts'
import { wordsOf } from '../tables/table-content.ts'
import { nodesOf } from '../tables/table-tree.ts'
import { gatherSimulation } from './gather-simulation.ts'
import { SimulationPage } from './pages/simulation-page.tsx'
import { TrialPage } from './pages/trial-page.tsx'
import { readTrial, trialUnits } from './trial-facts.ts'
import { words } from './words.ts'

const isBroken = (table: ScoreTable) => checkTable(table).some(({ severity }) => severity === 'error')

interface Tried {
  form: FormState
  facts?: ScoreFacts
}

/** What the rules say of the first unit, leaf by leaf. */
function resultsOf(table: ScoreTable, facts: ScoreFacts) {
  const ready = readyTable(table)
  const leaves = nodesOf(table.sections).filter(({ node }) => node.children === undefined)
  const why = leaves.map(({ node }) => deriveCriterion(ready, facts, trialUnits[0], node.code))
  return { result: scoreUnits(ready, facts), why }
}

async function showTrial(c: WebContext, { form, facts }: Tried = { form: emptyForm }) {
  const place = await readVersion(c)
  const table = parsedTable(place.version)
  const broken = isBroken(table)
  const tried = facts === undefined || broken ? { result: undefined, why: [] } : resultsOf(table, facts)
  const page = (
    <TrialPage at={place.at} version={place.version} table={table} form={form} isBroken={broken} {...tried} />
  )
  return c.render(page, headOf(place, words(c.var.locale).trial.title))
}

async function tryOut(c: WebContext) {
  const { version } = await readVersion(c)
  const { typed } = await readForm(c, z.object({}))
  const t = words(c.var.locale).trial
  const { facts, wrong } = readTrial(parsedTable(version), typed, t.units)
  if (wrong.length === 0) return showTrial(c, { form: { typed, errors: [] }, facts })
  c.status(422)
  return showTrial(c, { form: { typed, errors: wrong.map((field) => ({ field, message: t.fault })) } })
}

/** A fact by its label, a judged criterion by its title. */
function namesIn(table: ScoreTable) {
  const names = new Map(nodesOf(table.sections).map(({ node }) => [node.code, `${node.code} ${wordsOf(node.title)}`]))
  return (key: string) => {
    const fact = table.facts[key]
    return fact === undefined ? (names.get(key) ?? key) : wordsOf(fact.label)
  }
}

async function showSimulation(c: WebContext) {
  const place = await readVersion(c)
  const { db, locale, now } = c.var
  const { version, years, at, bloc } = place
  const others = (await versionsOfBloc(db, bloc.id)).filter(({ id }) => id !== version.id)
  const other = others.find(({ id }) => id === c.req.query('voi'))
  const year = years.find(({ slug }) => slug === c.req.query('nam'))
  const table = parsedTable(version)
  const broken = isBroken(table)
  const simulate = async (one: TableVersion | undefined) =>
    one === undefined || year === undefined || broken
      ? undefined
      : gatherSimulation(db, parsedTable(one), { year, today: dayOf(now), locale })
  const page = (
    <SimulationPage
      at={at}
      version={version}
      years={years}
      year={year ?? years[1] ?? years[0]}
      others={others}
      other={other}
      result={await simulate(version)}
      besides={await simulate(other && (await versionById(db, other.id)))}
      nameOf={namesIn(table)}
      isBroken={broken}
    />
  )
  return c.render(page, headOf(place, words(locale).simulation.title))
}

const at = [':bloc', ':table', ':number'] as const

/** What a table would give: for imagined units, and for those of a past year. */
export const simulationRoutes: Route[] = [
  get(tablePaths.trial(...at), 'signed-in', (c) => showTrial(c)),
  post(tablePaths.trial(...at), 'signed-in', tryOut),
  get(tablePaths.simulation(...at), 'signed-in', showSimulation),
]
