import type { ExpressionBuilder, Insertable, Selectable } from 'kysely'
import type { DB, RevocationReason, SignerCertificate } from '../../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { enqueue } from '#platform/queue.ts'
import { readCertificate } from '../trust/certificate.ts'

export type CertificateRow = Selectable<SignerCertificate>

/** Keeps an issued certificate with the sealed key; an earlier one for the same mandate is revoked as replaced. */
export async function keepCertificate(tx: Tx, certificate: Insertable<SignerCertificate>, now: Date): Promise<void> {
  await revokeCertificates(tx, certificate.mandate_id, { reason: 'superseded', at: now })
  await tx.insertInto('signer_certificate').values(certificate).execute()
}

export interface Revocation {
  reason: RevocationReason
  /** From this moment on, which may be ahead, new signatures are refused; old ones stay valid. */
  at: Date
  /** The account that asked for it; absent, a rule did. */
  by?: string
  note?: string
}

/** The published list of revoked certificates is made anew at that moment. */
async function publishAt(tx: Tx, at: Date): Promise<void> {
  await enqueue(tx, 'publish-revocation-list', {}, { key: `revocation-list ${at.toISOString()}`, runAt: at })
}

/** Revokes what a mandate still has in force; one that was to end later ends now. Answers with the serial numbers. */
export async function revokeCertificates(tx: Tx, mandate: string, revocation: Revocation): Promise<string[]> {
  const { at, by = null, note = '', reason } = revocation
  const revoked = await tx
    .updateTable('signer_certificate')
    .set({ revoked_at: at, revoked_reason: reason, revoked_by: by, revoked_note: note })
    .where('mandate_id', '=', mandate)
    .where(unrevokedAt(at))
    .returning('serial')
    .execute()
  if (revoked.length > 0) await publishAt(tx, at)
  return revoked.map(({ serial }) => serial)
}

/** Not revoked by a moment; a revocation may be set for later. */
const unrevokedAt = (at: Date) => (where: ExpressionBuilder<DB, 'signer_certificate'>) =>
  where.or([where('revoked_at', 'is', null), where('revoked_at', '>', at)])

/** The certificate with which an account may sign now under a mandate. */
export async function usableCertificate(
  db: Db | Tx,
  { account, mandate, now }: { account: string; mandate: string; now: Date },
): Promise<CertificateRow | undefined> {
  return db
    .selectFrom('signer_certificate')
    .selectAll()
    .where('account_id', '=', account)
    .where('mandate_id', '=', mandate)
    .where('valid_from', '<=', now)
    .where('valid_to', '>', now)
    .where(unrevokedAt(now))
    .orderBy('issued_at', 'desc')
    .executeTakeFirst()
}

/** Held until the transaction ends: who would revoke it waits, and whoever was quicker is heeded. */
export async function lockUsable(tx: Tx, certificate: string, now: Date): Promise<void> {
  const usable = await tx
    .selectFrom('signer_certificate')
    .select('id')
    .where('id', '=', certificate)
    .where('valid_to', '>', now)
    .where(unrevokedAt(now))
    .forShare()
    .executeTakeFirst()
  if (usable === undefined) throw new RuleViolation('signatures.certificateOver')
}

export async function certificatesOfMandates(db: Db, mandates: readonly string[]): Promise<CertificateRow[]> {
  if (mandates.length === 0) return []
  return db
    .selectFrom('signer_certificate')
    .selectAll()
    .where('mandate_id', 'in', mandates)
    .orderBy('issued_at', 'desc')
    .execute()
}

/** All that an account ever had, the newest first. */
export async function certificatesOfAccount(db: Db, account: string): Promise<CertificateRow[]> {
  return db
    .selectFrom('signer_certificate')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('issued_at', 'desc')
    .execute()
}

/** SubjectPublicKeyInfo, DER in base64: the same key has the same text. */
export const publicKeyOf = ({ certificate }: Pick<CertificateRow, 'certificate'>): string =>
  readCertificate(certificate).publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
