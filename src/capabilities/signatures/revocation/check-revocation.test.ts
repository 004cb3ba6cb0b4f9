import { readFile } from 'node:fs/promises'
import { assert, property, uint8Array } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Asn1Error } from '../asn1/read.ts'
import { readCertificate } from '../trust/certificate.ts'
import { makePki } from '../testing/pki.ts'
import type { Issued, TestPki } from '../testing/pki.ts'
import { checkRevocation } from './check-revocation.ts'
import { readCrl } from './crl.ts'
import { openEvidence } from './evidence.ts'
import { readOcsp } from './ocsp.ts'

let pki: TestPki
let good: Issued
let gone: Issued
let responder: Issued
let impostor: Issued
let list: Uint8Array

const now = new Date()
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const revokedAt = new Date(Math.floor(minutes(-30).getTime() / 1000) * 1000)

beforeAll(async () => {
  pki = await makePki()
  good = await pki.issue('good', 'p256')
  gone = await pki.issue('gone', 'rsa')
  responder = await pki.issue('responder', 'p256', 'responder')
  impostor = await pki.issue('impostor', 'p256', 'weakResponder')
  await pki.revoke(gone, revokedAt)
  list = await pki.crl()
}, 30_000)

afterAll(() => pki.close())

interface Asked {
  readonly responses?: readonly Uint8Array[]
  readonly lists?: readonly Uint8Array[]
  readonly at?: Date
  readonly now?: Date
}

function ask(one: Issued, { responses = [], lists = [], at = minutes(1), now = minutes(1) }: Asked) {
  const evidence = openEvidence({ responses, lists })
  return checkRevocation(readCertificate(one.certificate), readCertificate(pki.issuing), evidence, { at, now })
}

/** What openssl says of a response: good, revoked, or that it does not verify. */
async function opensslOcsp(one: Issued, response: Uint8Array): Promise<string> {
  const file = await pki.write('asked.der', response)
  const trust = ['-issuer', 'issuing.pem', '-cert', one.pem, '-CAfile', 'root.pem', '-no_nonce']
  const said = await pki.openssl('ocsp', '-respin', file, ...trust, '-verify_other', 'issuing.pem').catch(String)
  if (!said.includes('Response verify OK')) return 'unknown'
  return /: (good|revoked|unknown)/.exec(said)?.[1] ?? 'unknown'
}

/** What openssl says of a certificate under a list. */
async function opensslCrl(one: Issued, der: Uint8Array): Promise<string> {
  const file = await pki.write('asked.crl', der)
  await pki.openssl('crl', '-in', file, '-inform', 'DER', '-out', 'asked.pem').catch(String)
  const trust = ['-crl_check', '-CAfile', 'root.pem', '-untrusted', 'issuing.pem', '-CRLfile', 'asked.pem']
  const said = await pki.openssl('verify', ...trust, one.pem).catch(String)
  if (said.includes('certificate revoked')) return 'revoked'
  return said.includes(': OK') ? 'good' : 'unknown'
}

function touched(der: Uint8Array, at: number): Uint8Array {
  const copy = Buffer.from(der)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

describe('an OCSP response', () => {
  test('is judged as openssl judges it, of the good and of the revoked', async () => {
    for (const one of [good, gone]) {
      const response = await pki.ocsp(one, responder)
      const ours = ask(one, { responses: [response] })
      expect([one.name, ours.state]).toEqual([one.name, await opensslOcsp(one, response)])
    }
    const revoked = ask(gone, { responses: [await pki.ocsp(gone, responder)] })
    expect(revoked).toMatchObject({ source: 'ocsp', revokedAt: revokedAt.toISOString(), reason: 'keyCompromise' })
  })

  test('by the issuer itself counts, by one whom nobody made a responder it does not', async () => {
    const own = { ...responder, pem: 'issuing.pem', key: 'issuing.key' }
    expect(ask(good, { responses: [await pki.ocsp(good, own)] }).state).toBe('good')
    const strangers = await pki.ocsp(good, impostor)
    expect(ask(good, { responses: [strangers] }).state).toBe('unknown')
    expect(await opensslOcsp(good, strangers)).toBe('unknown')
  })

  test('about another certificate says nothing', async () => {
    expect(ask(gone, { responses: [await pki.ocsp(good, responder)] }).state).toBe('unknown')
  })

  test('counts while it holds, and for what was before it', async () => {
    const responses = [await pki.ocsp(good, responder, ['-nmin', '60'])]
    const states = [-100, 30, 90].map((at) => ask(good, { responses, at: minutes(at), now: minutes(200) }).state)
    expect(states).toEqual(['good', 'good', 'unknown'])
    expect(ask(good, { responses, now: minutes(-60) }).state).toBe('unknown')
  })

  test('with any byte of it changed is believed neither by openssl nor by us', async () => {
    const response = await pki.ocsp(good, responder)
    const { signedPart } = readOcsp(response)
    const start = Buffer.from(response).indexOf(signedPart)
    for (let at = start + 4; at < start + signedPart.length; at += 9) {
      expect(ask(good, { responses: [touched(response, at)] }).state).toBe('unknown')
    }
    expect(await opensslOcsp(good, touched(response, start + signedPart.length - 20))).toBe('unknown')
  })
})

describe('a list of revoked certificates', () => {
  test('is judged as openssl judges it, of the good and of the revoked', async () => {
    for (const one of [good, gone]) {
      expect([one.name, ask(one, { lists: [list] }).state]).toEqual([one.name, await opensslCrl(one, list)])
    }
    expect(ask(gone, { lists: [list] })).toMatchObject({ source: 'crl', reason: 'keyCompromise' })
  })

  test('leaves good what was proven before the revocation', () => {
    const before = ask(gone, { lists: [list], at: minutes(-40) })
    expect(before).toMatchObject({ state: 'revokedLater', revokedAt: revokedAt.toISOString() })
  })

  test('counts while it holds and never before it was made', async () => {
    const old = await pki.crl({ from: minutes(-5000), to: minutes(-100) })
    expect(ask(good, { lists: [old] }).state).toBe('unknown')
    expect(ask(good, { lists: [old], at: minutes(-200) }).state).toBe('good')
    expect(await opensslCrl(good, old)).toBe('unknown')
    const ahead = await pki.crl({ from: minutes(100), to: minutes(200) })
    expect(ask(good, { lists: [ahead] }).state).toBe('unknown')
    expect(await opensslCrl(good, ahead)).toBe('unknown')
  })

  test('with any byte of it changed is believed neither by openssl nor by us', async () => {
    const start = Buffer.from(list).indexOf(readCrl(list).signedPart)
    for (let at = start + 4; at < start + readCrl(list).signedPart.length; at += 7) {
      expect(ask(gone, { lists: [touched(list, at)] }).state).toBe('unknown')
    }
    expect(await opensslCrl(good, touched(list, list.length - 3))).toBe('unknown')
  })

  test('of other reasons, other issuers or changes only is not used', async () => {
    for (const restriction of ['indirectCRL=TRUE', 'onlysomereasons=keyCompromise', 'onlyAA=TRUE']) {
      await pki.write('ca2.cnf', `[crl]\nissuingDistributionPoint = critical, @idp\n[idp]\n${restriction}\n`)
      const der = await restricted('crl')
      expect(() => readCrl(der)).toThrow('not supported')
      expect(ask(gone, { lists: [der] }).state).toBe('unknown')
    }
    await pki.write('ca2.cnf', '[crl]\n2.5.29.27 = critical, ASN1:INTEGER:1\n')
    expect(ask(gone, { lists: [await restricted('crl')] }).state).toBe('unknown')
  })

  test('for one distribution point speaks of the certificates that name it', async () => {
    await pki.write(
      'ca2.cnf',
      '[crl]\nissuingDistributionPoint = critical, @idp\n[idp]\nfullname=URI:http://127.0.0.1:1/crl\n',
    )
    expect(ask(gone, { lists: [await restricted('crl')] }).state).toBe('revoked')
    await pki.write(
      'ca2.cnf',
      '[crl]\nissuingDistributionPoint = critical, @idp\n[idp]\nfullname=URI:http://127.0.0.1:1/other\n',
    )
    expect(ask(gone, { lists: [await restricted('crl')] }).state).toBe('unknown')
    await pki.write('ca2.cnf', '[crl]\nissuingDistributionPoint = critical, @idp\n[idp]\nonlyCA=TRUE\n')
    expect(ask(gone, { lists: [await restricted('crl')] }).state).toBe('unknown')
  })
})

/** A list with the extensions of ca2.cnf. */
async function restricted(section: string): Promise<Uint8Array> {
  const own = await readFile(`${pki.folder}/ca.cnf`, 'utf8')
  const more = await readFile(`${pki.folder}/ca2.cnf`, 'utf8')
  await pki.write('both.cnf', `${own}\n${more}`)
  await pki.openssl('ca', '-config', 'both.cnf', '-gencrl', '-crlexts', section, '-out', 'some.pem')
  await pki.openssl('crl', '-in', 'some.pem', '-outform', 'DER', '-out', 'some.der')
  return readFile(`${pki.folder}/some.der`)
}

describe('both together', () => {
  test('the worse counts, and what cannot be read proves nothing', async () => {
    const fine = await pki.ocsp(good, responder)
    await pki.revoke(good, minutes(-1), 'superseded')
    const lists = [await pki.crl()]
    expect(ask(good, { responses: [fine], lists })).toMatchObject({ state: 'revoked', reason: 'superseded' })
    expect(ask(good, { responses: [Buffer.from('khác')], lists: [new Uint8Array()] })).toEqual({ state: 'unknown' })
  })

  test('noise ends in their own error and nothing else', () => {
    const outcome = (read: (bytes: Uint8Array) => unknown, bytes: Uint8Array) => {
      try {
        return read(bytes) !== undefined
      } catch (error) {
        return error instanceof Asn1Error
      }
    }
    assert(
      property(uint8Array({ maxLength: 12 }), uint8Array({ minLength: 1, maxLength: 3 }), (noise, place) => {
        const at = ((place[0] ?? 0) * 251 + (place[1] ?? 0)) % list.length
        const mixed = Buffer.concat([list.subarray(0, at), noise, list.subarray(at + noise.length)])
        return outcome(readCrl, mixed) && outcome(readOcsp, noise) && outcome(readCrl, noise)
      }),
      { numRuns: 400 },
    )
  })
})
