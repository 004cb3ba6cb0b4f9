import { yearById } from '#domains/blocs/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Round } from '../rounds/round.ts'
import { isOwed } from './assignment.ts'
import { crossPaths } from './paths.ts'
import { assignmentsOfRound } from './queries.ts'

const assessKey = (round: string, unit: string) => `scoring.assess ${round} ${unit}`
const vacantKey = (round: string) => `scoring.vacant ${round}`
const objectionKey = (id: string) => `scoring.objection ${id}`

async function placeOf(tx: Tx, round: Round) {
  const year = await yearById(tx, round.bloc_year_id)
  const facts = { bloc: year.bloc.short_name, year: year.label, round: round.name }
  return { path: crossPaths.overview(year.bloc.slug, year.slug, round.id), facts, blocYear: year.id }
}

/** One task a unit for all that it still has to assess, and one for the head while a place is empty. */
export async function keepCrossTasks(tx: Tx, now: Date, round: Round, head: string | undefined): Promise<void> {
  const assignments = await assignmentsOfRound(tx, round.id)
  const place = await placeOf(tx, round)
  for (const unit of new Set(assignments.map((one) => one.assessor_unit_id))) {
    const owed = assignments.filter((one) => one.assessor_unit_id === unit && isOwed(one)).length
    const key = assessKey(round.id, unit)
    if (owed === 0) await closeTask(tx, now, key)
    else {
      const facts = { ...place.facts, count: owed }
      await openTask(tx, now, { key, kind: 'scoring.assess', unit, ...place, facts, dueOn: round.cross_due_on })
    }
  }
  const vacant = vacanciesOf(assignments).length
  if (vacant === 0 || head === undefined) await closeTask(tx, now, vacantKey(round.id))
  else {
    const facts = { ...place.facts, count: vacant }
    await openTask(tx, now, { key: vacantKey(round.id), kind: 'scoring.vacant', unit: head, ...place, facts })
  }
}

interface Turn {
  id: string
  state: string
  replaces: string | null
}

/** Turns that someone stepped back from and nobody took over. */
export const vacanciesOf = <Row extends Turn>(assignments: readonly Row[]): Row[] =>
  assignments.filter((one) => one.state === 'recused' && !assignments.some((other) => other.replaces === one.id))

interface Raised {
  id: string
  round: Round
  /** The unit that decides; nobody: the authority. */
  decider: string | undefined
}

export async function openObjectionTask(tx: Tx, now: Date, { id, round, decider }: Raised): Promise<void> {
  const { path: _overview, ...place } = await placeOf(tx, round)
  const year = await yearById(tx, round.bloc_year_id)
  const path = crossPaths.objection(year.bloc.slug, year.slug, round.id, id)
  const holder = decider === undefined ? ({ tenantRole: 'authority' } as const) : { unit: decider }
  await openTask(tx, now, { key: objectionKey(id), kind: 'scoring.objection', ...holder, ...place, path })
}

export const closeObjectionTask = (tx: Tx, now: Date, id: string) => closeTask(tx, now, objectionKey(id))
