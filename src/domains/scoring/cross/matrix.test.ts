import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conflictKey, drawMatrix, fieldMatrix, successorOf, type Drawing, type Matrix } from './matrix.ts'

const named = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`)
const none: ReadonlySet<string> = new Set()

const spreadOf = ({ pairings }: Matrix, units: readonly string[]) => {
  const loads = units.map((unit) => pairings.filter(({ assessor }) => assessor === unit).length)
  return Math.max(...loads) - Math.min(...loads)
}

const drawings = fc
  .record({
    count: fc.integer({ min: 2, max: 20 }),
    share: fc.integer({ min: 1, max: 6 }),
    parts: fc.integer({ min: 1, max: 5 }),
    seed: fc.string({ minLength: 1, maxLength: 12 }),
    barred: fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 12 }),
  })
  .map(({ count, share, parts, seed, barred }): Drawing => {
    const conflicts = new Set(barred.map(([a, b]) => conflictKey(`u${a % count}`, `u${b % count}`)))
    return {
      units: named(count),
      parts: parts === 1 ? [''] : Array.from({ length: parts }, (_, index) => `I${index}`),
      perUnit: Math.min(share, count - 1),
      conflicts,
      seed,
    }
  })

describe('the assignment matrix', () => {
  test('never asks a unit about itself, nor one in conflict, nor twice for the same', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const { pairings, short } = drawMatrix(drawing)
        const keys = pairings.map(({ unit, part, assessor }) => `${unit} ${part} ${assessor}`)
        expect(new Set(keys).size).toBe(keys.length)
        for (const { unit, assessor } of pairings) {
          expect(assessor).not.toBe(unit)
          expect(drawing.conflicts.has(conflictKey(assessor, unit))).toBe(false)
        }
        for (const unit of drawing.units) {
          const legal = drawing.units.filter((one) => one !== unit && !drawing.conflicts.has(conflictKey(one, unit)))
          for (const part of drawing.parts) {
            const has = pairings.filter((one) => one.unit === unit && one.part === part).length
            const lacks = short.find((one) => one.unit === unit && one.part === part)?.lacks ?? 0
            expect(has).toBe(Math.min(drawing.perUnit, legal.length))
            expect(has + lacks).toBe(drawing.perUnit)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('without conflicts gives everyone the same load, and no pair assesses each other while that can be avoided', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const matrix = drawMatrix({ ...drawing, conflicts: none })
        expect(spreadOf(matrix, drawing.units)).toBe(0)
        const cannotBeAvoided = drawing.perUnit > (drawing.units.length - 1) / 2
        expect(cannotBeAvoided || matrix.pairings.every(({ isMutual }) => !isMutual)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('is the same for the same seed in whatever order units come, and another for another seed', () => {
    const drawing: Drawing = { units: named(12), parts: [''], perUnit: 3, conflicts: none, seed: 'khối 2023' }
    expect(drawMatrix({ ...drawing, units: drawing.units.toReversed() })).toEqual(drawMatrix(drawing))
    expect(drawMatrix({ ...drawing, seed: 'lần hai' })).not.toEqual(drawMatrix(drawing))
  })

  test('tells which pairs assess each other when so few units leave no choice', () => {
    const { pairings, short } = drawMatrix({ units: named(4), parts: [''], perUnit: 2, conflicts: none, seed: 'x' })
    expect(short).toEqual([])
    expect(pairings.filter(({ isMutual }) => isMutual)).toHaveLength(4)
  })

  test('stays nearly even with some conflicts, rather than let two assess each other', () => {
    const conflicts = new Set([conflictKey('u0', 'u1'), conflictKey('u2', 'u1'), conflictKey('u3', 'u4')])
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const units = named(10)
      const matrix = drawMatrix({ units, parts: [''], perUnit: 3, conflicts, seed })
      expect(matrix.short).toEqual([])
      expect(spreadOf(matrix, units)).toBeLessThanOrEqual(2)
      expect(matrix.pairings.filter(({ isMutual }) => isMutual)).toEqual([])
    }
  })
})

test('departments assess their field in every sheet but their own; a field without anyone is told', () => {
  const fields = [
    { part: 'I', holders: ['so-a', 'u1'] },
    { part: 'II', holders: ['so-b'] },
    { part: 'III', holders: [] },
  ]
  const { pairings, short } = fieldMatrix(['u1', 'u2'], fields, new Set([conflictKey('so-b', 'u2')]))
  expect(pairings.map(({ unit, part, assessor }) => `${unit} ${part} ${assessor}`)).toEqual([
    'u1 I so-a',
    'u2 I so-a',
    'u2 I u1',
    'u1 II so-b',
  ])
  expect(short.map(({ unit, part }) => `${unit} ${part}`)).toEqual(['u2 II', 'u1 III', 'u2 III'])
})

test('a place that becomes free passes to the least loaded who may take it, and to nobody when none is left', () => {
  const standing = [
    { unit: 'u1', part: '', assessor: 'u2' },
    { unit: 'u0', part: '', assessor: 'u3' },
  ]
  const vacancy = { unit: 'u0', part: '', among: named(5), standing, gone: ['u1'], conflicts: none, seed: 's' }
  expect(successorOf(vacancy)).toBe('u4')
  expect(successorOf({ ...vacancy, conflicts: new Set([conflictKey('u4', 'u0')]) })).toBe('u2')
  expect(successorOf({ ...vacancy, among: ['u0', 'u1', 'u3'] })).toBeUndefined()
})
