import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readCertificate } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { writeCertificate } from '../keys/certificate-write.ts'
import { findSignerPath } from './judge-trust.ts'

const now = new Date('2026-11-23T02:00:00Z')
const [validFrom, validTo] = [new Date('2026-01-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z')]
const named = (commonName: string) => ({ commonName, organization: '', title: null, country: 'VN', serialNumber: null })

interface Key {
  readonly name: string
  readonly publicKey: Uint8Array
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

function makeKey(name: string): Key {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    name,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    sign: (bytes) => sign('sha256', bytes, privateKey),
  }
}

function certify(key: Key, issuer: Key, kind: 'authority' | 'signer', above: Certificate | null): Certificate {
  const parts = { kind, subject: named(key.name), issuer: above, publicKey: key.publicKey, validFrom, validTo }
  return readCertificate(writeCertificate({ ...parts, sign: issuer.sign }))
}

describe('a path to a trusted root', () => {
  const [root, one, other, person] = ['Gốc', 'Một', 'Hai', 'Người ký'].map(makeKey) as [Key, Key, Key, Key]
  const rootItself = certify(root, root, 'authority', null)

  test('ends where two authorities vouch for one another, however many copies come along', () => {
    const oneItself = certify(one, one, 'authority', null)
    const otherItself = certify(other, other, 'authority', null)
    const copies = Array.from({ length: 20 }, () => [
      certify(one, other, 'authority', otherItself),
      certify(other, one, 'authority', oneItself),
    ]).flat()
    const signer = certify(person, one, 'signer', oneItself)
    const found = findSignerPath(signer, { others: copies, anchors: [rootItself], at: now })
    expect(found).toEqual({ trust: { trusted: false, reason: 'unknownIssuer' }, path: [] })
  })

  test('is found by name and key together, and begins at the signer', () => {
    const signer = certify(person, root, 'signer', rootItself)
    const impostor = certify(makeKey('Gốc'), makeKey('Gốc'), 'authority', null)
    const found = findSignerPath(signer, { others: [impostor], anchors: [impostor, rootItself], at: now })
    expect(found).toEqual({ trust: { trusted: true, anchor: 'Gốc' }, path: [signer, rootItself] })
    expect(findSignerPath(signer, { others: [rootItself], anchors: [impostor], at: now }).trust.trusted).toBe(false)
  })

  test('needs every certificate of it to hold at the moment', () => {
    const signer = certify(person, root, 'signer', rootItself)
    const at = (day: string) => findSignerPath(signer, { others: [], anchors: [rootItself], at: new Date(day) }).trust
    expect(at('2025-12-31')).toEqual({ trusted: false, reason: 'notYetValid' })
    expect(at('2027-01-02')).toEqual({ trusted: false, reason: 'expired' })
  })
})
