import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayRunRounds } from '../access.ts'
import { lockRound, roundSubject, type HeldRound } from './lock-round.ts'
import { tablesOfRound } from './queries.ts'
import { isAtLeast, type Round } from './round.ts'
import { moveSelfDay } from './round-tasks.ts'
import { demandDays, demandOwnName, roundFields, roundRow, writeRoundTables, type RoundSaid } from './write-round.ts'

export const changeRoundInput = z.object({ round: z.uuid(), version: z.coerce.number().int(), ...roundFields })
export type ChangeRound = z.output<typeof changeRoundInput>

async function hasSameTables(tx: Tx, round: string, said: RoundSaid): Promise<boolean> {
  const tables = await tablesOfRound(tx, round)
  const now = tables.map(({ version_id, factor }) => `${version_id} ${factor}`)
  return now.join(',') === said.tables.map(({ version, factor }) => `${version} ${factor}`).join(',')
}

/** Once units score by them, tables stay as they are; a day that is over is not moved into the past. */
async function demandStillOpen(tx: Tx, round: Round, said: RoundSaid, today: string) {
  if (round.state === 'preparing') return
  if (isAtLeast(round.state, 'provisional')) throw new RuleViolation('rounds.isOver')
  const isSame = said.hasCross === round.has_cross && (await hasSameTables(tx, round.id, said))
  if (!isSame) throw new RuleViolation('rounds.tablesFixed')
  const moved = said.selfDueOn !== round.self_due_on && said.selfDueOn < today
  if (moved) throw new RuleViolation('rounds.dayInPast')
}

async function write(tx: Tx, { year, round }: HeldRound, said: RoundSaid) {
  const row = { ...roundRow(said), version: round.version + 1 }
  await tx.updateTable('scoring_round').set(row).where('id', '=', round.id).execute()
  if (round.state === 'preparing') await writeRoundTables(tx, { round: round.id, bloc: year.bloc.id }, said)
}

/** Says a round anew while it is prepared; afterwards its name and days alone. */
export async function changeRound(db: Db, actor: Actor, input: ChangeRound, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockRound(tx, input.round)
    const { round } = held
    demand(mayRunRounds(actor, round.bloc_year_id))
    if (round.version !== input.version) throw new RuleViolation('rounds.changedSince')
    demandDays(input)
    await demandStillOpen(tx, round, input, dayOf(now))
    await demandOwnName(tx, { blocYear: round.bloc_year_id, name: input.name, id: round.id })
    await write(tx, held, input)
    await moveSelfDay(tx, now, round.id)
    const facts = { name: input.name, due: input.selfDueOn, verify: input.verifyDueOn }
    await record(tx, actor, now, { action: 'scoring.changed', subject: roundSubject(round.id), facts })
  })
}
