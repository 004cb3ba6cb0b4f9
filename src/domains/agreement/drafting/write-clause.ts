import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict } from '#platform/errors.ts'
import { clauseDetails } from '../agreement.ts'
import { lockClause } from './lock-draft.ts'

export const writeClauseInput = z.object({
  clause: z.uuid(),
  /** The version that was on screen when the person began to type. */
  version: z.coerce.number().int().positive(),
  text: z.string().trim().max(5000),
  details: z.record(z.string(), z.string()).default({}),
})

export type WriteClause = z.output<typeof writeClauseInput>

/** Saves a clause as it is typed. Whoever typed on an older version gets both texts back and nothing is lost. */
export async function writeClause(db: Db, actor: Actor, input: WriteClause, now: Date): Promise<{ version: number }> {
  return db.transaction().execute(async (tx) => {
    const clause = await lockClause(tx, actor, input.clause)
    const details = clauseDetails[clause.section].parse({ ...clause.details, ...input.details })
    const isSame = clause.text === input.text && isDeepStrictEqual(clause.details, details)
    if (isSame) return { version: clause.version }
    if (clause.version !== input.version) throw new Conflict('agreement.clauseChanged', clause.text)
    const version = clause.version + 1
    await tx
      .updateTable('clause')
      .set({ text: input.text, details: JSON.stringify(details), version, changed_by: actor.account, changed_at: now })
      .where('id', '=', clause.id)
      .execute()
    await tx.updateTable('agreement').set({ changed_at: now }).where('id', '=', clause.agreement.id).execute()
    return { version }
  })
}
