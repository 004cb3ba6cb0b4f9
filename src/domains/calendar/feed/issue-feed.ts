import { createHash, randomBytes } from 'node:crypto'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'

export const hashToken = (token: string) => createHash('sha256').update(token, 'utf8').digest()

/** A new secret address for one's own calendar, shown once; the one before stops working. */
export async function issueFeed(db: Db, actor: Actor, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('calendar_feed')
      .values({ account_id: actor.account, token_hash: hashToken(token), made_at: now })
      .onConflict((conflict) =>
        conflict.column('account_id').doUpdateSet({ token_hash: hashToken(token), made_at: now }),
      )
      .execute()
    await record(tx, actor, now, {
      action: 'calendar.feedIssued',
      subject: { kind: 'account', id: actor.account },
    })
  })
  return token
}
