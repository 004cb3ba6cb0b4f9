import { createHash } from 'node:crypto'
import type { DigestName } from '../trust/algorithms.ts'
import { digestNames, oids } from '../asn1/identifiers.ts'
import { demandTag, open, readElement, readOctets, readOid } from '../asn1/read.ts'
import type { Element } from '../asn1/read.ts'
import { validationOids } from '../asn1/validation-identifiers.ts'
import { readCertificate } from '../trust/certificate.ts'
import type { Certificate } from '../trust/certificate.ts'
import { checkSignature } from '../trust/check-signature.ts'
import type { SignedData, SignerInfo } from './cms-read.ts'

export type SignedDataProblem =
  | 'certificate.missing'
  | 'certificate.unreadable'
  | 'contentType.missing'
  | 'contentType.wrong'
  | 'digest.unsupported'
  | 'digest.missing'
  | 'digest.wrong'
  | 'digest.mismatch'
  | 'signature.wrong'
  | 'algorithm.unsupported'
  | 'signingCertificate.missing'
  | 'signingCertificate.wrong'

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
  const { certificate, others } = certificatesOf(data)
  const digest = digestNames[data.signer.digestOid] ?? null
  const isUnread = others.length < data.certificates.length
  const problems = [
    ...contentTypeProblems(data),
    ...digestProblems(data, digest, options),
    ...(certificate
      ? signerProblems(data, certificate, options)
      : ([isUnread ? 'certificate.unreadable' : 'certificate.missing'] as const)),
  ]
  return { certificate, others, digest, problems }
}

/** The signer's own, and the others that came along; what cannot be read is left out. */
export function certificatesOf(data: SignedData): Pick<Checked, 'certificate' | 'others'> {
  const all = data.certificates.flatMap(readable)
  const certificate = all.find((one) => isSigner(one, data)) ?? null
  return { certificate, others: all.filter((one) => one !== certificate) }
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

function contentTypeProblems(data: SignedData): SignedDataProblem[] {
  const type = data.signer.signed.get(oids.contentType)
  if (!type) return ['contentType.missing']
  return type.tag === 0x06 && readOid(type) === data.contentType ? [] : ['contentType.wrong']
}

function digestProblems(
  { signer }: SignedData,
  digest: DigestName | null,
  { digestWith }: Options,
): SignedDataProblem[] {
  if (digest === null) return ['digest.unsupported']
  if (!isConsistent(signer, digest)) return ['digest.mismatch']
  const stated = signer.signed.get(oids.messageDigest)
  if (!stated) return ['digest.missing']
  return stated.tag === 0x04 && hex(stated.content) === hex(digestWith(digest)) ? [] : ['digest.wrong']
}

/** The signature's own digest is the one named beside it; who signs the names (RFC 6211) means no others. */
function isConsistent({ signed, algorithm, digestOid, algorithmIdentifier }: SignerInfo, digest: DigestName): boolean {
  if ((algorithm?.digest ?? digest) !== digest) return false
  const protection = signed.get(validationOids.cmsAlgorithmProtection)
  if (!protection) return true
  const [named, signature] = open(protection)
  if (readOid(open(named)[0]) !== digestOid) return false
  return withoutNull(demandTag(signature, 0xa1).content) === withoutNull(algorithmIdentifier)
}

/** No parameters and NULL mean the same (RFC 4055), and one program writes both. */
const withoutNull = (algorithm: Uint8Array) => hex(algorithm).replace(/0500$/, '')

function signerProblems(data: SignedData, certificate: Certificate, options: Options): SignedDataProblem[] {
  const { signer } = data
  const check = checkSignature({
    key: certificate.publicKey,
    algorithm: signer.algorithm,
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
  const parts = open(open(open(attribute)[0])[0])
  const algorithm = parts[0]?.tag === 0x30 ? parts[0] : null
  const digest = algorithm ? digestNames[readOid(open(algorithm)[0])] : 'sha256'
  const [stated, issuerSerial] = algorithm ? parts.slice(1) : parts
  if (!digest) return false
  const sameHash = hex(readOctets(stated)) === createHash(digest).update(certificate.der).digest('hex')
  return sameHash && (!issuerSerial || namesIssuer(issuerSerial, certificate))
}

/** IssuerSerial beside the hash is optional and, when there, must be the certificate's. */
function namesIssuer(issuerSerial: Element, { issuerDer, serialDer }: Certificate): boolean {
  const [names, serial] = open(issuerSerial)
  const name = open(names).find(({ tag }) => tag === 0xa4)
  const sameName = name !== undefined && hex(name.content) === hex(issuerDer)
  return sameName && hex(demandTag(serial, 0x02).bytes) === hex(serialDer)
}
