import { createHash } from 'node:crypto'
import { digestNames, oids } from './asn1/identifiers.ts'
import { open, readElement, readOctets, readOid } from './asn1/read.ts'
import type { Element } from './asn1/read.ts'
import { readCertificate } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { checkSignature } from './check-signature.ts'
import type { SignedData } from './cms-read.ts'

export type SignedDataProblem =
  | 'certificate.missing'
  | 'contentType.wrong'
  | 'digest.unsupported'
  | 'digest.wrong'
  | 'signature.wrong'
  | 'algorithm.unsupported'
  | 'signingCertificate.missing'
  | 'signingCertificate.wrong'

export type DigestName = 'sha256' | 'sha384' | 'sha512'

export interface Checked {
  readonly certificate: Certificate | null
  readonly others: readonly Certificate[]
  readonly digest: DigestName | null
  readonly problems: readonly SignedDataProblem[]
}

interface Options {
  readonly digestWith: (name: DigestName) => Uint8Array
  /** Time stamp authorities of the old school name their certificate by SHA-1 (RFC 3161); signers may not. */
  readonly oldSigningCertificate: boolean
}

/** Whether the one signer signed this digest, with the certificate the signature itself names. */
export function checkSignedData(data: SignedData, options: Options): Checked {
  const certificates = data.certificates.flatMap(readable)
  const certificate = certificates.find((one) => isSigner(one, data)) ?? null
  const digest = digestNames[data.signer.digestOid] ?? null
  const problems = [
    ...digestProblems(data, digest, options),
    ...(certificate ? signerProblems(data, certificate, options) : (['certificate.missing'] as const)),
  ]
  return { certificate, others: certificates.filter((one) => one !== certificate), digest, problems }
}

const mostCertificates = 40

function readable(der: Uint8Array, index: number): Certificate[] {
  try {
    return index < mostCertificates ? [readCertificate(der)] : []
  } catch {
    return []
  }
}

function isSigner(certificate: Certificate, { signer }: SignedData): boolean {
  if (!signer.issuerAndSerial) return keyIdentifierOf(certificate) === hex(signer.keyIdentifier ?? new Uint8Array())
  return hex(Buffer.concat([certificate.issuerDer, certificate.serialDer])) === hex(signer.issuerAndSerial)
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

function keyIdentifierOf(certificate: Certificate): string | null {
  const value = certificate.extensions.get(oids.subjectKeyIdentifier)?.value
  return value ? hex(readOctets(readElement(value))) : null
}

function digestProblems(data: SignedData, digest: DigestName | null, { digestWith }: Options): SignedDataProblem[] {
  const problems: SignedDataProblem[] = []
  const type = data.signer.signed.get(oids.contentType)
  if (type?.tag !== 0x06 || readOid(type) !== data.contentType) problems.push('contentType.wrong')
  if (digest === null) return [...problems, 'digest.unsupported']
  const stated = data.signer.signed.get(oids.messageDigest)
  if (stated?.tag !== 0x04 || hex(stated.content) !== hex(digestWith(digest))) problems.push('digest.wrong')
  return problems
}

function signerProblems(data: SignedData, certificate: Certificate, options: Options): SignedDataProblem[] {
  const { signer } = data
  const check = checkSignature({
    key: certificate.publicKey,
    signatureOid: signer.signatureOid,
    digest: digestNames[signer.digestOid] ?? null,
    bytes: signer.signedAttributes,
    signature: signer.signature,
  })
  const named = namesCertificate(signer.signed, certificate, options)
  return [
    ...(check === 'wrong' ? (['signature.wrong'] as const) : []),
    ...(check === 'unsupported' ? (['algorithm.unsupported'] as const) : []),
    ...(named === 'right' ? [] : ([`signingCertificate.${named}`] as const)),
  ]
}

/** The signature must say by hash which certificate it means (signing-certificate-v2, RFC 5035). */
function namesCertificate(
  signed: ReadonlyMap<string, Element>,
  certificate: Certificate,
  { oldSigningCertificate }: Options,
): 'right' | 'wrong' | 'missing' {
  const fresh = signed.get(oids.signingCertificateV2)
  if (fresh) return matchesV2(fresh, certificate) ? 'right' : 'wrong'
  const old = oldSigningCertificate ? signed.get(oids.signingCertificate) : undefined
  if (!old) return 'missing'
  const stated = open(open(open(old)[0])[0])[0]
  const sha1 = createHash('sha1').update(certificate.der).digest('hex')
  return stated && hex(readOctets(stated)) === sha1 ? 'right' : 'wrong'
}

function matchesV2(attribute: Element, certificate: Certificate): boolean {
  const [first, second] = open(open(open(attribute)[0])[0])
  const named = first?.tag === 0x30
  const digest = named ? digestNames[readOid(open(first)[0])] : 'sha256'
  const stated = named ? second : first
  if (!digest || stated?.tag !== 0x04) return false
  return hex(stated.content) === createHash(digest).update(certificate.der).digest('hex')
}
