import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { moveStopForAct } from '#domains/blocs/move-stop.ts'
import type { BlocFact } from '#domains/blocs/bloc-year.ts'
import { factOfYear } from '#domains/blocs/start-year.ts'
import { headOf } from '#domains/blocs/members/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Announce, Telling } from '#platform/announcements.ts'
import { dayOf, isPast } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayRunRounds } from '../access.ts'
import { isOwed } from '../cross/assignment.ts'
import { keepCrossTasks } from '../cross/cross-tasks.ts'
import { assignmentsOfRound } from '../cross/queries.ts'
import { demandTurnsTaken } from '../cross/lock-assignment.ts'
import { sheetsOfRound } from '../sheets/queries.ts'
import { lockRound, roundSubject, type HeldRound } from './lock-round.ts'
import { roundsOfYear } from './queries.ts'
import {
  dueOn,
  roundActs,
  roundCan,
  scoringStates,
  stopOfState,
  type Round,
  type RoundAct,
  type ScoringState,
} from './round.ts'
import { closeSelfTasks } from './round-tasks.ts'

const rank = (state: ScoringState) => scoringStates.indexOf(state)

/** A stop of the road is done when no round of the year stands at it or before it any more. */
async function followRoad(tx: Tx, now: Date, { year, round }: HeldRound, to: ScoringState) {
  const others = (await roundsOfYear(tx, year.id)).filter(({ id }) => id !== round.id)
  const first = Math.min(rank(to), ...others.map(({ state }) => rank(state)))
  for (const [state, stop] of Object.entries(stopOfState) as [
    ScoringState,
    NonNullable<(typeof stopOfState)[ScoringState]>,
  ][]) {
    if (state === 'cross_scoring' && !round.has_cross) continue
    if (state === to) await moveStopForAct(tx, { blocYear: year.id, stop, state: 'open' })
    else if (rank(state) >= rank(round.state) && rank(state) < first)
      await moveStopForAct(tx, { blocYear: year.id, stop, state: 'done', doneOn: dayOf(now) })
  }
}

/** What comes with a round's next state: the row, the road, the tasks that end. The caller writes the audit entry. */
export async function moveRoundIn(
  tx: Tx,
  held: HeldRound,
  act: RoundAct,
  { now, announce }: { now: Date; announce: Announce<BlocFact> },
): Promise<ScoringState> {
  const { year, round } = held
  if (!roundCan(act, round)) throw new RuleViolation('rounds.notNow')
  const { to } = roundActs[act]
  const opened = act === 'open' && { opened_at: now }
  const finished = act === 'finish' && { finished_at: now }
  await tx
    .updateTable('scoring_round')
    .set({ state: to, version: round.version + 1, ...opened, ...finished })
    .where('id', '=', round.id)
    .execute()
  await followRoad(tx, now, held, to)
  if (to === 'provisional') await closeSelfTasks(tx, now, round.id)
  await announce(tx, now, factOfYear('blocs.roadMoved', year))
  return to
}

export const moveRoundInput = z.object({
  round: z.uuid(),
  version: z.coerce.number().int(),
  act: z.enum(['startCross', 'startVerifying']),
})
export type MoveRound = z.output<typeof moveRoundInput>

/** Before the last day nobody is passed over: a round moves on when all have sent, or the time is over. */
async function demandTime(tx: Tx, round: Round, today: string) {
  if (round.state === 'cross_scoring') await demandTurnsTaken(tx, round.id)
  if (round.state !== 'self_scoring') return
  const due = dueOn(round)
  const waiting = (await sheetsOfRound(tx, round.id)).filter(({ state }) => state === 'open' || state === 'returned')
  if (due !== null && waiting.length > 0 && !isPast(due, today)) throw new RuleViolation('rounds.stillTime', { due })
}

/** Who has not assessed yet is not passed over silently: such turns are ended with a reason first. */
async function demandAssessed(tx: Tx, { id }: Round) {
  const owed = (await assignmentsOfRound(tx, id)).filter(isOwed)
  if (owed.length > 0) throw new RuleViolation('rounds.crossOwed', { count: owed.length })
}

/** The head moves a round on to cross-scoring or verification. */
export async function moveRound(db: Db, actor: Actor, input: MoveRound, telling: Telling<BlocFact>): Promise<void> {
  const { now } = telling
  await db.transaction().execute(async (tx) => {
    const held = await lockRound(tx, input.round)
    const { round } = held
    demand(mayRunRounds(actor, round.bloc_year_id))
    if (round.version !== input.version) throw new RuleViolation('rounds.changedSince')
    if (roundCan(input.act, round)) await demandTime(tx, round, dayOf(now))
    if (round.state === 'cross_scoring') await demandAssessed(tx, round)
    const state = await moveRoundIn(tx, held, input.act, telling)
    await keepCrossTasks(tx, now, { ...round, state }, await headOf(tx, round.bloc_year_id))
    const facts = { name: round.name, state }
    await record(tx, actor, now, { action: 'scoring.moved', subject: roundSubject(round.id), facts })
  })
}
