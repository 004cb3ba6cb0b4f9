import { describe, expect, test } from 'vitest'
import type { ScoreFacts } from '../table/score-facts.ts'
import { scoreFacts } from '../table/score-facts.ts'
import { scoreTable, type ScoreTableInput } from '../table/score-table.ts'
import { computeScores } from './compute-scores.ts'
import { matchedCode } from './criterion-code.ts'
import { sayStep } from './derivation-words.ts'
import { deriveCriterion } from './derive.ts'
import { readyTable } from './ready-table.ts'
import type { CriterionScore, ScoreResult } from './score-result.ts'

const tableOf = (rest: Omit<ScoreTableInput, 'format' | 'code' | 'title' | 'version'>) =>
  scoreTable.parse({ format: 'giao-uoc/score-table@1', code: 'T', title: 'T', version: '1', ...rest })
const factsOf = (units: unknown[], more: object = {}): ScoreFacts => scoreFacts.parse({ units, ...more })
const score = (rest: Parameters<typeof tableOf>[0], units: unknown[]): ScoreResult =>
  computeScores(tableOf(rest), factsOf(units))

function flat(all: readonly CriterionScore[]): CriterionScore[] {
  return all.flatMap((one) => [one, ...flat(one.children)])
}
const criterionOf = (result: ScoreResult, unit: number, code: string) =>
  flat(result.units[unit]?.criteria ?? []).find((one) => one.code === code)

const judged = (code: string, max?: number) => ({
  code,
  title: code,
  rules: [{ rule: 'judged' as const, from: -20, to: 100 }],
  ...(max === undefined ? {} : { max }),
})

describe('totals', () => {
  test('nought is a score and nothing is none: what is missing is named and has no rank', () => {
    const rest = {
      sections: [{ code: 'I', title: 'I', max: 10, rules: [{ rule: 'formula' as const, points: 'x + y' }] }],
    }
    const result = score(rest, [
      { id: 'a', facts: { x: 0, y: 0 } },
      { id: 'b', facts: { x: 0, y: null } },
    ])
    expect(result.units.map(({ state, total, rank, needs }) => ({ state, total, rank, needs }))).toEqual([
      { state: 'complete', total: '0', rank: 1, needs: [] },
      { state: 'incomplete', total: '0', rank: null, needs: ['y'] },
    ])
    expect(criterionOf(result, 1, 'I')).toMatchObject({ standing: 'missing', points: null, proposed: null })
  })

  test('columns, factor, limits of bonus and penalty, and the maximum hold in their order', () => {
    const rest: Parameters<typeof tableOf>[0] = {
      maxBonus: 4,
      sections: [
        { code: 'I', title: 'I', max: 20, factor: 2, children: [judged('I.1', 8), judged('I.2', 8)] },
        { code: 'II', title: 'II', column: 'bonus', max: 3, children: [judged('II.1'), judged('II.2')] },
        { code: 'III', title: 'III', column: 'penalty', maxPenalty: 2, children: [judged('III.1')] },
      ],
    }
    const marks = { 'I.1': 12, 'I.2': 7, 'II.1': 2, 'II.2': 2.5, 'III.1': -5 }
    const result = score(rest, [{ id: 'a', marks }])
    expect(result.units[0]).toMatchObject({ base: '20', bonus: '3', penalty: '-2', total: '21', max: '20' })
    expect(criterionOf(result, 0, 'I.1')).toMatchObject({ base: '8' })
    const steps = deriveCriterion(readyTable(tableOf(rest)), factsOf([{ id: 'a', marks }]), 'a', 'I').steps
    expect(steps.map((step) => sayStep(step, 'vi'))).toEqual([
      'Cộng các mục: điểm chuẩn 15, thưởng 0, trừ 0',
      'Hệ số: 15 × 2 = 30,00 điểm',
      '30 vượt điểm tối đa 20 → 20,00 điểm',
      '= 20/20 điểm',
    ])
  })

  test.each([
    ['no', 8, { base: '8', bonus: '3', penalty: '-1', points: '10' }],
    ['no', 14, { base: '11', bonus: '0', penalty: '-1', points: '10' }],
    ['bonus', 14, { base: '10', bonus: '3', penalty: '-1', points: '12' }],
    ['yes', 14, { base: '14', bonus: '3', penalty: '-1', points: '16' }],
  ] as const)('points may exceed the maximum as the table says: %s, of %d base points', (allowExceed, x, parts) => {
    const rules = [
      { rule: 'formula' as const, points: 'x' },
      { rule: 'formula' as const, points: 3, column: 'bonus' as const },
      { rule: 'formula' as const, points: -1 },
    ]
    const result = score({ sections: [{ code: 'I', title: 'I', max: 10, allowExceed, rules }] }, [
      { id: 'a', facts: { x } },
    ])
    expect(criterionOf(result, 0, 'I')).toMatchObject(parts)
  })

  test('a penalty never takes more than there was, unless the table lets it', () => {
    const children = [judged('1', 5), { ...judged('2'), column: 'penalty' as const }]
    const marks = { 1: 3, 2: -5 }
    const held = score({ sections: [{ code: 'I', title: 'I', children }] }, [{ id: 'a', marks }])
    expect(held.units[0]).toMatchObject({ base: '3', penalty: '-3', total: '0' })
    const free = score({ floor: null, sections: [{ code: 'I', title: 'I', children }] }, [{ id: 'a', marks }])
    expect(free.units[0]).toMatchObject({ base: '3', penalty: '-5', total: '-2' })
  })

  test.each([
    ['highest', '5', '6'],
    ['lowest', '1', '4'],
    ['average', '3', '5'],
    [{ best: 2 }, '8', '11'],
  ] as const)('children combined by %j', (combine, points, max) => {
    const children = [judged('1', 4), judged('2', 5), judged('3', 6)]
    const result = score({ sections: [{ code: 'I', title: 'I', combine, children }] }, [
      { id: 'a', marks: { 1: 1, 2: 3, 3: 5 } },
    ])
    expect(criterionOf(result, 0, 'I')).toMatchObject({ points, max })
  })

  test('rounding happens where it is declared, half away from zero, and nowhere else', () => {
    const sections = [{ code: 'I', title: 'I', children: [1, 2, 3].map((n) => ({ ...third, code: `I.${n}` })) }]
    const leafs = score({ sections }, [{ id: 'a' }])
    expect(leafs.units[0]).toMatchObject({ total: '0.99', percent: '24.75' })
    const none = score({ sections, rounding: { leaf: null, total: 0, percent: 1 } }, [{ id: 'a' }])
    expect(none.units[0]).toMatchObject({ total: '1', percent: '25' })
    expect(criterionOf(none, 0, 'I.1')).toMatchObject({ points: '1/3' })
  })

  test('what is agreed stands in place of the proposal, and the proposal stays', () => {
    const rest = { sections: [{ code: 'd', title: 'd', max: 20, children: [judged('d2.3', 2)] }] }
    const agreed = { 'D.2.3': { points: 4, reason: 'Biên bản ngày 09/12', by: 'Hội nghị' } }
    const result = score(rest, [{ id: 'a', marks: { 'd.2.3': 2 }, agreed }])
    expect(criterionOf(result, 0, 'd2.3')).toMatchObject({
      proposed: '2',
      points: '4',
      base: '2',
      bonus: '2',
      agreed: { reason: 'Biên bản ngày 09/12', by: 'Hội nghị' },
    })
  })
})

const third = { code: 'x', title: 'x', max: '4/3', rules: [{ rule: 'formula' as const, points: '1/3' }] }

describe('what is not for a unit', () => {
  const leaf = { code: '1', title: '1', max: 10, rules: [{ rule: 'proportional' as const, done: 'a', of: 't' }] }
  const other = { code: '2', title: '2', max: 5, rules: [{ rule: 'fixed' as const, points: 3 }] }

  test('leaves its maximum, also where the section states one, and is ranked by its share', () => {
    const rest: Parameters<typeof tableOf>[0] = {
      sections: [{ code: 'I', title: 'I', max: 100, children: [leaf, other] }],
      ranking: { by: 'percent' },
    }
    const result = score(rest, [
      { id: 'all', facts: { a: 5, t: 10 } },
      { id: 'less', facts: { a: 0, t: { assigned: false } } },
    ])
    expect(result.units.map(({ max, percent, rank }) => [max, percent, rank])).toEqual([
      ['100', '8', 1],
      ['90', '3.33', 2],
    ])
    expect(criterionOf(result, 1, '1')).toMatchObject({ standing: 'not_assigned', points: null, max: null })
  })

  test('or gives nothing, or all, as the table says; an exemption likewise', () => {
    const facts = { a: 0, t: { assigned: false }, moi: true }
    const totals = (['out', 'zero', 'full'] as const).map((gives) => {
      const result = score({ notAssigned: { gives }, sections: [leaf, other] }, [{ id: 'a', facts }])
      return [result.units[0]?.total, result.units[0]?.max]
    })
    expect(totals).toEqual([
      ['3', '5'],
      ['3', '15'],
      ['13', '15'],
    ])
    const exempted = (['out', 'full', 'zero'] as const).map((gives) => {
      const section = { code: 'I', title: 'I', exempt: { when: 'moi', gives }, children: [{ ...leaf, code: 'I.1' }] }
      const result = score({ sections: [section, other] }, [{ id: 'a', facts }])
      return [criterionOf(result, 0, 'I.1')?.standing, result.units[0]?.total, result.units[0]?.max]
    })
    expect(exempted).toEqual([
      ['exempt', '3', '5'],
      ['scored', '13', '15'],
      ['scored', '3', '15'],
    ])
  })

  test('but done is scored among those who did: 150, 100, 75 of 10 are 10, 6.67, 5', () => {
    const relative = { ...leaf, rules: [{ rule: 'relative_to_leader' as const, actual: 'a', target: 't' }] }
    const rest = { notAssigned: { butDone: 'among_doers' as const }, sections: [relative] }
    const units = [150, 100, 75].map((a) => ({ id: `u${a}`, facts: { a, t: { assigned: false } } }))
    const result = score(rest, units)
    expect(result.units.map(({ total, max }) => [total, max])).toEqual([
      ['10', '10'],
      ['6.67', '10'],
      ['5', '10'],
    ])
    const outside = score({ ...rest, notAssigned: { ...rest.notAssigned, butDoneCountsInMax: false } }, units)
    expect(outside.units.map(({ total, max }) => [total, max])[1]).toEqual(['6.67', '0'])
  })
})

describe('places', () => {
  const table = (ranking: ScoreTableInput['ranking']) => ({ sections: [judged('I', 10)], ranking })
  const units = (marks: number[], group = 'k') =>
    marks.map((mark, index) => ({
      id: `${group}${index}`,
      group,
      marks: { I: mark },
      facts: { x: index % 2, ...unknown(index) },
    }))
  const unknown = (index: number) => (index === 4 ? {} : { y: 1 })

  test('equal totals share a place within their group, and the tie is told', () => {
    const result = score(table({}), [...units([9, 8, 8, 7]), ...units([8], 'm')])
    expect(result.units.map(({ rank }) => rank)).toEqual([1, 2, 2, 4, 1])
    expect(result.ties).toEqual([{ group: 'k', rank: 2, units: ['k1', 'k2'], chain: 0 }])
    expect(score(table({ ranks: 'dense' }), units([9, 8, 8, 7])).units.map(({ rank }) => rank)).toEqual([1, 2, 2, 3])
  })

  test('the chain parts equals in its order; what it does not part, and what is not known, stays a tie', () => {
    const parted = score(table({ ties: [{ by: 'x', better: 'less' }] }), units([8, 8, 8, 9]))
    expect(parted.units.map(({ rank }) => rank)).toEqual([2, 4, 2, 1])
    expect(parted.ties).toEqual([{ group: 'k', rank: 2, units: ['k0', 'k2'], chain: 1 }])
    const open = score(table({ ties: [{ by: 'y' }, { by: 'x' }] }), units([8, 7, 7, 6, 8]))
    expect(open.ties).toEqual([{ group: 'k', rank: 1, units: ['k0', 'k4'], chain: 1 }])
    expect(open.units.map(({ rank }) => rank)).toEqual([1, 3, 4, 5, 1])
  })

  test('classes, downgrades, titles and disqualification are said with their reasons', () => {
    const result = score(
      {
        sections: [judged('I', 10)],
        disqualify: [{ when: 'vi_pham', text: 'Có vi phạm', total: 'zero' }],
        classes: [
          { name: 'Xuất sắc', when: 'rank == 1' },
          { name: 'Tốt', when: 'total >= 7' },
          { name: 'Khá', when: 'true' },
        ],
        downgrades: [{ when: "share('I') < 0.75", text: 'Dưới 75%', by: 1 }],
        titles: [
          {
            title: 'Tiên tiến',
            requires: [
              { when: 'percent >= 80', text: '80%' },
              { when: '!vi_pham', text: 'sạch' },
            ],
          },
        ],
      },
      [9, 8, 7, 9.5, 6].map((mark, index) => ({
        id: `u${index}`,
        marks: { I: mark },
        facts: index === 4 ? {} : { vi_pham: index === 3 },
      })),
    )
    expect(result.units.map((unit) => [unit.state, unit.total, unit.rank, unit.class])).toEqual([
      ['complete', '9', 1, 'Xuất sắc'],
      ['complete', '8', 2, 'Tốt'],
      ['complete', '7', 3, 'Khá'],
      ['disqualified', '0', null, null],
      ['incomplete', '6', null, null],
    ])
    expect(result.units.map(({ titles }) => titles.length)).toEqual([1, 1, 0, 0, 0])
    expect(result.units[2]?.downgraded).toEqual(['Dưới 75%'])
    expect(result.units[3]?.disqualified).toEqual(['Có vi phạm'])
    expect(result.units[4]?.needs).toEqual(['vi_pham'])
  })
})

describe('codes and formulas over criteria', () => {
  test('a code is matched however it is written, and two numbers are never one', () => {
    expect(['a7.1', 'a.7.1', 'A7.1', 'A 7 . 1'].map(matchedCode)).toEqual(Array(4).fill('a.7.1'))
    expect(matchedCode('1.1')).not.toBe(matchedCode('11'))
  })

  test('criteria may rest on others, never on themselves', () => {
    const rest: Parameters<typeof tableOf>[0] = {
      sections: [
        { code: '1', title: '1', max: 5, rules: [{ rule: 'formula', points: "points('2') / 2" }] },
        { code: '2', title: '2', max: 5, rules: [{ rule: 'formula', points: '4' }] },
        { code: '3', title: '3', max: 5, rules: [{ rule: 'formula', points: "points('4')" }] },
        { code: '4', title: '4', max: 5, rules: [{ rule: 'formula', points: "points('3')" }] },
        { code: '5', title: '5', column: 'bonus', rules: [{ rule: 'fixed', points: 1, onlyIfFull: '2' }] },
      ],
    }
    const result = score(rest, [{ id: 'a' }])
    expect(['1', '2', '4', '5'].map((code) => criterionOf(result, 0, code)?.points)).toEqual(['2', '4', null, '0'])
    expect(criterionOf(result, 0, '4')?.standing).toBe('asks')
    expect(readyTable(tableOf(rest)).doubts).toEqual([{ code: '4', says: 'formula.cyclic', values: { name: '4' } }])
  })

  test('facts that are hard to believe are told and counted', () => {
    const rest: Parameters<typeof tableOf>[0] = {
      facts: {
        p: { label: 'p', type: 'number', measure: '%' },
        n: { label: 'n', type: 'number', min: 0, max: 10 },
        d: { label: 'd', type: 'date' },
      },
      sections: [{ code: 'I', title: 'I', max: 5, rules: [{ rule: 'formula', points: 'p' }] }],
    }
    const facts = { p: 0.9, n: 11, d: '2022-12-31' }
    const period = { from: '2023-01-01', to: '2023-12-31' }
    const { doubts } = computeScores(tableOf(rest), factsOf([{ id: 'a', facts, marks: { IX: 1 } }], { period }))
    expect(doubts.map(({ key, says }) => `${key} ${says}`)).toEqual([
      'p doubt.share',
      'n doubt.above',
      'd doubt.day',
      'IX doubt.unknownCode',
    ])
  })
})
