import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { BlocFact } from '#domains/blocs/bloc-year.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { dayOf, isPast } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayRunRounds } from '../access.ts'
import { insertSheets } from './add-sheets.ts'
import { lockRound, roundSubject } from './lock-round.ts'
import { moveRoundIn } from './move-round.ts'
import { choosableTables, tablesOfRound } from './queries.ts'
import type { Round } from './round.ts'
import { moveSelfDay } from './round-tasks.ts'

export const openRoundInput = z.object({ round: z.uuid(), version: z.coerce.number().int() })

/** A sheet for every member and every table, each pinned to the table's version. */
async function addFirstSheets(tx: Tx, round: Round, now: Date): Promise<number> {
  const members = await membersOn(tx, round.bloc_year_id, dayOf(now))
  if (members.length === 0) throw new RuleViolation('rounds.noMembers')
  await insertSheets(
    tx,
    round.id,
    members.map(({ unit }) => unit),
  )
  return members.length
}

/** A table that was withdrawn, or has a newer version, since the round was prepared is not taken silently. */
async function demandTablesStand(tx: Tx, bloc: string, round: string) {
  const newest = new Set((await choosableTables(tx, bloc)).map(({ version_id }) => version_id))
  const old = (await tablesOfRound(tx, round)).find(({ version_id }) => !newest.has(version_id))
  if (old !== undefined) throw new RuleViolation('rounds.tableChanged', { table: old.title })
}

/** Opens a round: every member has its sheets and is asked for them; from now on tables and versions stand. */
export async function openRound(
  db: Db,
  actor: Actor,
  input: z.output<typeof openRoundInput>,
  telling: Telling<BlocFact>,
): Promise<void> {
  const { now } = telling
  await db.transaction().execute(async (tx) => {
    const held = await lockRound(tx, input.round)
    const { round, year } = held
    demand(mayRunRounds(actor, round.bloc_year_id))
    if (round.version !== input.version) throw new RuleViolation('rounds.changedSince')
    if (isPast(round.self_due_on, dayOf(now))) throw new RuleViolation('rounds.dayInPast')
    await moveRoundIn(tx, held, 'open', telling)
    await demandTablesStand(tx, year.bloc.id, round.id)
    const units = await addFirstSheets(tx, round, now)
    await moveSelfDay(tx, now, round.id)
    const facts = { name: round.name, units, due: round.self_due_on }
    await record(tx, actor, now, { action: 'scoring.opened', subject: roundSubject(round.id), facts })
  })
}
