import type { Insertable, Selectable } from 'kysely'
import type { SignerCertificate } from '../../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'

export type CertificateRow = Selectable<SignerCertificate>

/** Keeps an issued certificate with the sealed key; an earlier one for the same mandate is revoked as replaced. */
export async function keepCertificate(tx: Tx, certificate: Insertable<SignerCertificate>, now: Date): Promise<void> {
  await revokeCertificates(tx, certificate.mandate_id, 'replaced', now)
  await tx.insertInto('signer_certificate').values(certificate).execute()
}

/** New signatures are refused from now on; old ones stay valid. */
export async function revokeCertificates(tx: Tx, mandate: string, reason: string, now: Date): Promise<void> {
  await tx
    .updateTable('signer_certificate')
    .set({ revoked_at: now, revoked_reason: reason })
    .where('mandate_id', '=', mandate)
    .where('revoked_at', 'is', null)
    .execute()
}

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
    .where('revoked_at', 'is', null)
    .where('valid_from', '<=', now)
    .where('valid_to', '>', now)
    .executeTakeFirst()
}

/** Held until the transaction ends: who would revoke it waits, and whoever was quicker is heeded. */
export async function lockUsable(tx: Tx, certificate: string, now: Date): Promise<void> {
  const usable = await tx
    .selectFrom('signer_certificate')
    .select('id')
    .where('id', '=', certificate)
    .where('revoked_at', 'is', null)
    .where('valid_to', '>', now)
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
