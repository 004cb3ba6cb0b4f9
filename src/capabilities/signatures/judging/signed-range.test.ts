import { beforeAll, describe, expect, test } from 'vitest'
import { found } from '#platform/errors.ts'
import { openPdf } from '../pdf/file.ts'
import { signatureFieldsOf } from '../pdf/pages.ts'
import { raw } from '../pdf/value.ts'
import { readSignedRange } from './signed-range.ts'
import { editSignature, forgeries } from '../testing/attacks-on-signatures.ts'
import { borrowSignature } from '../testing/attacks.ts'
import { editField } from '../testing/edit.ts'
import { coverage, wrapped } from '../testing/forge.ts'
import { makeHouse, signInTurn } from '../testing/signers.ts'
import type { TestHouse } from '../testing/signers.ts'
import { verifyPdf } from '../verify-pdf.ts'

let house: TestHouse
let five: Uint8Array

beforeAll(async () => {
  house = await makeHouse()
  five = found((await signInTurn(house, 5)).at(-1))
})

function problemOf(pdf: Uint8Array, field: string) {
  const file = openPdf(pdf)
  const range = readSignedRange(file, found(signatureFieldsOf(file).find(({ name }) => name === field)))
  return typeof range === 'string' ? range : null
}

test('a signature of ours covers a revision, all but its own value', () => {
  expect(problemOf(five, 'unit-5')).toBe(null)
})

test.each([
  ['Contents is missing', 'contents.missing'],
  ['Contents is null', 'contents.missing'],
  ['Contents is empty', 'contents.missing'],
  ['Contents has an odd digit', 'contents.oddDigits'],
  ['Contents is in words', 'contents.notHex'],
  ['ByteRange is missing', 'byteRange.missing'],
  ['ByteRange is null', 'byteRange.missing'],
  ['ByteRange is empty', 'byteRange.notFour'],
  ['ByteRange has one range', 'byteRange.notFour'],
  ['ByteRange is negative', 'byteRange.negative'],
  ['ByteRange holds null', 'byteRange.notIntegers'],
  ['ByteRange is larger than any file', 'byteRange.beyond'],
  ['ByteRange is kept in another object', 'byteRange.indirect'],
])('when %s it is named: %s', (name, problem) => {
  expect(problemOf(found(forgeries[name])(five), 'unit-5')).toBe(problem)
})

const says = (key: string, text: string) => editSignature((old) => new Map([...old, [key, raw(text)] as const]))(five)

test.each([
  ['[0 500 400 100]', 'byteRange.overlap'],
  ['[1 500 600 100]', 'byteRange.start'],
  ['[0 500 600 100.5]', 'byteRange.notIntegers'],
  ['[0 500 600 100]', 'byteRange.gap'],
  ['[0 500 600 1 0 R]', 'byteRange.indirect'],
  ['[0 500 600 100 700 100]', 'byteRange.notFour'],
  ['(0 500 600 100)', 'byteRange.notFour'],
])('a range written as %s is named: %s', (text, problem) => {
  expect(problemOf(says('ByteRange', text), 'unit-5')).toBe(problem)
})

test('a value that is kept elsewhere, packed away, or shared is named', () => {
  expect(problemOf(says('Contents', '1 0 R'), 'unit-5')).toBe('contents.indirect')
  expect(problemOf(says('Contents', '<30 80>'), 'unit-5')).toBe('contents.notHex')
  const direct = editField('unit-5', (_, field) => ({ V: field.value }))
  expect(problemOf(direct(five), 'unit-5')).toBe('contents.packed')
  expect(problemOf(borrowSignature(five), 'unit-6')).toBe('contents.shared')
})

describe('really signed, but', () => {
  test.each([
    ['the range has one part, up to the signature', 'byteRange.notFour'],
    ['the gap is larger than the signature, behind it', 'byteRange.gap'],
    ['the gap is larger than the signature, before it', 'byteRange.gap'],
    ['the last bytes are left out', 'byteRange.end'],
    ['the first bytes are left out', 'byteRange.start'],
    ['the range has three parts and two gaps', 'byteRange.notFour'],
  ])('%s: %s', async (name, problem) => {
    const pdf = await found(coverage[name])(house)
    const report = await verifyPdf(pdf, { trust: [house.root], at: new Date() })
    expect(report).toMatchObject({ verdict: 'altered', signatures: [{ state: 'broken', problems: [problem] }] })
  })

  test('something else stands in the gap', async () => {
    expect(problemOf(await wrapped(house), 'unit-1')).toBe('byteRange.gap')
  })
})
