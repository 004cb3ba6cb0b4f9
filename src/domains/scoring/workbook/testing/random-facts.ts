import * as fc from 'fast-check'
import { scoreFacts, type ScoreFacts } from '../../table/score-facts.ts'

const code = (section: number, at: number) => `${section + 1}.${at + 1}`

const figure = fc.oneof(
  fc.integer({ min: 0, max: 20 }),
  fc.integer({ min: 0, max: 80 }).map((n) => n / 8),
  fc.integer({ min: 0, max: 999 }).map((n) => n / 100),
)
const seldom = <One>(one: fc.Arbitrary<One>, instead: unknown) =>
  fc.oneof({ weight: 30, arbitrary: one }, { weight: 1, arbitrary: fc.constant(instead) })
const day = fc.integer({ min: 1, max: 60 }).map((n) => new Date(Date.UTC(2023, 4, n)).toISOString().slice(0, 10))
const report = fc.record({ kind: fc.constantFrom('month', 'year'), due: day, sent: fc.option(day) })
const oneCase = fc.record({ p: fc.constantFrom(0.25, 0.5, 0.75, 1.125), y: fc.boolean(), s: fc.constantFrom('a', 'b') })

const unitFacts = fc.record({
  n1: fc.oneof(
    { weight: 12, arbitrary: seldom(figure, null) },
    { weight: 1, arbitrary: figure.map((value) => ({ value, assigned: false })) },
  ),
  n2: seldom(figure, null),
  n3: fc.integer({ min: 0, max: 3 }),
  y1: seldom(fc.boolean(), null),
  y2: fc.boolean(),
  d1: seldom(fc.oneof(day, fc.constant(false)), null),
  c1: fc.constantFrom('Yếu', 'Khá', 'Tốt'),
  t1: fc.constantFrom('a', 'b', 'c'),
  k1: fc.array(oneCase, { maxLength: 4 }),
  k2: fc.array(fc.constantFrom('cờ', 'Bằng khen', 'khác'), { maxLength: 3 }),
  k3: fc.oneof(fc.nat(4), fc.array(oneCase, { maxLength: 3 })),
  r1: fc.array(report, { maxLength: 4 }),
  m1: fc.record({ a: figure, b: figure, c: figure, d: figure }).map((marks) => ({ marks })),
})

/** Units of three groups, some with equal figures, some with facts that are missing or were not assigned. */
export const randomFacts = (units: number): fc.Arbitrary<ScoreFacts> =>
  fc
    .array(
      fc.record({
        facts: unitFacts,
        mark: fc.integer({ min: 0, max: 32 }),
        kind: fc.constantFrom('x', 'y', 'y'),
        group: fc.constantFrom('g1', 'g2', 'g2'),
      }),
      {
        minLength: units,
        maxLength: units,
      },
    )
    .map((all) =>
      scoreFacts.parse({
        units: all.map(({ facts: known, mark, ...unit }, at) => ({
          ...unit,
          id: `u${at}`,
          facts: known,
          marks: Object.fromEntries(
            Array.from({ length: 16 }, (_none, index) => [code(index >> 2, index % 4), mark / 8]),
          ),
          agreed: mark === 3 ? { '1.1': { points: 2.25, reason: 'thống nhất' } } : {},
        })),
      }),
    )
