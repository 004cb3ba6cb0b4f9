import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'

/** Whoever was signed out since the request began, as by a recovery, leaves neither phone nor key behind. */
export async function lockSignedIn(tx: Tx, { account, session }: Actor): Promise<void> {
  await tx.selectFrom('account').select('id').where('id', '=', account).forUpdate().execute()
  if (session === null) return
  const open = await tx
    .selectFrom('session')
    .select('id')
    .where('id', '=', session)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (open === undefined) throw new Forbidden('sign-in')
}
