import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { mayRunRounds } from '../access.ts'
import { sheetsOfRound } from '../sheets/queries.ts'
import { lockRound, roundSubject } from './lock-round.ts'
import { tablesOfRound } from './queries.ts'
import { takesNewSheets, type Round } from './round.ts'
import { moveSelfDay } from './round-tasks.ts'

export const addSheetsInput = z.object({ round: z.uuid() })

/** Members of the day that have no sheet in the round yet. */
export async function membersWithoutSheet(db: Db | Tx, round: Round, today: string): Promise<string[]> {
  const held = new Set((await sheetsOfRound(db, round.id)).map(({ unit_id }) => unit_id))
  const members = await membersOn(db, round.bloc_year_id, today)
  return members.map(({ unit }) => unit).filter((unit) => !held.has(unit))
}

/** A sheet for each of the units and every table, pinned to the table's version. */
export async function insertSheets(tx: Tx, round: string, units: readonly string[]): Promise<void> {
  const tables = await tablesOfRound(tx, round)
  const sheets = tables.flatMap(({ version_id }) =>
    units.map((unit_id) => ({ id: newId(), round_id: round, version_id, unit_id })),
  )
  await tx.insertInto('score_sheet').values(sheets).execute()
}

/** Units that joined after the opening get their sheets and are asked for them, while units score themselves. */
export async function addSheets(
  db: Db,
  actor: Actor,
  input: z.output<typeof addSheetsInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { round } = await lockRound(tx, input.round)
    demand(mayRunRounds(actor, round.bloc_year_id))
    if (!takesNewSheets(round)) throw new RuleViolation('rounds.noNewSheets')
    const units = await membersWithoutSheet(tx, round, dayOf(now))
    if (units.length === 0) throw new RuleViolation('rounds.nobodyWithout')
    await insertSheets(tx, round.id, units)
    await moveSelfDay(tx, now, round.id)
    const facts = { name: round.name, units: units.length }
    await record(tx, actor, now, { action: 'scoring.sheetsAdded', subject: roundSubject(round.id), facts })
  })
}
