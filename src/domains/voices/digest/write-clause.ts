import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { lockDigestClause } from './lock-digest.ts'

export const writeClauseInput = z.object({
  digest: z.uuid(),
  clause: z.uuid(),
  /** The version that was on screen when the person began to type. */
  version: z.coerce.number().int().positive(),
  text: paragraph(3000),
})

/** Saves a sentence in a person's words. Whoever typed on an older version is told what stands there now. */
export async function writeClause(db: Db, actor: Actor, input: z.output<typeof writeClauseInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const clause = await lockDigestClause(tx, actor, input)
    if (clause.text === input.text) return
    if (clause.version !== input.version) throw new Conflict('digest.clauseChanged', clause.text)
    await tx
      .updateTable('voice_digest_clause')
      .set({ text: input.text, version: clause.version + 1, changed_by: actor.account, changed_at: now })
      .where('id', '=', clause.id)
      .execute()
  })
}
