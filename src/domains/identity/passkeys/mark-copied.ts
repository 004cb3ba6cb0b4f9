import { record } from '#capabilities/audit/record.ts'
import type { Db } from '#platform/database/database.ts'

interface Suspect {
  id: string
  account_id: string
  name: string
  counter: number
}

/** Two devices hold the same key, or one was set back: it opens nothing any more, and its owner is told why. */
export async function markCopied(db: Db, passkey: Suspect, { said, now }: { said: number; now: Date }): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const halted = await tx
      .updateTable('passkey')
      .set({ halted_at: now })
      .where('id', '=', passkey.id)
      .where('halted_at', 'is', null)
      .executeTakeFirst()
    if (halted.numUpdatedRows !== 1n) return
    const nobody = { account: null, name: 'giao-uoc', actingUnit: null }
    await record(tx, nobody, now, {
      action: 'identity.passkeyHalted',
      subject: { kind: 'account', id: passkey.account_id },
      facts: { name: passkey.name, kept: passkey.counter, said },
    })
  })
}
