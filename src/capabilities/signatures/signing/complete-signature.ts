import { verify } from 'node:crypto'
import { integer, sequence } from '../asn1/write.ts'
import { readCertificate } from '../trust/certificate.ts'
import type { Certificate } from '../trust/certificate.ts'
import { sha256, signedAttributesOf, writeSignedData } from '../cms/cms-write.ts'
import { digestOf, fillGap } from '../judging/signature-gap.ts'
import { SigningError } from './signing-error.ts'
import type { SigningJob } from './signing-job.ts'
import type { TimestampClient } from '../cms/timestamp.ts'

/**
 * Puts the signature into the prepared document. `rawSignature` is ECDSA as r and s side by side (WebCrypto) or as DER,
 * or RSA PKCS#1 v1.5. The result begins with the exact bytes the job was prepared on. Throws SigningError.
 */
export async function completeSignature(
  job: SigningJob,
  rawSignature: Uint8Array,
  { timestamp }: { timestamp?: TimestampClient } = {},
): Promise<Uint8Array> {
  const certificate = readCertificate(job.certificate)
  demandWhole(job, certificate)
  const signature = standardForm(certificate, rawSignature)
  if (!isRight(certificate, job.signedAttributes, signature)) throw new SigningError('signature.wrongKey')
  const timestampToken = timestamp ? await timestamp.stamp(sha256(signature)) : null
  const { chain, signedAttributes } = job
  return embed(job, writeSignedData({ certificate, chain, signedAttributes, signature, timestampToken }))
}

/** A job may have lain in a database for minutes: its parts must still belong together. */
function demandWhole(job: SigningJob, certificate: Certificate): void {
  const digest = digestOf(job.prepared, job.byteRange)
  const base = Buffer.from(sha256(job.prepared.subarray(0, job.base.length))).toString('hex')
  const fits = Buffer.compare(signedAttributesOf(digest, certificate), job.signedAttributes) === 0
  if (!fits || base !== job.base.sha256) throw new SigningError('job.broken')
}

function standardForm(certificate: Certificate, raw: Uint8Array): Uint8Array {
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
  const sideBySide = asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 96 : 64
  if (asymmetricKeyType !== 'ec' || raw.length !== sideBySide) return raw
  return sequence(integer(raw.subarray(0, sideBySide / 2)), integer(raw.subarray(sideBySide / 2)))
}

function isRight(certificate: Certificate, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify('sha256', bytes, certificate.publicKey, signature)
  } catch {
    return false
  }
}

function embed({ prepared, byteRange, base }: SigningJob, cms: Uint8Array): Uint8Array {
  const signed = fillGap(prepared, byteRange, cms)
  const untouched = signed.subarray(0, base.length).equals(prepared.subarray(0, base.length))
  if (!untouched || byteRange[1] < base.length) throw new SigningError('job.broken')
  return signed
}
