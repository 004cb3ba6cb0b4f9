import { describe, expect, test } from 'vitest'
import { scoreLeaf, scoreRule } from './testing/score-leaf.ts'

describe('around every rule', () => {
  const penalty = { rule: 'per_case', cases: 'vu', points: -0.5 }

  test('a limit holds the size of points, whatever their sign, and says so', () => {
    expect(scoreRule({ ...penalty, atMost: 1.5 }, { vu: 5 })).toMatchObject({
      came: '-1.5',
      vi: ['5 trường hợp × −0,5 = −2,50 điểm', 'trừ 2,5 → chặn ở 1,5'],
      en: ['5 cases × −0.5 = −2.50 points', '−2.5 → held at −1.5'],
    })
    expect(scoreRule({ rule: 'fixed', points: 3, atMost: 2 }, {}).vi.at(-1)).toBe('3 → chặn ở 2')
    expect(scoreRule({ ...penalty, floor: -1 }, { vu: 5 }).vi.at(-1)).toBe('−2,5 → không thấp hơn −1')
  })

  test('an exemption and a condition give zero; what is missing in them is missing', () => {
    const guarded = { ...penalty, exemptWhen: 'mien', onlyIf: 'co' }
    expect(scoreRule(guarded, { mien: true }).vi).toEqual(['Thuộc trường hợp được miễn trừ → 0 điểm'])
    expect(scoreRule(guarded, { mien: false, co: false }).vi).toEqual(['Điều kiện để tính không thỏa → 0 điểm'])
    expect(scoreRule(guarded, { mien: false, co: true, vu: 1 }).came).toBe('-0.5')
    expect(scoreRule(guarded, { co: true, vu: 1 })).toMatchObject({ came: 'missing', needs: ['mien'] })
  })

  test('missing is never zero, unless the table says what it is; the sentence names the fact', () => {
    const table = { facts: { vu: { label: { vi: 'Vụ việc', en: 'Cases' }, type: 'number' } } }
    expect(scoreRule(penalty, {}, { table })).toMatchObject({
      came: 'missing',
      vi: ['Chưa có số liệu: Vụ việc (vu); thiếu không phải là 0'],
      en: ['No figure yet: Cases (vu); missing is not zero'],
    })
    expect(scoreRule({ ...penalty, whenMissing: -1 }, {}, { table })).toMatchObject({
      came: '-1',
      vi: ['Chưa có số liệu: Vụ việc (vu); bảng điểm quy định khi thiếu → −1,00 điểm'],
    })
    expect(scoreRule(penalty, { vu: 0 }, { table })).toMatchObject({
      came: '0',
      vi: ['Không có trường hợp nào → 0 điểm'],
    })
  })

  test('a bonus that waits for full base points comes only with them', () => {
    const rules = [
      { rule: 'formula', points: 'x' },
      { rule: 'fixed', points: 1, column: 'bonus', onlyIfFull: true },
    ]
    const { came, says } = scoreLeaf({ rules }, { x: 10 }, { x: 9.99 })
    expect(came).toEqual(['11', '9.99'])
    expect(says('B')).toContain('Chỉ tính khi tiêu chí 1 đạt điểm tối đa; chưa đạt → 0 điểm')
  })

  test('rounding of one rule is half away from zero', () => {
    const rounded = (points: string) => scoreRule({ rule: 'formula', points, round: 1 }, {})
    expect([rounded('0.25').came, rounded('-0.25').came, rounded('0.24').came]).toEqual(['0.3', '-0.3', '0.2'])
    expect(rounded('0.25').vi.at(-1)).toBe('0,25 → làm tròn 1 chữ số thập phân: 0,30 điểm')
  })
})

describe('tiers', () => {
  const tiers = {
    rule: 'tiers',
    of: 'x',
    tiers: [
      { from: 98, points: 5 },
      { from: 97, below: 98, points: 4 },
    ],
  }

  test('ends count as they are written; the sentence tells the tier and its bounds', () => {
    expect(['98', '97.999', '97'].map((x) => scoreRule(tiers, { x }).came)).toEqual(['5', '4', '4'])
    expect(scoreRule(tiers, { x: 97.5 })).toMatchObject({
      vi: ['97,5 thuộc mức từ 97 đến dưới 98 → 4,00 điểm'],
      en: ['97.5 is in tier from 97, below 98 → 4.00 points'],
    })
  })

  test('a gap is no zero: a person must say', () => {
    expect(scoreRule(tiers, { x: 96 })).toMatchObject({
      came: 'no_tier',
      vi: ['96 không thuộc mức nào của bảng điểm: cần người có thẩm quyền quyết định'],
    })
    expect(scoreRule({ ...tiers, otherwise: 1 }, { x: 96 }).came).toBe('1')
  })

  test('the first unknown condition stops the search; those after it are not guessed', () => {
    const asked = [
      { when: 'a', points: 5 },
      { when: 'b', points: 3 },
    ]
    const first = { rule: 'tiers', tiers: asked }
    expect(scoreRule(first, { a: true }).came).toBe('5')
    expect(scoreRule(first, { b: true })).toMatchObject({ came: 'missing', needs: ['a'] })
    expect(scoreRule({ ...first, pick: 'highest' }, { a: true }).came).toBe('missing')
    expect(scoreRule({ ...first, pick: 'lowest' }, { a: true, b: true }).vi).toContain(
      '2 mức cùng thỏa, lấy mức thấp nhất: 3,00 điểm',
    )
  })

  test('a share of the maximum, a slide, and values that are no numbers', () => {
    const sliding = {
      rule: 'tiers',
      of: 'x',
      tiers: [
        { from: 50, to: 100, slide: [2, 10] },
        { is: 'giỏi', share: 0.8 },
      ],
    }
    expect(scoreRule(sliding, { x: 75 }).vi[0]).toBe('Nội suy 75 giữa 50 (2 điểm) và 100 (10 điểm): 6,00 điểm')
    expect(scoreRule(sliding, { x: 'giỏi' }).came).toBe('asks')
    const texts = { rule: 'tiers', of: 'x', tiers: [{ is: ['giỏi', 'khá'], share: 0.8, text: 'khá trở lên' }] }
    expect(scoreRule(texts, { x: 'khá' }).vi).toEqual([
      '80% điểm chuẩn: 0,8 × 10 = 8,00 điểm',
      'khá thuộc mức là giỏi hoặc khá «khá trở lên» → 8,00 điểm',
    ])
  })
})

describe('cases and reports', () => {
  const cases = [
    { nang: true, diem: 2 },
    { nang: false, diem: 1 },
    { nang: true, diem: 3, mien: true },
  ]

  test('some count, some are exempt, some are free', () => {
    const rule = {
      rule: 'per_case',
      cases: 'vu',
      where: 'case.nang',
      exempt: 'coalesce(case.mien, false)',
      points: '-1 * case.diem',
    }
    expect(scoreRule(rule, { vu: cases })).toMatchObject({
      came: '-2',
      vi: ['2/3 trường hợp thuộc diện tính', '1 trường hợp được miễn trừ', '1 trường hợp × −2 = −2,00 điểm'],
    })
    expect(scoreRule({ ...rule, free: 1 }, { vu: cases }).came).toBe('0')
    expect(scoreRule({ rule: 'per_case', cases: 'vu', points: 'case.diem' }, { vu: cases }).vi).toEqual([
      '3 trường hợp, điểm từng trường hợp cộng lại: 6,00 điểm',
    ])
  })

  test('of a mere count no single case can be asked, and none is less than zero', () => {
    const rule = { rule: 'per_case', cases: 'vu', where: 'case.nang', points: -1 }
    expect(scoreRule(rule, { vu: 3 }).came).toBe('asks')
    expect(scoreRule({ rule: 'per_case', cases: 'vu', points: -1 }, { vu: -2 }).came).toBe('asks')
    expect(scoreRule({ rule: 'per_case', cases: 'vu', free: 2, points: -1 }, { vu: 3 }).came).toBe('-1')
  })

  test('flexible points stay within their ends or are asked about', () => {
    const rule = { rule: 'flexible', cases: 'ghi', from: -3, to: 3 }
    expect(scoreRule(rule, { ghi: [{ points: 3 }, { points: -1 }] }).came).toBe('2')
    expect(scoreRule(rule, { ghi: [{ points: 3.5 }] }).vi).toEqual([
      'Điểm của một trường hợp (3,5) ngoài khung từ −3 đến 3',
    ])
    expect(scoreRule(rule, { ghi: 3 }).came).toBe('asks')
  })

  test('the last day of a report counts as on time', () => {
    const log = [
      { kind: 'month', period: '01', due: '2023-01-25', sent: '2023-01-25' },
      { kind: 'month', period: '02', due: '2023-02-25', sent: '2023-02-26' },
      { kind: 'year', period: '2023', due: '2023-12-10', sent: null },
    ]
    const rule = { rule: 'per_period', reports: 'bc', points: { onTime: 0.5, late: -0.25, missing: -1 } }
    expect(scoreRule(rule, { bc: log })).toMatchObject({
      came: '-0.75',
      vi: [
        'Báo cáo 02: hạn 25/02/2023, gửi 26/02/2023 – chậm',
        'Báo cáo 2023: hạn 10/12/2023 – không gửi',
        '1 đúng hạn × 0,5 + 1 chậm × (−0,25) + 1 không gửi × (−1) = −0,75 điểm',
      ],
    })
    expect(scoreRule({ ...rule, kinds: ['month'] }, { bc: log }).came).toBe('0.25')
  })

  test('awards that stand twice count twice; unlisted ones are named and count for nothing', () => {
    const rule = {
      rule: 'awards',
      awards: 'khen',
      points: [
        { award: 'Bằng khen', points: 2 },
        { award: 'Cờ', points: 5 },
      ],
    }
    const khen = ['bằng khen', 'Bằng khen', 'Giấy khen']
    expect(scoreRule(rule, { khen })).toMatchObject({
      came: '4',
      vi: ['bằng khen → 2,00 điểm', 'Bằng khen → 2,00 điểm', 'Giấy khen: bảng không quy định điểm', 'Cộng: 4,00 điểm'],
    })
    expect(scoreRule({ ...rule, pick: 'highest' }, { khen: [{ award: 'Cờ' }, { award: 'Bằng khen' }] }).came).toBe('5')
  })
})

describe('days', () => {
  const late = (lateEach: object) => ({ rule: 'deadline', date: 'gui', due: '2023-01-31', onTime: 2, lateEach })

  test('stretches: whole days, weeks, months, working days with holidays, and begun ones', () => {
    const came = (each: object, gui: string, table = {}) =>
      scoreRule(late({ points: -1, ...each }), { gui }, { table }).came
    expect([came({ days: 2 }, '2023-02-03'), came({ days: 2, begun: true }, '2023-02-03')]).toEqual(['-1', '-2'])
    expect([came({ weeks: 1 }, '2023-02-13'), came({ weeks: 1 }, '2023-02-14')]).toEqual(['-1', '-2'])
    expect([came({ months: 1 }, '2023-02-27'), came({ months: 1 }, '2023-02-28')]).toEqual(['0', '-1'])
    expect(came({ months: 1, begun: true }, '2023-03-01')).toBe('-2')
    expect([
      came({ workingDays: 1 }, '2023-02-06'),
      came({ workingDays: 1 }, '2023-02-06', { holidays: ['2023-02-03'] }),
    ]).toEqual(['-4', '-3'])
  })

  test('early, on time on the last day, late, and known never to have been done', () => {
    const rule = {
      rule: 'deadline',
      date: 'gui',
      due: '2023-01-31',
      onTime: 2,
      late: -0.5,
      never: -2,
      early: [
        { days: 3, points: 0.5 },
        { days: 10, points: 1 },
      ],
    }
    expect(
      ['2023-01-31', '2023-01-29', '2023-01-28', '2023-01-01', '2023-02-01', false].map(
        (gui) => scoreRule(rule, { gui }).came,
      ),
    ).toEqual(['2', '2', '2.5', '3', '-0.5', '-2'])
    expect(scoreRule(rule, { gui: true }).came).toBe('asks')
    expect(scoreRule(rule, {}).came).toBe('missing')
    expect(scoreRule(rule, { gui: '2023-01-25' }).vi).toEqual([
      'Thực hiện 25/01/2023, hạn 31/01/2023: đúng hạn → 2,00 điểm',
      'Sớm 6 ngày (4 ngày làm việc) → 0,50 điểm',
      'Cộng: 2,50 điểm',
    ])
  })
})

describe('conditions, steps, matrices, marks', () => {
  test('parts add up, and all that is missing is named', () => {
    const rule = {
      rule: 'parts',
      parts: [
        { text: 'kế hoạch', when: 'a', points: 1 },
        { when: 'b', points: 2 },
        { when: 'c', points: 3 },
      ],
    }
    expect(scoreRule(rule, { a: true, b: false, c: true })).toMatchObject({
      came: '4',
      vi: ['Có ý «kế hoạch» → 1,00 điểm', 'Không có ý → 0 điểm', 'Có ý → 3,00 điểm', 'Cộng các ý: 4,00 điểm'],
    })
    expect(scoreRule(rule, { a: true }).needs).toEqual(['b', 'c'])
  })

  test('one of several: the highest, the lowest or the first that holds', () => {
    const options = [
      { when: 'a', points: 1, text: 'tỉnh' },
      { when: 'b', points: 3, text: 'Trung ương' },
    ]
    const picked = (pick: string, facts: object) => scoreRule({ rule: 'one_of', options, pick, none: -1 }, facts).came
    expect(['highest', 'lowest', 'first'].map((pick) => picked(pick, { a: true, b: true }))).toEqual(['3', '1', '1'])
    expect([picked('first', { a: true }), picked('highest', { a: true })]).toEqual(['1', 'missing'])
    expect(picked('first', { a: false, b: false })).toBe('-1')
  })

  test('whole steps, parts of a step, and none at the threshold', () => {
    const rule = { rule: 'step', of: 'x', over: 92, each: 1, points: 0.1 }
    expect([92, 92.9, 94.5].map((x) => scoreRule(rule, { x }).came)).toEqual(['0', '0', '0.2'])
    expect(scoreRule({ ...rule, partial: true }, { x: 94.5 }).came).toBe('0.25')
    expect(scoreRule({ ...rule, over: undefined, under: 92, points: -0.1 }, { x: 90 }).vi).toEqual([
      '90 dưới 92: 2 lần 1 × −0,1 = −0,20 điểm',
    ])
  })

  test('a cell left open and a value beyond the bands are asked about, unless the rest is stated', () => {
    const axis = (of: string) => ({
      of,
      bands: [
        { from: 0, below: 10, text: `${of} ít` },
        { from: 10, text: `${of} nhiều` },
      ],
    })
    const rule = {
      rule: 'matrix',
      rows: axis('a'),
      columns: axis('b'),
      points: [
        [1, 2],
        [null, '2 * 2'],
      ],
    }
    expect(scoreRule(rule, { a: 10, b: 10 }).vi).toEqual(['Hàng «a nhiều», cột «b nhiều» → 4,00 điểm'])
    expect([scoreRule(rule, { a: 10, b: 0 }).came, scoreRule(rule, { a: -1, b: 0 }).came]).toEqual([
      'no_tier',
      'no_tier',
    ])
    expect(scoreRule({ ...rule, otherwise: 0 }, { a: 10, b: 0 }).came).toBe('0')
    expect(scoreRule(rule, {}).needs).toEqual(['a', 'b'])
  })

  test('a mark of zero is a mark; none is not marked; beyond its range, step or options it is asked about', () => {
    const judged = (mark: object, more: object = {}) => scoreRule({ rule: 'judged', ...more }, { facts: {}, ...mark })
    const marked = (points: number, more: object = {}) => judged({ marks: { 1: points } }, more).came
    expect([judged({}).came, marked(0), marked(10), marked(10.5), marked(-1)]).toEqual([
      'not_marked',
      '0',
      '10',
      'asks',
      'asks',
    ])
    expect([marked(2.25, { step: 0.25 }), marked(2.3, { step: 0.25 })]).toEqual(['2.25', 'asks'])
    const options = [
      { text: 'Tốt', points: 5 },
      { text: 'Khá', points: 4 },
    ]
    expect([marked(4, { options }), marked(4.5, { options })]).toEqual(['4', 'asks'])
    expect(judged({}).vi).toEqual(['Chưa có điểm chấm; chưa chấm không phải là 0'])
  })
})
