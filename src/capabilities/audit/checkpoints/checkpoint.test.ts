import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { fromCrockford, toCrockford } from '../crockford.ts'
import { checkpointBytes, readCheckpoints, writeCheckpoint, type SignedCheckpoint } from './checkpoint.ts'

function makeCheckpoint(): SignedCheckpoint {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const plain = {
    tenant: 'nam_dinh',
    number: 153,
    hash: new Uint8Array(randomBytes(32)),
    at: new Date('2026-11-23T02:00:00Z'),
    seal: new Uint8Array(randomBytes(16)),
  }
  const signature = sign('sha256', checkpointBytes(plain), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return { ...plain, signature: new Uint8Array(signature) }
}

test('bytes come back from base 32, also when a reader typed O for 0 and l for 1', () => {
  for (const length of [1, 16, 32, 64]) {
    const bytes = new Uint8Array(randomBytes(length))
    const text = toCrockford(bytes)
    expect(fromCrockford(text.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'), length)).toEqual(bytes)
  }
  expect(() => fromCrockford('ZZ', 1)).toThrow(RangeError)
  expect(() => fromCrockford('U0', 1)).toThrow(RangeError)
})

test('a line is read back whole, and its bytes are what was signed', () => {
  const made = makeCheckpoint()
  const line = writeCheckpoint(made)
  expect(line).toMatch(/^GU1\/nam_dinh\/153\/[0-9A-Z]{52}\/20261123T020000Z\/[0-9A-Z]{26}\/[0-9A-Z]{103}\/$/)
  expect(readCheckpoints(line)).toEqual({ checkpoints: [made], unreadable: 0 })
})

test('lines broken anywhere, quoted by a mail and standing among other words are read', () => {
  const [one, two] = [makeCheckpoint(), makeCheckpoint()]
  const narrow = writeCheckpoint(one).replaceAll(/(.{17})/g, '$1\n')
  const quoted = writeCheckpoint(two).replaceAll(/(.{60})/g, '$1\r\n> ')
  const text = `Dấu mốc nhật ký:\n${narrow}\nKính thư\n> ${quoted}\nGU1 là gì?`
  expect(readCheckpoints(text)).toEqual({ checkpoints: [one, two], unreadable: 0 })
})

test('a line that was cut or misprinted is counted, not guessed', () => {
  const line = writeCheckpoint(makeCheckpoint())
  const cut = readCheckpoints(line.slice(0, 150))
  const misprinted = readCheckpoints(line.replace(/\/153\//, '/15X/'))
  expect([cut, misprinted]).toEqual([
    { checkpoints: [], unreadable: 1 },
    { checkpoints: [], unreadable: 1 },
  ])
})
