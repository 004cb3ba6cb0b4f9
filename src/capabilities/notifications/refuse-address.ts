import type { Tx } from '#platform/database/database.ts'

export interface RefusedAddress {
  mail: string
  address: string
  reason: string
}

/** Tells the person whose address it is, inside the same transaction. */
export type TellRefused = (tx: Tx, now: Date, refused: RefusedAddress & { account: string | null }) => Promise<void>

interface Telling {
  now: Date
  tellRefused: TellRefused
}

/** Marks an address to which nothing can be delivered; its person is told once, until the mark is taken away. */
export async function refuseAddress(tx: Tx, refused: RefusedAddress, { now, tellRefused }: Telling): Promise<void> {
  const marked = await tx
    .insertInto('refused_address')
    .values({
      address: refused.address.toLowerCase(),
      mail_id: refused.mail,
      reason: refused.reason,
      refused_at: now,
    })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .returning('address')
    .executeTakeFirst()
  if (marked === undefined) return
  const mail = await tx.selectFrom('mail').select('account_id').where('id', '=', refused.mail).executeTakeFirst()
  await tellRefused(tx, now, { ...refused, account: mail?.account_id ?? null })
}
