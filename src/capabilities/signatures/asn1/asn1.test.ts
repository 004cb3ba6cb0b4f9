import { assert, bigInt, property, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Asn1Error, children, readElement, readHexInteger, readOctets, readOid, readTime } from './read.ts'
import { element, integer, octets, oid, sequence, setOf, time } from './write.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('DER', () => {
  test('writes and reads lengths of every size', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 70_000]) {
      const bytes = octets(new Uint8Array(length).fill(5))
      expect(readElement(bytes).content).toHaveLength(length)
    }
    expect(hex(octets(new Uint8Array(128)).subarray(0, 3))).toBe('048180')
  })

  test('writes integers with as few bytes as the standard wants', () => {
    expect([0, 1, 127, 128, 256].map((value) => hex(integer(value)))).toEqual([
      '020100',
      '020101',
      '02017f',
      '02020080',
      '02020100',
    ])
    expect(hex(integer(Uint8Array.of(0, 0, 0x80)))).toBe('02020080')
    assert(
      property(bigInt({ min: 1n, max: 2n ** 128n }), (value) => {
        const digits = value.toString(16)
        const bytes = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex')
        expect(BigInt(`0x${readHexInteger(readElement(integer(bytes)))}`)).toBe(value)
      }),
    )
  })

  test('keeps identifiers with arcs as long as a UUID', () => {
    for (const dotted of [
      '1.2.840.113549.1.7.2',
      '2.5.29.15',
      '2.25.62343489807503604615418719881811083675.1',
      '0.9.2342',
    ]) {
      expect(readOid(readElement(oid(dotted)))).toBe(dotted)
    }
  })

  test('puts the members of a set in order', () => {
    expect(hex(setOf(integer(2), integer(1)))).toBe('3106020101020102')
  })

  test('writes years until 2049 with two digits and reads both kinds', () => {
    const [near, far] = [new Date('2049-12-31T23:59:59Z'), new Date('2050-01-01T00:00:00Z')]
    expect([time(near)[0], time(far)[0]]).toEqual([0x17, 0x18])
    expect([near, far].map((date) => readTime(readElement(time(date))))).toEqual([near, far])
    expect(() => readTime(readElement(element(0x17, Buffer.from('261399000000Z'))))).toThrow(Asn1Error)
  })

  test('understands indefinite lengths and octets in pieces', () => {
    const pieces = Buffer.from('24800401010401020000', 'hex')
    expect(hex(readOctets(readElement(pieces)))).toBe('0102')
  })

  test('answers noise with its own error or an element, never anything else', () => {
    const outcome = (bytes: Uint8Array) => {
      try {
        return children(readElement(bytes)).length >= 0
      } catch (error) {
        return error instanceof Asn1Error
      }
    }
    assert(property(uint8Array({ maxLength: 60 }), (bytes) => outcome(bytes)))
  })

  test('does not follow a nest without end', () => {
    const nest = Buffer.from('3080'.repeat(50_000), 'hex')
    expect(() => readElement(nest)).toThrow(Asn1Error)
    expect(hex(sequence())).toBe('3000')
  })
})
