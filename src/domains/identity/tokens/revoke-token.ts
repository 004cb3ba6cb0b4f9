import { record } from '#capabilities/audit/record.ts'
import { isAdministrator, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found } from '#platform/errors.ts'

export interface RevokeToken {
  id: string
}

/** Ends a token at once: one's own, or as administrator anyone's. A token that ended stays ended. */
export async function revokeToken(db: Db, actor: Actor, input: RevokeToken, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const token = found(
      await tx
        .selectFrom('access_token')
        .select(['id', 'account_id', 'name', 'ended_at'])
        .where('id', '=', input.id)
        .forUpdate()
        .executeTakeFirst(),
    )
    demand(token.account_id === actor.account || isAdministrator(actor))
    if (token.ended_at !== null) return
    await tx
      .updateTable('access_token')
      .set({ ended_at: now, ended_by: actor.account })
      .where('id', '=', token.id)
      .execute()
    await record(tx, actor, now, {
      action: 'tokens.revoked',
      subject: { kind: 'access_token', id: token.id },
      facts: { name: token.name },
    })
  })
}
