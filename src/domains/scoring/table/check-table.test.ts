import { describe, expect, test } from 'vitest'
import { checkTable } from './check-table.ts'
import { sayDoubt } from './doubt.ts'
import { scoreTable } from './score-table.ts'

const header = { format: 'giao-uoc/score-table@1', code: 'T', title: 'Bảng điểm', version: '1' }
const chain = { ranking: { ties: [{ by: 'bonus' }] } }

const tableOf = (more: object) => scoreTable.parse({ ...header, ...chain, ...more })
const ofRule = (rule: object, node: object = {}, table: object = {}) =>
  tableOf({ ...table, sections: [{ code: '1', title: 'Tiêu chí', ...node, rules: [rule] }] })

/** "1 tiers.gap: Không có mức nào cho khoảng từ 97 …" without what a table always lacks here. */
const told = (table: ReturnType<typeof tableOf>) =>
  checkTable(table)
    .filter(({ says }) => says !== 'formula.unknownName')
    .map(({ code, says, severity }) => `${severity} ${code} ${says}`)
const saidVi = (table: ReturnType<typeof tableOf>) => checkTable(table).map((one) => sayDoubt(one, 'vi'))

const points = (from: number, below?: number) => ({ from, ...(below === undefined ? {} : { below }), points: 5 })
const tiers = (...several: object[]) => ({ rule: 'tiers', of: 'x', tiers: several })
const five = { max: 5 }

describe('tiers', () => {
  test('a gap is told with its exact range, at the ends too', () => {
    const gapped = ofRule(tiers(points(98), points(90, 97)), five, {
      facts: { x: { label: 'x', type: 'number', measure: '%' } },
    })
    expect(saidVi(gapped)).toEqual([
      'Không có mức nào cho khoảng từ 0 đến dưới 90: khi rơi vào đó sẽ báo «không có mức phù hợp»',
      'Không có mức nào cho khoảng từ 97 đến dưới 98: khi rơi vào đó sẽ báo «không có mức phù hợp»',
    ])
  })

  test('counts have no gap between whole numbers, and what is left over is no gap', () => {
    const counted = tiers({ is: 0, points: 5 }, { from: 1, to: 2, points: 3 }, { from: 3, points: 0 })
    expect(told(ofRule(counted, five))).toEqual([])
    expect(told(ofRule({ ...tiers(points(98)), otherwise: 0 }, five))).toEqual([])
    expect(told(ofRule(tiers({ is: 0, points: 5 }, { is: 2, points: 0 }), five))).toEqual([
      'doubt 1 tiers.gap',
      'doubt 1 tiers.gap',
    ])
  })

  test('an overlap is told where two closed ranges meet, not where a ladder descends', () => {
    const shared = tiers({ from: 0, to: 50, points: 1 }, { from: 50, points: 5 })
    expect(saidVi(ofRule(shared, five))).toContain('Mức 1 và mức 2 chồng nhau: từ 50 đến 50; mức đứng trước được lấy')
    const ladder = tiers({ from: 98, points: 5 }, { from: 97, points: 4 }, { from: 0, points: 3 })
    expect(told(ofRule(ladder, five))).toEqual([])
  })

  test('a tier behind one that holds everything is never reached, and one upside down holds nothing', () => {
    const hidden = tiers({ from: 0, points: 5 }, { from: 10, to: 20, points: 3 })
    expect(told(ofRule(hidden, five))).toContain('doubt 1 tiers.unreachable')
    expect(told(ofRule(tiers({ from: 0, points: 5 }, { from: 9, to: 3, points: 1 }), five))).toContain(
      'error 1 tiers.empty',
    )
  })

  test('none or several of points, share and slide; a slide without an end; a range without a value', () => {
    const broken = tiers({ from: 0, below: 5 }, { from: 5, below: 9, points: 1, share: 1 }, { from: 9, slide: [0, 5] })
    expect(told(ofRule(broken, five))).toEqual([
      'error 1 tiers.noPoints',
      'error 1 tiers.severalPoints',
      'error 1 tiers.slideEnds',
    ])
    expect(told(ofRule({ rule: 'tiers', tiers: [{ from: 5, points: 5 }] }, five))).toEqual(['error 1 tiers.noValue'])
  })

  test('classes and yes or no of which no tier speaks', () => {
    const facts = { x: { label: 'x', type: 'class', classes: ['Yếu', 'Khá', 'Tốt'] } }
    expect(saidVi(ofRule(tiers({ is: 'Tốt', points: 5 }), five, { facts }))).toEqual(['Không có mức nào cho: Yếu, Khá'])
  })
})

describe('sums and limits', () => {
  const leaf = (code: string, max: number) => ({ code, title: code, max, rules: [{ rule: 'judged' }] })

  test('children against their node, sections against the base total', () => {
    const table = tableOf({
      baseTotal: 100,
      sections: [{ code: 'I', title: 'I', max: 40, children: [leaf('1', 12), leaf('2', 18)] }],
    })
    expect(saidVi(table)).toEqual([
      'Tổng điểm chuẩn ghi 100 nhưng các phần cộng lại là 40',
      'Điểm chuẩn 40 nhưng các mục con cộng lại là 30',
    ])
  })

  test('a factor and the best of several count in the sum', () => {
    const several = { children: [leaf('1', 3), leaf('2', 3), leaf('3', 2)] }
    const right = { code: 'I', title: 'I', max: 12, factor: 2, combine: { best: 2 }, ...several }
    expect(told(tableOf({ baseTotal: 12, sections: [right] }))).toEqual([])
  })

  test('limits that nothing reaches, and maxima that rules miss or pass', () => {
    expect(told(ofRule({ rule: 'fixed', points: 1, atMost: 2 }, { max: 1 }))).toEqual(['doubt 1 cap.unreachable'])
    expect(told(ofRule({ rule: 'fixed', points: 4 }, five))).toEqual(['doubt 1 sum.unreachable'])
    expect(told(ofRule({ rule: 'fixed', points: 6 }, five))).toEqual(['doubt 1 sum.over'])
    const bonus = { rule: 'awards', awards: 'x', pick: 'highest', points: [{ award: 'Cờ', points: 2 }] }
    expect(told(ofRule(bonus, { column: 'bonus', maxBonus: 3 }))).toEqual(['doubt 1 cap.bonusUnreachable'])
    const penalty = { rule: 'per_case', cases: 'x', points: -1, atMost: 2 }
    expect(told(ofRule(penalty, { column: 'penalty', maxPenalty: 5 }))).toEqual(['doubt 1 cap.penaltyUnreachable'])
    expect(told(ofRule({ ...penalty, atMost: undefined }, { column: 'penalty', maxPenalty: 5 }))).toEqual([])
  })

  test('a sign that says another column', () => {
    expect(told(ofRule({ rule: 'per_case', cases: 'x', points: 0.5 }, { column: 'penalty' }))).toEqual([
      'doubt 1 rule.sign',
    ])
    expect(told(ofRule({ rule: 'fixed', points: -0.5 }, { column: 'bonus' }))).toEqual(['doubt 1 rule.bonusSign'])
  })
})

describe('shape', () => {
  test('codes that are one after normalisation, leaves with neither or both', () => {
    const rules = [{ rule: 'fixed', points: 1 }]
    const child = { code: 'b.1', title: 'x', max: 1, rules }
    const table = tableOf({
      sections: [
        { code: 'A.1', title: 'x', max: 1, rules },
        { code: 'a 1', title: 'y', max: 1, rules },
        { code: 'c', title: 'không có gì' },
        { code: 'b', title: 'cả hai', max: 1, rules, children: [child] },
      ],
    })
    expect(told(table)).toEqual(['error a 1 code.duplicate', 'error c leaf.empty', 'error b leaf.both'])
  })

  test('each rule that lacks what it needs', () => {
    const faults: readonly [object, string][] = [
      [{ rule: 'pass', passed: 'x' }, 'rule.needsMaximum'],
      [
        {
          rule: 'matrix',
          rows: { of: 'x', bands: [{ from: 0 }] },
          columns: { of: 'y', bands: [{ from: 0 }] },
          points: [[1, 2]],
        },
        'matrix.shape',
      ],
      [{ rule: 'deadline', date: 'x', due: '2023-01-31', lateEach: { days: 1, weeks: 1, points: -1 } }, 'stretch.unit'],
      [{ rule: 'per_period', points: { late: -1 } }, 'period.source'],
      [{ rule: 'step', of: 'x', each: 1, points: 1 }, 'step.threshold'],
      [{ rule: 'judged', from: 5, to: 1 }, 'range.crossed'],
    ]
    for (const [rule, says] of faults) expect(told(ofRule(rule))).toContain(`error 1 ${says}`)
  })

  test('formulas: what cannot be read, unknown facts, wrong kinds and measures, and what rests on itself', () => {
    const facts = {
      tien: { label: 'Tiền', type: 'number', measure: 'triệu đồng' },
      nguoi: { label: 'Người', type: 'number', measure: 'người' },
    }
    const formula = (points: string) => ofRule({ rule: 'formula', points }, { max: 1 }, { facts })
    const says = (points: string) => checkTable(formula(points)).map((one) => one.says)
    expect(says('tien + ')).toContain('formula.syntax')
    expect(says('tien + lạ')).toContain('formula.unknownName')
    expect(says('tien + nguoi')).toContain('formula.otherMeasure')
    expect(says("tien + ngay('x')")).toContain('formula.unknownFunction')
    expect(says("points('1')")).toContain('formula.cyclic')
    expect(says('tien / nguoi')).not.toContain('formula.otherMeasure')
  })
})

describe('outcomes', () => {
  const sections = [{ code: '1', title: 'x', max: 100, rules: [{ rule: 'judged' }] }]

  test('classes and titles that nobody can reach, downgrades to nowhere', () => {
    const table = tableOf({
      sections,
      classes: [
        { name: 'A', when: 'total > 100' },
        { name: 'B', when: 'total >= 80' },
        { name: 'C', when: 'total >= 90' },
      ],
      titles: [{ title: 'T', requires: [{ when: 'total >= 101', text: 'x' }] }],
      downgrades: [
        { when: 'x', to: 'D', text: 'x' },
        { when: 'x', text: 'y' },
      ],
    })
    expect(told(table)).toEqual([
      'doubt null class.unreachable',
      'doubt null class.unreachable',
      'error null downgrade.unknownClass',
      'error null downgrade.none',
      'doubt null title.unreachable',
    ])
  })

  test('a chain that can never part, and none at all', () => {
    const never = { ranking: { ties: [{ by: 'total' }, { by: 'bonus' }, { by: ' bonus' }, { by: 1 }] } }
    expect(told(tableOf({ sections, ...never }))).toEqual(
      Array.from({ length: 3 }, () => 'doubt null ranking.neverParts'),
    )
    expect(told(tableOf({ sections, ranking: {} }))).toEqual(['doubt null ranking.noChain'])
  })

  test('working days without holidays in the years of the table', () => {
    const late = { rule: 'deadline', date: 'x', due: '2023-06-15', onTime: 5, lateEach: { workingDays: 1, points: -1 } }
    expect(told(ofRule(late, five))).toEqual(['doubt null holidays.none'])
    const years = { validFrom: '2023-06-01', validTo: '2024-05-31', holidays: ['2023-09-02'] }
    expect(saidVi(ofRule(late, five, { ...years, facts: { x: { label: 'x', type: 'date' } } }))).toEqual([
      'Có quy định tính theo ngày làm việc nhưng không có ngày nghỉ lễ nào của năm 2024',
    ])
  })
})
