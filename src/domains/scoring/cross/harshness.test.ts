import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, decimalText, exact, type Exact } from '#platform/exact.ts'
import { combined, lookAtAssessors, medianOf, type Given } from './harshness.ts'

const share = fc.integer({ min: 0, max: 100 }).map((percent) => exact(String(percent / 100)))
const field = fc.uniqueArray(fc.record({ unit: fc.nat(6), assessor: fc.nat(8), share }), {
  selector: ({ unit, assessor }) => `${unit} ${assessor}`,
  maxLength: 50,
})
const givenOf = (rows: readonly { unit: number; assessor: number; share: Exact }[]): Given[] =>
  rows.map((one) => ({ unit: `u${one.unit}`, assessor: `a${one.assessor}`, share: one.share }))

const least = (values: readonly Exact[]) => values.toSorted(compare)[0] ?? exact('0')

describe('several assessors of one sheet', () => {
  test('one absurd score leaves the middle between those of the others', () => {
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 2, maxLength: 9 }),
        fc.integer({ min: -9999, max: 9999 }),
        (own, far) => {
          const middle = combined([...own, exact(String(far))], 'median') ?? exact('0')
          expect(compare(middle, least(own))).toBeGreaterThanOrEqual(0)
          expect(compare(middle, own.toSorted(compare).at(-1) ?? exact('0'))).toBeLessThanOrEqual(0)
        },
      ),
    )
  })

  test('a zero is a score, and no score at all makes no figure', () => {
    expect(combined([exact('0'), exact('4'), exact('0')], 'median')).toEqual(exact('0'))
    expect(decimalText(combined([exact('0'), exact('4'), exact('1')], 'mean') ?? exact('9'), 2)).toBe('1.67')
    expect(combined([], 'median')).toBeNull()
    expect(combined([], 'mean')).toBeNull()
    expect(medianOf([exact('3'), exact('1')])).toEqual(exact('2'))
  })
})

const ofOne = (figures: readonly string[]) =>
  figures.map((figure, index): Given => ({ unit: 'u', assessor: `a${index}`, share: exact(figure) }))

describe('outliers', () => {
  test('are told from the minimum sample on, and below it how many there are and are needed', () => {
    const [small] = lookAtAssessors(ofOne(['0.8', '0.82', '0.1']), 5).units
    expect(small).toMatchObject({ sample: { isEnough: false, had: 3, needed: 5 }, outliers: [] })
    const [enough] = lookAtAssessors(ofOne(['0.8', '0.82', '0.81', '0.79', '0.1']), 5).units
    expect(enough).toMatchObject({ sample: { isEnough: true, had: 5 }, outliers: ['a4'] })
  })

  test('small differences where nearly all agree are none', () => {
    const [one] = lookAtAssessors(ofOne(['0.8', '0.8', '0.8', '0.8', '0.85']), 5).units
    expect(one?.outliers).toEqual([])
  })
})

describe('who leans to severity', () => {
  test('differs from the others on enough sheets', () => {
    const given = ['u1', 'u2', 'u3'].flatMap((unit) => [
      { unit, assessor: 'strict', share: exact('0.6') },
      { unit, assessor: 'a', share: exact('0.8') },
      { unit, assessor: 'b', share: exact('0.82') },
    ])
    const { assessors } = lookAtAssessors(given, 3)
    const strict = assessors.find(({ assessor }) => assessor === 'strict')
    expect(decimalText(strict?.leaning ?? exact('9'), 2)).toBe('-0.21')
    expect(lookAtAssessors(given, 4).assessors.map(({ leaning }) => leaning)).toEqual([null, null, null])
  })

  test('nobody is told anything of less than the sample, whatever the figures', () => {
    fc.assert(
      fc.property(field, fc.integer({ min: 3, max: 7 }), (rows, needed) => {
        const looked = lookAtAssessors(givenOf(rows), needed)
        const told = looked.units.filter(({ sample, outliers }) => !sample.isEnough && outliers.length > 0)
        expect(told).toEqual([])
        for (const { sample, leaning } of looked.assessors) expect(leaning !== null).toBe(sample.isEnough)
      }),
    )
  })

  test('the order in which scores came changes nothing', () => {
    fc.assert(
      fc.property(field, (rows) => {
        expect(lookAtAssessors(givenOf(rows.toReversed()), 3)).toEqual(lookAtAssessors(givenOf(rows), 3))
      }),
    )
  })

  test('an absurd score of one unit moves what is told of others by nothing', () => {
    const usual = ['u1', 'u2', 'u3', 'u4', 'u5'].flatMap((unit) =>
      ['a', 'b', 'c', 'd', 'e'].map((assessor, index) => ({ unit, assessor, share: exact(`0.8${index}`) })),
    )
    const absurd = usual.map((one) => (one.unit === 'u1' && one.assessor === 'e' ? { ...one, share: exact('0') } : one))
    const others = (given: Given[]) => lookAtAssessors(given, 5).units.filter(({ unit }) => unit !== 'u1')
    expect(others(absurd)).toEqual(others(usual))
    expect(lookAtAssessors(absurd, 5).units[0]?.outliers).toEqual(['e'])
  })
})
