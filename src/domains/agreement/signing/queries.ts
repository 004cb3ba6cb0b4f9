import type { Db, Tx } from '#platform/database/database.ts'
import { allowedIn } from '../agreement.ts'

/** The places in frozen texts that name this person and are not signed yet. */
export async function openPlacesOf(db: Db | Tx, account: string) {
  return db
    .selectFrom('agreement_signer')
    .innerJoin('agreement', 'agreement.id', 'agreement_signer.agreement_id')
    .select(['agreement.title', 'agreement_signer.unit_name as unit'])
    .where('agreement_signer.account_id', '=', account)
    .where('agreement_signer.state', '=', 'waiting')
    .where('agreement.state', 'in', [...allowedIn.sign])
    .orderBy('agreement.frozen_at')
    .execute()
}
