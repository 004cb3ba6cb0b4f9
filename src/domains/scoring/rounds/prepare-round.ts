import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { mayRunRounds } from '../access.ts'
import { roundSubject } from './lock-round.ts'
import { demandDays, demandOwnName, roundFields, roundRow, writeRoundTables } from './write-round.ts'

export const prepareRoundInput = z.object({ blocYear: z.uuid(), ...roundFields })
export type PrepareRound = z.output<typeof prepareRoundInput>

/** Prepares a round: which tables count and how much, whether members assess one another, by when. */
export async function prepareRound(db: Db, actor: Actor, input: PrepareRound, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    demand(mayRunRounds(actor, year.id))
    demandDays(input)
    const id = newId()
    await demandOwnName(tx, { blocYear: year.id, name: input.name, id })
    await tx
      .insertInto('scoring_round')
      .values({ id, bloc_year_id: year.id, ...roundRow(input), created_by: actor.account, created_at: now })
      .execute()
    await writeRoundTables(tx, { round: id, bloc: year.bloc.id }, input)
    const facts = { name: input.name, tables: input.tables.length, due: input.selfDueOn }
    await record(tx, actor, now, { action: 'scoring.prepared', subject: roundSubject(id), facts })
    return id
  })
}
