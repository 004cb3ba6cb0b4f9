import * as fc from 'fast-check'
import { condition, number } from './random-formulas.ts'

/** Figures as tables have them, many of which lie halfway when they are rounded. */
const amount = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 96 }).map((n) => n / 8),
  fc.integer({ min: 0, max: 400 }).map((n) => n / 40),
  fc.constantFrom('1/3', '2/3', '5/6', '0.005', '1.005', '2.675'),
)
export const small = fc.constantFrom<number | string>(0.05, 0.1, 0.125, 0.25, 0.5, 1, 1.5, '1/3', 0.015)
const negative = small.map((one) => (typeof one === 'string' ? `-${one}` : -one))
const signed = fc.oneof(small, negative)

const when = fc.record({ when: condition, points: small })
export const several = <One>(one: fc.Arbitrary<One>, most = 3) => fc.array(one, { minLength: 1, maxLength: most })

const bands = fc.uniqueArray(fc.integer({ min: -2, max: 40 }), { minLength: 2, maxLength: 4 }).map((ends) => {
  const sorted = ends.toSorted((a, b) => b - a)
  return sorted.map((from, index) => (index === 0 ? { from } : { from, below: sorted[index - 1] }))
})

const tiers = fc
  .tuple(
    bands,
    fc.array(amount, { minLength: 5, maxLength: 5 }),
    fc.constantFrom('first', 'highest', 'lowest'),
    fc.boolean(),
  )
  .map(([ends, points, pick, isSliding]) => ({
    rule: 'tiers',
    of: 'n1',
    pick,
    otherwise: 0,
    tiers: ends.map((band, index) =>
      isSliding && 'below' in band
        ? { ...band, slide: [points[index], points[index + 1]] }
        : { ...band, points: points[index] },
    ),
  }))

const stretch = fc
  .record({
    points: signed,
    begun: fc.boolean(),
    atMost: fc.constantFrom(0.5, 1, 2),
  })
  .chain((one) =>
    fc
      .constantFrom<object>({ days: 3 }, { workingDays: 2 }, { weeks: 1 }, { months: 1 })
      .map((length) => ({ ...one, ...length })),
  )

export const kinds = fc.oneof(
  fc.record({ rule: fc.constant('fixed'), points: small, when: condition }),
  fc.record({ rule: fc.constant('pass'), passed: condition, failed: small }),
  fc.record({ rule: fc.constant('parts'), parts: several(when) }),
  tiers,
  fc.record({
    rule: fc.constant('tiers'),
    of: fc.constant('c1'),
    tiers: fc.constant([
      { is: 'Tốt', points: 3 },
      { is: ['Khá', 'Yếu'], share: '1/3' },
    ]),
  }),
  fc.record({
    rule: fc.constant('one_of'),
    options: several(when),
    pick: fc.constantFrom('first', 'highest', 'lowest'),
    none: small,
  }),
  fc.record({
    rule: fc.constant('step'),
    of: number,
    over: fc.integer({ min: 0, max: 9 }),
    each: small,
    points: signed,
    partial: fc.boolean(),
  }),
  fc.record({
    rule: fc.constant('matrix'),
    rows: fc.record({ of: fc.constant('n1'), bands }),
    columns: fc.record({ of: fc.constant('n2'), bands }),
    points: fc.constant([
      [1, 2.125, null, 3],
      [null, 1, 0.5, 2],
      [0, 1, 1, 1],
      [1, 1, 1, 1],
    ]),
    otherwise: fc.constant(0.5),
  }),
  fc.record({
    rule: fc.constant('proportional'),
    done: fc.constant('n1'),
    of: fc.constantFrom('n2', '7'),
    over: fc.constantFrom('cut', 'counts'),
    better: fc.constantFrom('more', 'less'),
  }),
  fc.record({
    rule: fc.constant('relative_to_leader'),
    actual: fc.constant('n1'),
    target: fc.constant('n2'),
    better: fc.constantFrom('more', 'less'),
    met: fc.constantFrom('1/2', '2/3', 0.4),
    below: fc.constantFrom('proportional', 'zero'),
    leaderMustExceed: fc.boolean(),
    whenTargetIsZero: fc.constantFrom('ask', 'leads', 'met'),
  }),
  fc.record({
    rule: fc.constant('points_by_rank'),
    of: fc.constantFrom('n1', 'm1'),
    points: fc.constant([6, 4.5, 3]),
    beyond: small,
    better: fc.constantFrom('more', 'less'),
    ties: fc.constantFrom('best_place', 'average'),
    assessors: fc.constantFrom('average_then_rank', 'rank_then_average'),
  }),
  fc.record({
    rule: fc.constant('deadline'),
    date: fc.constant('d1'),
    due: fc.constant("'2023-06-12'"),
    onTime: small,
    late: signed,
    never: signed,
    lateEach: stretch,
    earlyEach: stretch,
    early: fc.constant([
      { days: 3, points: 0.5 },
      { workingDays: 5, points: 1 },
    ]),
  }),
  fc.record({
    rule: fc.constant('per_period'),
    reports: fc.constant('r1'),
    points: fc.record({ onTime: small, late: signed, missing: negative }),
  }),
  fc.record({
    rule: fc.constant('per_case'),
    cases: fc.constant('k1'),
    where: fc.constantFrom('case.p > 0.5', "case.s != 'b'"),
    exempt: fc.constant('case.y'),
    free: fc.nat(2),
    points: fc.constantFrom('-case.p', '-0.25', 'case.p / 3'),
  }),
  fc.record({ rule: fc.constant('per_case'), cases: fc.constant('k3'), points: negative, free: fc.nat(1) }),
  fc.record({
    rule: fc.constant('flexible'),
    cases: fc.constant('k1'),
    points: fc.constant('case.p'),
    from: fc.constant(-3),
    to: fc.constant(3),
  }),
  fc.record({
    rule: fc.constant('awards'),
    awards: fc.constant('k2'),
    points: fc.constant([
      { award: 'Cờ', points: 1.5 },
      { award: 'bằng khen', points: 0.125 },
    ]),
    pick: fc.constantFrom('sum', 'highest'),
  }),
  fc.record({ rule: fc.constant('judged'), step: fc.constant(0.125) }),
  fc.record({ rule: fc.constant('formula'), points: number }),
)
