import type { CertificateRow } from '#capabilities/signatures/keeping/certificates.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'

/** One certificate, and the person who revoked it where a person did. */
export async function certificateBySerial(
  db: Db,
  serial: string,
): Promise<CertificateRow & { revoker: string | null }> {
  return found(
    await db
      .selectFrom('signer_certificate')
      .leftJoin('account', 'account.id', 'signer_certificate.revoked_by')
      .leftJoin('person', 'person.id', 'account.person_id')
      .selectAll('signer_certificate')
      .select('person.full_name as revoker')
      .where('serial', '=', serial)
      .executeTakeFirst(),
  )
}

export async function lockCertificate(tx: Tx, serial: string): Promise<CertificateRow> {
  return found(
    await tx.selectFrom('signer_certificate').selectAll().where('serial', '=', serial).forUpdate().executeTakeFirst(),
  )
}
