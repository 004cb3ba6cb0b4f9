import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'

export const renamePasskeyInput = z.object({ id: z.uuid(), name: line(60) })

export type RenamePasskey = z.output<typeof renamePasskeyInput>

/** Another name for a passkey of one's own; somebody else's is not there. */
export async function renamePasskey(db: Db, actor: Actor, { id, name }: RenamePasskey, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const passkey = found(
      await tx
        .selectFrom('passkey')
        .select('name')
        .where('id', '=', id)
        .where('account_id', '=', actor.account)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (passkey.name === name) return
    await tx.updateTable('passkey').set({ name }).where('id', '=', id).execute()
    await record(tx, actor, now, {
      action: 'identity.passkeyRenamed',
      subject: { kind: 'account', id: actor.account },
      facts: { name, before: passkey.name },
    })
  })
}
