import { scoreFacts, type ScoreFacts } from '../../src/domains/scoring/table/score-facts.ts'
import { scoreTable, type ScoreTable, type ScoreTableInput } from '../../src/domains/scoring/table/score-table.ts'

type Rule = NonNullable<ScoreTableInput['sections'][number]['rules']>[number]

/** Ten kinds of criteria, six of each: what real tables are made of. `n` is the criterion's number. */
const kinds: readonly ((n: number) => { rule: Rule; facts: readonly string[]; max?: number; column?: 'bonus' })[] = [
  (n) => ({ rule: { rule: 'proportional', done: `a${n}`, of: `b${n}` }, facts: [`a${n}`, `b${n}`], max: 3 }),
  (n) => ({
    rule: {
      rule: 'tiers',
      of: `a${n} / b${n} * 100`,
      tiers: [
        { from: 98, points: 5 },
        { from: 97, below: 98, points: 4 },
        { from: 96, below: 97, points: 3 },
        { below: 96, points: '1.25' },
      ],
    },
    facts: [`a${n}`, `b${n}`],
    max: 5,
  }),
  (n) => ({
    rule: { rule: 'relative_to_leader', actual: `a${n}`, target: `b${n}` },
    facts: [`a${n}`, `b${n}`],
    max: 5,
  }),
  (n) => ({ rule: { rule: 'pass', passed: `a${n} >= 60` }, facts: [`a${n}`], max: 2 }),
  (n) => ({ rule: { rule: 'per_case', cases: `c${n}`, points: -0.5, atMost: 1.5 }, facts: [`c${n}`] }),
  (n) => ({
    rule: { rule: 'step', of: `a${n}`, over: 92, each: 1, points: 0.1, atMost: 0.5 },
    facts: [`a${n}`],
    column: 'bonus',
  }),
  (n) => ({
    rule: { rule: 'formula', points: `min(max, a${n} / (b${n} + 7) * max)` },
    facts: [`a${n}`, `b${n}`],
    max: 4,
  }),
  (n) => ({
    rule: {
      rule: 'tiers',
      of: `c${n}`,
      tiers: [
        { is: 0, points: 10 },
        { is: 1, points: 8 },
        { is: 2, points: 6 },
        { is: 3, points: 4 },
        { from: 4, points: 0 },
      ],
    },
    facts: [`c${n}`],
    max: 10,
  }),
  () => ({ rule: { rule: 'judged' }, facts: [], max: 5 }),
  (n) => ({
    rule: { rule: 'formula', points: `if(a${n} >= b${n}, max, 0.5 * max)` },
    facts: [`a${n}`, `b${n}`],
    max: 3,
  }),
]

const criteriaCount = 60

export const criteria = Array.from({ length: criteriaCount }, (_none, index) => {
  const kind = kinds[index % kinds.length]
  if (kind === undefined) throw new Error('no kind')
  return { code: `${Math.floor(index / 10) + 1}.${(index % 10) + 1}`, ...kind(index) }
})

/** A table of sixty criteria in six sections, with what real tables hold. */
export const provinceTable: ScoreTable = scoreTable.parse({
  format: 'giao-uoc/score-table@1',
  code: 'BENCH',
  title: 'Bảng điểm lớn',
  version: '1',
  facts: Object.fromEntries(
    criteria.flatMap(({ facts }) => facts).map((key) => [key, { label: key, type: 'number' as const }]),
  ),
  sections: Array.from({ length: 6 }, (_none, section) => ({
    code: String(section + 1),
    title: `Phần ${section + 1}`,
    children: criteria.slice(section * 10, section * 10 + 10).map(({ code, rule, max, column }) => ({
      code,
      title: `Tiêu chí ${code}`,
      rules: [rule],
      ...(max === undefined ? {} : { max }),
      ...(column === undefined ? {} : { column }),
    })),
  })),
} satisfies ScoreTableInput)

/** The same numbers in every run, without a source of chance. */
function numbers(seed: number) {
  let state = seed
  return (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * most)
  }
}

const valueOf = (key: string, next: (most: number) => number) => {
  if (key.startsWith('c')) return next(6)
  return key.startsWith('b') ? 50 + next(50) : 40 + next(600) / 10
}

/** So many units in blocs of twenty. */
export function provinceFacts(units: number): ScoreFacts {
  const next = numbers(2023)
  const keys = Object.keys(provinceTable.facts)
  const judged = criteria.filter(({ rule }) => rule.rule === 'judged').map(({ code }) => code)
  return scoreFacts.parse({
    units: Array.from({ length: units }, (_none, unit) => ({
      id: `U${unit}`,
      name: `Đơn vị ${unit}`,
      group: `Khối ${Math.floor(unit / 20)}`,
      facts: Object.fromEntries(keys.map((key) => [key, valueOf(key, next)])),
      marks: Object.fromEntries(judged.map((code) => [code, next(21) / 4])),
    })),
  })
}
