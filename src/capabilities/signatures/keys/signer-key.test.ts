import { createPublicKey, verify } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeSignerKey, openSignerKey, proofMessage, proveKey, signWith } from './signer-key.ts'
import type { SealedKey } from './signer-key.ts'

const passphrase = 'Lời thề Ánh Dương 1954'
let publicKey: Uint8Array
let sealed: SealedKey

beforeAll(async () => {
  ;({ publicKey, sealed } = await makeSignerKey(passphrase))
})

const message = new TextEncoder().encode('các điều đã ký')

function isSignedBy(bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
  return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

describe('a sealed key', () => {
  test('opens with its passphrase and signs', async () => {
    const key = await openSignerKey(sealed, passphrase)
    expect(isSignedBy(message, await signWith(key, message))).toBe(true)
  })

  test('opens when the passphrase is typed in pieces', async () => {
    const key = await openSignerKey(sealed, passphrase.normalize('NFD'))
    expect(isSignedBy(message, await signWith(key, message))).toBe(true)
  })

  test('stays shut to another passphrase, one tone mark off', async () => {
    await expect(openSignerKey(sealed, 'Lời thề Ảnh Dương 1954')).rejects.toMatchObject({ problem: 'passphrase.wrong' })
  })

  test('survives JSON and holds nothing readable', async () => {
    const again = JSON.parse(JSON.stringify(sealed)) as SealedKey
    expect(again).toMatchObject({ version: 1, derivation: 'PBKDF2-SHA-256', iterations: 600_000 })
    await expect(openSignerKey(again, passphrase)).resolves.toBeDefined()
  })

  test('opened gives its private half to nobody', async () => {
    const { privateKey } = await openSignerKey(sealed, passphrase)
    expect(privateKey.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow('not extractable')
  })

  test('that was weakened or damaged is refused before any work', async () => {
    for (const broken of [{ iterations: 1_000 }, { iterations: 1e9 }, { version: 2 as 1 }, { box: '%' }]) {
      const problem = { problem: 'sealedKey.unreadable' }
      await expect(openSignerKey({ ...sealed, ...broken }, passphrase)).rejects.toMatchObject(problem)
    }
  })
})

test('a proof of possession is no signature over the challenge itself', async () => {
  const key = await openSignerKey(sealed, passphrase)
  const challenge = crypto.getRandomValues(new Uint8Array(32))
  const proof = await proveKey(key, challenge)
  expect(isSignedBy(proofMessage(challenge), proof)).toBe(true)
  expect(isSignedBy(challenge, proof)).toBe(false)
})
