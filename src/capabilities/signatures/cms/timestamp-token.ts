import { createHash } from 'node:crypto'
import { digestOf } from '../trust/algorithms.ts'
import type { DigestName } from '../trust/algorithms.ts'
import { oids } from '../asn1/identifiers.ts'
import { Asn1Error, demandTag, open, readElement, readHexInteger, readTime } from '../asn1/read.ts'
import { extendedUsesOf } from '../trust/certificate.ts'
import type { Certificate } from '../trust/certificate.ts'
import { checkSignedData } from './check-signed-data.ts'
import { readSignedData } from './cms-read.ts'

/** A time stamp (RFC 3161) that was checked for everything except whom its authority is trusted by. */
export interface Timestamp {
  readonly time: Date
  readonly certificate: Certificate
  readonly others: readonly Certificate[]
  readonly lists: readonly Uint8Array[]
  readonly responses: readonly Uint8Array[]
  /** Hex; null when the answer carries none. */
  readonly nonce: string | null
}

/** Throws when the token is not an intact time stamp over these bytes' digest by a time stamp certificate. */
export function checkTimestampToken(token: Uint8Array, stampedDigest: (name: DigestName) => Uint8Array): Timestamp {
  const data = readSignedData(token)
  const { content, lists, responses } = data
  if (data.contentType !== oids.timeStampInfo || !content) throw new Asn1Error('no time stamp')
  const digestWith = (name: DigestName) => createHash(name).update(content).digest()
  const { certificate, others, problems } = checkSignedData(data, { digestWith, oldSigningCertificate: true })
  if (!certificate || problems.length > 0) throw new Asn1Error(`time stamp ${problems.join(' ')}`)
  if (!isForTime(certificate)) throw new Asn1Error('not a time stamp certificate')
  return { ...readInfo(content, stampedDigest), certificate, others, lists, responses }
}

/** RFC 3161, 2.3: made for time stamps and for nothing else, and says so critically. */
function isForTime(certificate: Certificate): boolean {
  const isCritical = certificate.extensions.get(oids.extendedKeyUsage)?.critical === true
  return isCritical && extendedUsesOf(certificate).join() === oids.timeStamping
}

function readInfo(
  info: Uint8Array,
  stampedDigest: (name: DigestName) => Uint8Array,
): Pick<Timestamp, 'time' | 'nonce'> {
  const [, , imprint, , time, ...rest] = open(readElement(info))
  const [algorithm, stated] = open(imprint)
  const digest = digestOf(algorithm)
  if (!digest || Buffer.compare(demandTag(stated, 0x04).content, stampedDigest(digest)) !== 0) {
    throw new Asn1Error('time stamp over something else')
  }
  const nonce = rest.find((part) => part.tag === 0x02)
  return { time: readTime(time), nonce: nonce ? readHexInteger(nonce) : null }
}
