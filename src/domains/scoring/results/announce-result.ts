import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { BlocFact } from '#domains/blocs/bloc-year.ts'
import { daysOffBetween } from '#domains/law/holidays/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { ticked } from '#platform/form.ts'
import { addWorkingDays } from '#platform/working-days.ts'
import { mayRunRounds } from '../access.ts'
import { lockRound, roundSubject } from '../rounds/lock-round.ts'
import { moveRoundIn } from '../rounds/move-round.ts'
import { roundCan, type Round } from '../rounds/round.ts'
import { sheetsOfRound } from '../sheets/queries.ts'
import { currentResult, keepResult } from './keep-result.ts'
import type { RoundResult } from './result.ts'
import { tellResult } from './tell-result.ts'

export const announceResultInput = z.object({
  round: z.uuid(),
  version: z.coerce.number().int(),
  /** Those without a result were seen: they get no place. */
  withoutResult: ticked(),
})
export type AnnounceResult = z.output<typeof announceResultInput>

/** Every sheet that was sent must be agreed; one that never came has no result, and the head says so knowingly. */
async function demandSettled(tx: Tx, round: Round, { units }: RoundResult, withoutResult: boolean) {
  const open = (await sheetsOfRound(tx, round.id)).filter(({ state }) => state !== 'agreed' && state !== 'open')
  if (open.length > 0) throw new RuleViolation('results.sheetsOpen', { count: String(open.length) })
  const without = units.filter(({ state }) => state === 'incomplete')
  if (without.length > 0 && !withoutResult) {
    throw new RuleViolation('results.incomplete', { units: without.map(({ name }) => name).join(', ') })
  }
}

/** Working days after today; holidays and days worked in exchange are the tenant's data. */
async function lastDayForPetitions(tx: Tx, round: Round, today: string): Promise<string> {
  const days = await daysOffBetween(tx, today, addDays(today, round.petition_days * 3 + 30))
  return addWorkingDays(today, round.petition_days, days)
}

/** Verification is over: the members see the provisional result and may petition until a day. */
export async function announceResult(
  db: Db,
  actor: Actor,
  input: AnnounceResult,
  telling: Telling<BlocFact>,
): Promise<void> {
  const { now } = telling
  const today = dayOf(now)
  await db.transaction().execute(async (tx) => {
    const held = await lockRound(tx, input.round)
    const { round } = held
    demand(mayRunRounds(actor, round.bloc_year_id))
    if (round.version !== input.version) throw new RuleViolation('rounds.changedSince')
    if (!roundCan('announce', round)) throw new RuleViolation('rounds.not.announce')
    const result = await currentResult(tx, round, today)
    await demandSettled(tx, round, result, input.withoutResult)
    const until = await lastDayForPetitions(tx, round, today)
    const kept = await keepResult(tx, actor, { round: round.id, kind: 'provisional', result }, now)
    await tx.updateTable('scoring_round').set({ petition_until: until }).where('id', '=', round.id).execute()
    await moveRoundIn(tx, held, 'announce', telling)
    await tellResult(tx, now, held, { kind: 'provisional', until })
    const facts = { name: round.name, until, sha256: kept.sha256 }
    await record(tx, actor, now, { action: 'scoring.announced', subject: roundSubject(round.id), facts })
  })
}
