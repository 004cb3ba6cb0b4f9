import type { Db, Tx } from '#platform/database/database.ts'

/** A person's passkeys, the first made first. */
export async function passkeysOf(db: Db | Tx, account: string) {
  return db
    .selectFrom('passkey')
    .select(['id', 'name', 'credential_id', 'transports', 'host', 'is_synced', 'made_at', 'used_at', 'halted_at'])
    .where('account_id', '=', account)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

export type PasskeyRow = Awaited<ReturnType<typeof passkeysOf>>[number]

/** The passkey of a credential that a device made for this host. */
export async function passkeyOfCredential(db: Db, credential: Buffer, host: string) {
  return db
    .selectFrom('passkey')
    .select(['id', 'account_id', 'name', 'public_key', 'counter', 'halted_at'])
    .where('credential_id', '=', credential)
    .where('host', '=', host)
    .executeTakeFirst()
}
