import { createHash } from 'node:crypto'
import { assert, nat, property, uint8Array } from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { found } from '#platform/errors.ts'
import { Asn1Error } from '../asn1/read.ts'
import { issueRevocationList } from '../keys/authority.ts'
import { readCertificate } from '../trust/certificate.ts'
import { checkSignedData } from '../cms/check-signed-data.ts'
import { readSignedData } from '../cms/cms-read.ts'
import { readCrl } from '../revocation/crl.ts'
import { readOcsp } from '../revocation/ocsp.ts'
import { signaturesOf } from '../testing/outside-checkers.ts'
import { makeHouse, now, passphrase, signInTurn } from '../testing/signers.ts'
import { checkTimestampToken } from '../cms/timestamp-token.ts'

const nothing: Uint8Array = new Uint8Array()
const real = { certificate: nothing, cms: nothing, list: nothing }

beforeAll(async () => {
  const house = await makeHouse()
  const signed = found((await signInTurn(house, 1))[1])
  const nextUpdate = new Date(now.getTime() + 86_400_000)
  const entries = [{ serial: '0a0b', revokedAt: now, reason: 'superseded' as const }]
  real.certificate = found(house.signers[0]).certificate
  real.cms = found(signaturesOf(signed)[0]).cms
  real.list = await issueRevocationList(house.authority, {
    number: 1,
    thisUpdate: now,
    nextUpdate,
    entries,
    passphrase,
  })
})

/** Whether it reads, or says in its own way that it cannot. */
function answers(read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): boolean {
  try {
    return read(bytes) !== undefined
  } catch (error) {
    if (error instanceof Asn1Error) return true
    throw error
  }
}

const judgeCms = (bytes: Uint8Array) =>
  checkSignedData(readSignedData(bytes), {
    digestWith: (name) => createHash(name).digest(),
    oldSigningCertificate: true,
  })

const readers = {
  certificate: readCertificate,
  cms: judgeCms,
  list: readCrl,
} as const

describe('bytes of a stranger', () => {
  test.each(Object.keys(readers) as (keyof typeof readers)[])('in a %s end in its own error or none', (kind) => {
    const noisy = property(nat(), uint8Array({ minLength: 1, maxLength: 8 }), nat(8), (place, noise, dropped) => {
      const at = place % real[kind].length
      const mixed = Buffer.concat([real[kind].subarray(0, at), noise, real[kind].subarray(at + dropped)])
      return answers(readers[kind], mixed)
    })
    assert(noisy, { numRuns: 600 })
  })

  test('alone are nothing to any reader', () => {
    const all = [...Object.values(readers), readOcsp, (bytes: Uint8Array) => checkTimestampToken(bytes, () => bytes)]
    assert(property(uint8Array({ maxLength: 80 }), (noise) => all.every((read) => answers(read, noise))))
  })

  test('that would cost much are refused at once', () => {
    const many = Buffer.concat([Buffer.from('30840007a120', 'hex'), Buffer.alloc(500_000, Buffer.from('0500', 'hex'))])
    const deep = Buffer.from('3080'.repeat(100_000), 'hex')
    const longName = Buffer.concat([Buffer.from('300a06830186a0', 'hex'), Buffer.alloc(100_000, 0x81)])
    for (const bomb of [many, deep, longName]) {
      for (const read of Object.values(readers)) expect(() => read(bomb)).toThrow(Asn1Error)
    }
  })
})
