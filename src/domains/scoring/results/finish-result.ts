import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { BlocFact } from '#domains/blocs/bloc-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { dayOf, isPast } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayRunRounds } from '../access.ts'
import { openPetitions } from '../petitions/queries.ts'
import { lockRound, roundSubject } from '../rounds/lock-round.ts'
import { moveRoundIn } from '../rounds/move-round.ts'
import { roundCan, type Round } from '../rounds/round.ts'
import { sheetsOfRound } from '../sheets/queries.ts'
import { currentResult, keepResult } from './keep-result.ts'
import { acceptancesOf } from './queries.ts'
import { tellResult } from './tell-result.ts'

export const finishResultInput = z.object({ round: z.uuid(), version: z.coerce.number().int() })
export type FinishResult = z.output<typeof finishResultInput>

/** Nobody is waited for who has said that there is nothing to wait for. */
async function haveAllAccepted(tx: Tx, round: string): Promise<boolean> {
  const accepted = new Set((await acceptancesOf(tx, round)).map(({ unit_id }) => unit_id))
  return (await sheetsOfRound(tx, round)).every(({ unit_id }) => accepted.has(unit_id))
}

/** The window is over or all members accept, every petition is answered, and no sheet stands open again. */
async function demandOver(tx: Tx, round: Round, today: string) {
  if (!isPast(round.petition_until ?? '', today) && !(await haveAllAccepted(tx, round.id))) {
    throw new RuleViolation('results.stillPetitions', { until: round.petition_until ?? '' })
  }
  const open = await openPetitions(tx, round.id)
  if (open.length > 0) throw new RuleViolation('results.petitionsOpen', { count: String(open.length) })
  const reopened = (await sheetsOfRound(tx, round.id)).filter(({ state }) => state !== 'agreed' && state !== 'open')
  if (reopened.length > 0) throw new RuleViolation('results.sheetsOpen', { count: String(reopened.length) })
}

/** The result of the round as the bloc hands it on; from then on nothing in it changes. */
export async function finishResult(
  db: Db,
  actor: Actor,
  input: FinishResult,
  telling: Telling<BlocFact>,
): Promise<void> {
  const { now } = telling
  const today = dayOf(now)
  await db.transaction().execute(async (tx) => {
    const held = await lockRound(tx, input.round)
    const { round } = held
    demand(mayRunRounds(actor, round.bloc_year_id))
    if (round.version !== input.version) throw new RuleViolation('rounds.changedSince')
    if (!roundCan('finish', round)) throw new RuleViolation('rounds.not.finish')
    await demandOver(tx, round, today)
    const result = await currentResult(tx, round, today)
    // Nothing parts a tie silently: people say an order, or that the place is shared.
    if (result.ties.length > 0) throw new RuleViolation('results.tiesOpen', { count: String(result.ties.length) })
    const kept = await keepResult(tx, actor, { round: round.id, kind: 'final', result }, now)
    await moveRoundIn(tx, held, 'finish', telling)
    await tellResult(tx, now, held, { kind: 'final' })
    const facts = { name: round.name, sha256: kept.sha256 }
    await record(tx, actor, now, { action: 'scoring.finished', subject: roundSubject(round.id), facts })
  })
}
