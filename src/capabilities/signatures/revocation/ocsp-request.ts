import { createHash } from 'node:crypto'
import { nothing, octets, oid, sequence } from '../asn1/write.ts'
import type { Certificate } from '../trust/certificate.ts'
import { keyBytesOf } from './ocsp.ts'

const sha1 = '1.3.14.3.2.26'

/** Asks about one certificate (RFC 6960, 4.1), naming the issuer by SHA-1 as every responder understands (RFC 5019). */
export function writeOcspRequest(certificate: Certificate, issuer: Certificate): Uint8Array {
  const hash = (bytes: Uint8Array) => octets(createHash('sha1').update(bytes).digest())
  const identifier = sequence(
    sequence(oid(sha1), nothing()),
    hash(certificate.issuerDer),
    hash(keyBytesOf(issuer)),
    certificate.serialDer,
  )
  return sequence(sequence(sequence(sequence(identifier))))
}
