import type { Db, Tx } from '#platform/database/database.ts'
import { authorityCertificate } from '../keys/authority.ts'
import { readCertificate } from '../trust/certificate.ts'
import type { SignatureRequest } from '../signing/prepare-signature.ts'
import { findAuthority } from './authorities.ts'
import type { KeptSeal } from './seals.ts'
import { giveSignature, openSigningJob, type Signed, type SigningPieces } from './signing-jobs.ts'

export interface SealedField {
  document: string
  /** Who holds the turn while the system signs. */
  account: string
  seal: KeptSeal
  request: Omit<SignatureRequest, 'certify' | 'certificate' | 'chain'>
}

/** The certificate above the seal's; none while it certifies itself. */
async function chainOf(db: Db, seal: KeptSeal): Promise<Uint8Array[]> {
  const { subjectDer, issuerDer } = readCertificate(seal.certificate)
  const authority = await findAuthority(db)
  if (authority === null || Buffer.compare(subjectDer, issuerDer) === 0) return []
  return [authorityCertificate(authority.authority)]
}

/**
 * Fills a field with the system's own seal, in a turn like every other. Throws `signatures.busy` while someone holds the
 * turn; whatever goes wrong later gives the turn back at once.
 */
export async function signWithSeal(
  db: Db,
  pieces: SigningPieces,
  { document, account, seal, request }: SealedField,
  { now, afterwards }: { now: Date; afterwards: (tx: Tx, signed: Signed) => Promise<void> },
): Promise<Signed> {
  const whole = { ...request, certificate: seal.certificate, chain: await chainOf(db, seal) }
  const turn = await openSigningJob(db, pieces.files, { document, account, by: { seal: seal.id }, request: whole }, now)
  const given = { job: turn.job, account, signature: seal.sign(turn.signedAttributes), now }
  try {
    return await giveSignature(db, pieces, given, afterwards)
  } catch (error) {
    await db
      .updateTable('signing_job')
      .set({ state: 'dropped', closed_at: now })
      .where('id', '=', turn.job)
      .where('state', '=', 'open')
      .execute()
    throw error
  }
}
