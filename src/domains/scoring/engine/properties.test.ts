import {
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  option,
  property,
  record,
  tuple,
  type Arbitrary,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreFacts } from '../table/score-facts.ts'
import { scoreTable, type ScoreTableInput } from '../table/score-table.ts'
import { readyTable } from './ready-table.ts'
import { rescore, type Change } from './rescore.ts'
import { scoreAll, scoreUnits } from './score-units.ts'
import type { CriterionScore, ScoreResult } from './score-result.ts'

/** Every way in which one unit's fact may move others, and every limit. */
const table = scoreTable.parse({
  format: 'giao-uoc/score-table@1',
  code: 'P',
  title: 'P',
  version: '1',
  facts: {
    dat: { label: 'Đạt', type: 'number' },
    giao: { label: 'Giao', type: 'number' },
    loi: { label: 'Lỗi', type: 'cases' },
    diem: { label: 'Điểm', type: 'number' },
  },
  derived: { ty_le: 'dat / giao', cao_nhat: 'best(ty_le)' },
  maxBonus: 3,
  sections: [
    {
      code: 'I',
      title: 'I',
      max: 18,
      children: [
        { code: 'I.1', title: 'I.1', max: 10, rules: [{ rule: 'relative_to_leader', actual: 'dat', target: 'giao' }] },
        { code: 'I.2', title: 'I.2', max: 5, rules: [{ rule: 'proportional', done: 'diem', of: '9' }] },
        {
          code: 'I.3',
          title: 'I.3',
          max: 4,
          rules: [
            { rule: 'fixed', points: 4 },
            { rule: 'per_case', cases: 'loi', points: '-1/3', atMost: 2 },
          ],
        },
      ],
    },
    {
      code: 'II',
      title: 'II',
      column: 'bonus',
      maxBonus: 2,
      children: [
        { code: 'II.1', title: 'II.1', rules: [{ rule: 'formula', points: 'if(ty_le == cao_nhat, 1.5, 0)' }] },
        { code: 'II.2', title: 'II.2', rules: [{ rule: 'formula', points: "if(share('I.1') > 0.8, 1, 0)" }] },
        {
          code: 'II.3',
          title: 'II.3',
          rules: [{ rule: 'formula', points: "2 - rankOf(points('I.2')) / 2", floor: 0 }],
        },
      ],
    },
  ],
  disqualify: [{ when: 'count(loi) > 8', text: 'quá nhiều lỗi' }],
  classes: [
    { name: 'A', when: 'rank <= 2' },
    { name: 'B', when: 'true' },
  ],
  ranking: { by: 'percent', ties: [{ by: 'diem' }] },
} satisfies ScoreTableInput)
const ready = readyTable(table)

const amount = integer({ min: 0, max: 60 }).map((tenths) => tenths / 4)
const target = integer({ min: 0, max: 12 })
const kept = <Value>(of: Arbitrary<Value>) => option(of, { nil: null, freq: 8 })
const unitFacts = record({
  dat: kept(amount),
  giao: kept(
    tuple(target, boolean()).map(([value, isOut]) => (isOut && value > 10 ? { value, assigned: false } : value)),
  ),
  loi: kept(integer({ min: 0, max: 9 })),
  diem: kept(amount),
})
const units = array(tuple(unitFacts, constantFrom('k1', 'k2')), { minLength: 1, maxLength: 7 }).map((all) =>
  all.map(([facts, group], index) => ({ id: `u${index}`, group, facts })),
)

const plain = (result: ScoreResult): unknown => JSON.parse(JSON.stringify(result))
const byId = (result: ScoreResult) => ({
  units: result.units.toSorted((one, other) => one.unit.localeCompare(other.unit)),
  ties: result.ties.map((tie) => `${tie.group} ${tie.rank} ${tie.chain} ${tie.units.toSorted().join(' ')}`).toSorted(),
})
const flat = (all: readonly CriterionScore[]): CriterionScore[] => all.flatMap((one) => [one, ...flat(one.children)])

describe('for any units and facts', () => {
  test('the order in which units and facts come changes nothing', () => {
    const holds = property(units, (all) => {
      const turned = all
        .map((unit) => ({ ...unit, facts: Object.fromEntries(Object.entries(unit.facts).reverse()) }))
        .reverse()
      const one = scoreUnits(ready, scoreFacts.parse({ units: all }))
      const other = scoreUnits(ready, scoreFacts.parse({ units: turned }))
      expect(JSON.stringify(byId(other))).toBe(JSON.stringify(byId(one)))
    })
    expect(() => assert(holds, { numRuns: 60 })).not.toThrow()
  })

  test('limits are never passed, and base, bonus and penalty always make the total', () => {
    const holds = property(units, (all) => {
      for (const unit of scoreUnits(ready, scoreFacts.parse({ units: all })).units) {
        const sum = Number(unit.base) + Number(unit.bonus) + Number(unit.penalty)
        expect(sum).toBeCloseTo(Number(unit.total), 9)
        expect(Number(unit.bonus)).toBeLessThanOrEqual(3)
        expect(Number(unit.base)).toBeLessThanOrEqual(Number(unit.max))
        for (const { code, base, bonus, penalty, max } of flat(unit.criteria)) {
          expect(Number(base)).toBeLessThanOrEqual(Number(max ?? 0))
          expect(Number(bonus)).toBeLessThanOrEqual(code === 'II' ? 2 : 1.5)
          expect(Number(penalty)).toBeGreaterThanOrEqual(-2)
        }
      }
    })
    expect(() => assert(holds, { numRuns: 60 })).not.toThrow()
  })

  test('more done is never fewer points, and one more fault never more', () => {
    const holds = property(units, constantFrom('diem', 'loi'), (all, key) => {
      const [first, ...rest] = all
      const value = first?.facts[key]
      if (first === undefined || typeof value !== 'number') return
      const more = { ...first, facts: { ...first.facts, [key]: value + 1 } }
      const points = (of: typeof all) => {
        const { criteria = [] } = scoreUnits(ready, scoreFacts.parse({ units: of })).units[0] ?? {}
        return Number(flat(criteria).find(({ code }) => code === (key === 'diem' ? 'I.2' : 'I.3'))?.points)
      }
      const [before, after] = [points(all), points([more, ...rest])]
      expect((after - before) * (key === 'diem' ? 1 : -1)).toBeGreaterThanOrEqual(0)
    })
    expect(() => assert(holds, { numRuns: 40 })).not.toThrow()
  })

  test('one change after another gives what computing all again gives', () => {
    const change: Arbitrary<{ unit: number; key: 'dat' | 'giao' | 'loi' | 'diem'; to: number | null }> = record({
      unit: integer({ min: 0, max: 6 }),
      key: constantFrom('dat', 'giao', 'loi', 'diem'),
      to: kept(integer({ min: 0, max: 12 })),
    })
    const holds = property(units, array(change, { maxLength: 6 }), (all, changes) => {
      const facts = scoreFacts.parse({ units: all })
      let scored = scoreAll(ready, facts)
      for (const { unit, key, to } of changes) {
        const changed = facts.units[unit % all.length]
        if (changed === undefined) continue
        changed.facts = { ...changed.facts, [key]: to }
        scored = rescore(scored, { unit: changed.id, fact: key, value: to })
      }
      expect(plain(scored.result)).toEqual(plain(scoreUnits(ready, facts)))
    })
    expect(() => assert(holds, { numRuns: 60 })).not.toThrow()
  })
})

describe('one changed fact', () => {
  const all = Array.from({ length: 40 }, (_none, index) => ({
    id: `u${index}`,
    group: index < 20 ? 'k1' : 'k2',
    facts: { dat: index, giao: 10, loi: index % 3, diem: index % 7 },
    marks: {},
  }))
  const again = (change: Change) => rescore(scoreAll(ready, scoreFacts.parse({ units: all })), change).again

  test('is computed again for its own unit alone where nobody else rests on it', () => {
    expect(again({ unit: 'u3', fact: 'loi', value: 1 })).toEqual({ leaves: 1, units: 1 })
  })

  test('reaches its bloc, and no other, where others are measured by it', () => {
    // Relative to the leader, the best share, and what rests on those points: three leaves of twenty units.
    expect(again({ unit: 'u3', fact: 'dat', value: 1 })).toEqual({ leaves: 60, units: 20 })
    // Places by its own points: one leaf of its own, and one of each of twenty.
    expect(again({ unit: 'u3', fact: 'diem', value: 1 })).toEqual({ leaves: 21, units: 20 })
  })

  test('that the table does not know changes nothing; an agreed figure moves sums', () => {
    expect(again({ unit: 'u3', fact: 'khac', value: 1 })).toEqual({ leaves: 0, units: 0 })
    const agreed = { points: 5, reason: 'Biên bản' }
    const scored = rescore(scoreAll(ready, scoreFacts.parse({ units: all })), {
      unit: 'u0',
      agreed: 'i3',
      value: agreed,
    })
    const facts = scoreFacts.parse({
      units: all.with(0, { ...all[0], agreed: { i3: agreed } } as (typeof all)[number]),
    })
    expect(plain(scored.result)).toEqual(plain(scoreUnits(ready, facts)))
  })
})
