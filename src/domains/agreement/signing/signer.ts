import type { Db, Tx } from '#platform/database/database.ts'
import type { Actor } from '#platform/actor.ts'
import { Forbidden } from '#platform/errors.ts'
import { maySignAs } from '../access.ts'
import { signersOf, type SignerRow } from '../queries.ts'

/** The place at which this person signs: theirs alone, by the mandate named when the text was frozen. */
export async function placeOf(db: Db | Tx, actor: Actor, agreement: string): Promise<SignerRow | undefined> {
  const signers = await signersOf(db, agreement)
  return signers.find((signer) => signer.account_id === actor.account && maySignAs(actor, signer.mandate_id))
}

export async function demandPlace(db: Db | Tx, actor: Actor, agreement: string): Promise<SignerRow> {
  const place = await placeOf(db, actor, agreement)
  if (place === undefined) throw new Forbidden()
  return place
}
