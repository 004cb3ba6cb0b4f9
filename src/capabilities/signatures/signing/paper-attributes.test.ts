import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { oids } from '../asn1/identifiers.ts'
import { octets, oid, sequence, setOf } from '../asn1/write.ts'
import { readCertificate } from '../trust/certificate.ts'
import { signedAttributesOf } from '../cms/cms-write.ts'
import { isPaperAttributes } from './paper-attributes.ts'
import { proofMessage } from '../keys/signer-key.ts'
import { makeHouse } from '../testing/signers.ts'

test('a browser signs the attributes of a paper and nothing that could mean something else', async () => {
  const { root, signers } = await makeHouse()
  const certificate = signers[0]?.certificate ?? new Uint8Array()
  const attributes = signedAttributesOf(randomBytes(32), readCertificate(certificate))
  expect(isPaperAttributes(attributes)).toBe(true)

  const digestAlone = setOf(sequence(oid(oids.messageDigest), setOf(octets(randomBytes(32)))))
  const foreign = [
    new Uint8Array(),
    randomBytes(32),
    root,
    certificate,
    proofMessage(new TextEncoder().encode('giao-uoc/certificate/1 a b')),
    digestAlone,
    attributes.subarray(0, -1),
    Buffer.concat([attributes, Uint8Array.of(0)]),
    Buffer.concat([Uint8Array.of(0x30), attributes.subarray(1)]),
  ]
  expect(foreign.map(isPaperAttributes)).toEqual(foreign.map(() => false))
})
