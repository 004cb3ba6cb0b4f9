import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict } from '#platform/errors.ts'
import { lockDigestClause } from './lock-digest.ts'

export const removeClauseInput = z.object({
  digest: z.uuid(),
  clause: z.uuid(),
  version: z.coerce.number().int().positive(),
})

/** Leaves a sentence out of the draft. */
export async function removeClause(db: Db, actor: Actor, input: z.output<typeof removeClauseInput>) {
  await db.transaction().execute(async (tx) => {
    const clause = await lockDigestClause(tx, actor, input)
    if (clause.version !== input.version) throw new Conflict('digest.clauseChanged', clause.text)
    await tx.deleteFrom('voice_digest_clause').where('id', '=', clause.id).execute()
  })
}
