import type { Db } from '#platform/database/database.ts'
import type { RawEvidence } from '../revocation/evidence.ts'
import type { TrustRoot } from '../trust/trust-list.ts'
import { trustedRoots } from './authorities.ts'

/** What a tenant judges signatures by. */
export interface TenantTrust {
  /** Its own authorities, for signers, and the roots that its operator added. */
  readonly trust: readonly TrustRoot[]
  /** The newest list of revoked certificates of each of its authorities. */
  readonly evidence: RawEvidence
}

export async function trustOf(db: Db): Promise<TenantTrust> {
  const [own, seals, added, lists] = await Promise.all([
    trustedRoots(db),
    loneSeals(db),
    rootsInForce(db),
    newestLists(db),
  ])
  return {
    trust: [
      ...[...own, ...seals].map((der) => ({ der, kind: 'signer' as const })),
      ...added.map(({ certificate, kind }) => ({ der: certificate, kind })),
    ],
    evidence: { responses: [], lists: lists.map(({ list }) => list) },
  }
}

/** The system's seals that certify themselves, from before the tenant had an authority. */
async function loneSeals(db: Db): Promise<Uint8Array[]> {
  const rows = await db.selectFrom('seal').select('certificate').where('authority_id', 'is', null).execute()
  return rows.map(({ certificate }) => certificate)
}

const rootsInForce = (db: Db) =>
  db.selectFrom('trusted_root').select(['certificate', 'kind']).where('removed_at', 'is', null).execute()

const newestLists = (db: Db) =>
  db
    .selectFrom('revocation_list')
    .distinctOn('authority_id')
    .select('list')
    .orderBy('authority_id')
    .orderBy('number', 'desc')
    .execute()
