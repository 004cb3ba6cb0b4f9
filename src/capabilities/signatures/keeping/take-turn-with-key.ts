import type { Db } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { authorityCertificate } from '../keys/authority.ts'
import type { SignatureRequest } from '../signing/prepare-signature.ts'
import { findAuthority } from './authorities.ts'
import { usableCertificate } from './certificates.ts'
import { documentById, fieldsOf, type DocumentField } from './documents.ts'
import { openSigningJob, type Turn } from './signing-jobs.ts'

interface KeyedField extends Pick<SignatureRequest, 'field' | 'signerName' | 'reason' | 'location'> {
  document: string
  account: string
  mandate: string
  /** Draws what is seen in the field. */
  stamp: (rect: DocumentField['rect'], serial: string) => Promise<SignatureRequest['stamp']>
}

/** The turn of a person who signs with the certificate in force on their mandate. */
export async function takeTurnWithKey(db: Db, files: FileStore, wanted: KeyedField, now: Date): Promise<Turn> {
  const { document: id, account, mandate, stamp, ...shown } = wanted
  const certificate = await usableCertificate(db, { account, mandate, now })
  const authority = await findAuthority(db)
  if (certificate === undefined || authority === null) throw new RuleViolation('signatures.noCertificate')
  const document = await documentById(db, id)
  const field = found(fieldsOf(document).find(({ name }) => name === wanted.field))
  const request = {
    ...shown,
    certificate: certificate.certificate,
    chain: [authorityCertificate(authority.authority)],
    stamp: await stamp(field.rect, certificate.serial),
    signedAt: now,
  }
  return openSigningJob(db, files, { document: id, account, by: { certificate: certificate.id }, request }, now)
}
