import { describe, expect, test } from 'vitest'
import { startRun } from '../engine/run-facts.ts'
import { readyTable } from '../engine/ready-table.ts'
import { scoreFacts, type KnownFact } from '../table/score-facts.ts'
import { scoreTable, type ScoreTableInput } from '../table/score-table.ts'
import { isValue, valueText } from './answers.ts'
import { compileFormula } from './compile.ts'
import { parseFormula } from './parse-formula.ts'
import { Uses, variables } from './scope.ts'

const facts: ScoreTableInput['facts'] = {
  dat: { label: 'Đạt', type: 'number', measure: 'lượt' },
  giao: { label: 'Giao', type: 'number', measure: 'lượt' },
  'tiền.nộp': { label: 'Tiền nộp', type: 'number', measure: 'triệu đồng' },
  loai: { label: 'Loại', type: 'class', classes: ['Yếu', 'Khá', 'Tốt'] },
  gui: { label: 'Ngày gửi', type: 'date' },
  vi_pham: { label: 'Vi phạm', type: 'cases', fields: { so_diem: 'number', loai: 'text' } },
  so: { label: 'Sổ báo cáo', type: 'reports' },
  cham: { label: 'Điểm chấm', type: 'marks' },
  co: { label: 'Có', type: 'yes_no' },
  vang: { label: 'Chưa biết', type: 'number' },
  khong_giao: { label: 'Không giao', type: 'number' },
  'C2.5 cũ': { label: 'Khóa cũ', type: 'number' },
}

const ready = readyTable(
  scoreTable.parse({
    format: 'giao-uoc/score-table@1',
    code: 'F',
    title: 'F',
    version: '1',
    facts,
    constants: { muc: '2/3', ten: 'Tốt' },
    derived: { ty_le: 'dat / giao', vong: 'vong + 1' },
    holidays: ['2023-09-04'],
    workdays: ['2023-09-09'],
    sections: [{ code: 'I', title: 'I', max: 10, rules: [{ rule: 'fixed', points: 7 }] }],
  } satisfies ScoreTableInput),
)

const known: Record<string, KnownFact> = {
  dat: 8,
  giao: '10',
  'tiền.nộp': 0.1,
  loai: 'Khá',
  gui: '2023-09-01',
  vi_pham: [
    { so_diem: 1, loai: 'muộn' },
    { so_diem: '0.5', loai: 'thiếu' },
  ],
  so: [
    { kind: 'month', due: '2023-02-05', sent: '2023-02-05' },
    { kind: 'month', due: '2023-03-05', sent: '2023-03-06' },
    { kind: 'year', due: '2023-12-15', sent: null },
  ],
  cham: { marks: { a: 9, b: 7, c: 8, d: 2 } },
  co: true,
  khong_giao: { value: 5, assigned: false },
  'C2.5 cũ': 4,
}

const others = [
  { id: 'b', group: 'x', facts: { dat: 20, giao: 10 } },
  { id: 'c', group: 'x', facts: { giao: 10 } },
  { id: 'd', group: 'y', facts: { dat: 99 } },
]
const run = startRun(
  ready,
  scoreFacts.parse({ units: [{ id: 'a', name: 'Đơn vị A', group: 'x', facts: known }, ...others] }),
)

/** What a formula comes to for the first unit: the value as text, else why there is none. */
function valueOf(formula: string): string {
  const context = { ...ready.scope.context('', new Uses(), variables.slice(0, 1)), doubt: () => undefined }
  const answer = compileFormula(formula, context).read({ unit: 0, max: { over: 10, under: 1 }, run })
  if (isValue(answer)) return valueText(answer)
  if (answer.is === 'missing') return `missing ${answer.needs.join(' ')}`
  return answer.is === 'asks' ? answer.says : answer.is
}

const doubtsOf = (formula: string): string[] => {
  const doubts: string[] = []
  const doubt = ({ says }: { says: string }) => void doubts.push(says)
  compileFormula(formula, { ...ready.scope.context('', new Uses(), []), doubt })
  return doubts
}

describe('a formula', () => {
  test.each([
    ['0.1 + 0.2 == 0.3', 'true'],
    ['dat / giao * 100', '80'],
    ['muc * 3', '2'],
    ['1 / 3 + 1 / 3 + 1 / 3', '1'],
    ['-2 ** 2', 'asks.badFormula'],
    ['(-2) ** 3 + 2 ** -1', '-7.5'],
    ['-7 % 3', '-1'],
    ['round(2.5) + round(-2.5)', '0'],
    ['round(ty_le, 1) + floor(-0.5) + ceil(0.2)', '0.8'],
    ['max(min(3, 9), 4) + abs(-1)', '5'],
    ['max * 0.5', '5'],
    ["fact('C2.5 cũ') + 1", '5'],
    ['tiền.nộp', '0.1'],
    ['if(co, 1, 1 / 0)', '1'],
    ['co ? 2 : 3', '2'],
    ['between(dat, 8, 9) && !(dat > 9)', 'true'],
    ["loai >= 'Khá' && loai < 'Tốt' && loai != ten", 'true'],
    ["unit.name + ''", 'asks.notNumber'],
    ["unit.group == 'x'", 'true'],
    ["gui <= '2023-09-01' && year(gui) == 2023 && month(gui) == 9 && day(gui) == 1", 'true'],
    ["days(gui, '2023-09-11')", '10'],
    ["workingDays(gui, '2023-09-11')", '6'],
    ["weeks(gui, '2023-09-20') + months('2023-01-31', '2023-03-01')", '3'],
    ["date(2024, 2, 29) > date('2024-02-28')", 'true'],
    ['date(2023, 2, 29)', 'asks.notDay'],
    ['count(vi_pham)', '2'],
    ["count(vi_pham, case.loai == 'muộn')", '1'],
    ['sum(vi_pham, case.so_diem)', '1.5'],
    ["has(vi_pham, 'thiếu')", 'true'],
    ['average(cham)', '6.5'],
    ['trimmed(cham, 1, 1)', '7.5'],
    ["onTime(so, 'month') + late(so) * 10 + missing(so) * 100 + sent(reports(so, 'month')) * 1000", '2111'],
    ["count(so, case.due < '2023-06-01')", '2'],
    ["points('i') + maxOf('I') + share('I')", '17.7'],
    ['median(dat)', '14'],
    ['best(dat) + worst(dat) + total(dat) + mean(dat)', '70'],
    ['rankOf(dat)', '2'],
  ])('%s is %s', (formula, value) => {
    expect(valueOf(formula)).toBe(value)
  })

  test.each([
    ['vang + 1', 'missing vang'],
    ['vang > 1 && dat > 100', 'false'],
    ['vang > 1 && dat > 1', 'missing vang'],
    ['vang > 1 || dat > 1', 'true'],
    ['vang + khong_giao', 'not_assigned'],
    ['known(vang) || assigned(khong_giao)', 'false'],
    ['coalesce(vang, khong_giao, 3)', '3'],
    ['dat / (giao - 10)', 'asks.divisionByZero'],
    ['dat + tiền.nộp', 'asks.otherMeasure'],
    ['dat * tiền.nộp', '0.8'],
    ['9 ** 20 ** 2', 'asks.exponent'],
    ['((((9 ** 20) ** 20) ** 20) ** 20)', 'asks.tooLarge'],
    ['vong', 'asks.cyclic'],
    ['co + 1', 'asks.notNumber'],
  ])('%s says %s: missing, not assigned and impossible are no zero', (formula, value) => {
    expect(valueOf(formula)).toBe(value)
  })

  test.each([
    ['dat + tiền.nộp', 'formula.otherMeasure'],
    ["loai > 'Giỏi'", 'formula.unknownClass'],
    ['co * 2', 'formula.wrongKind'],
    ['khong_co + 1', 'formula.unknownName'],
    ['max + 1', 'formula.notHere'],
    ['case.x', 'formula.notHere'],
    ['count(vi_pham, case.khac == 1)', 'formula.unknownField'],
    ["points('IX')", 'formula.unknownCriterion'],
    ['f(1)', 'formula.unknownFunction'],
    ['round()', 'formula.wrongCount'],
    ['0,5 + 1', 'formula.comma'],
  ])('%s is told when the table is made ready: %s', (formula, says) => {
    expect(doubtsOf(formula)).toContain(says)
  })

  test.each([
    'x = 1',
    'a.b()',
    'a[0]',
    '`a`',
    '/a/',
    'x => 1',
    'new X()',
    'this.constructor.constructor("return 1")()',
    '[1, 2]',
    '({ a: 1 })',
    'a ?? b',
    'typeof a',
    '1e9',
    '0x10',
    'a b',
    'a++',
    '...a',
    '(',
    '(((((((((((((((((((((((((((((((((((((((((((1)))))))))))))))))))))))))))))))))))))))))))',
    `${'1+'.repeat(1200)}1`,
    `${'!'.repeat(1999)}a`.repeat(2),
  ])('%s is no formula', (formula) => {
    expect(parseFormula(formula)).toHaveProperty('fault')
  })

  test('a derived fact that rests on itself is told, though nothing reads it', () => {
    expect(ready.doubts).toEqual([{ code: 'vong', says: 'formula.cyclic', values: { name: 'vong' } }])
  })

  test('long sums and chains of negations are read and computed all the same', () => {
    expect(valueOf(`${'1+'.repeat(900)}1`)).toBe('901')
    expect(valueOf(`${'!'.repeat(1000)}co`)).toBe('true')
  })

  test('a decimal never passes through a binary float', () => {
    expect(parseFormula('0.1000000000000000055')).toEqual({ tree: { is: 'number', text: '0.1000000000000000055' } })
    expect(parseFormula(0.1)).toEqual({ tree: { is: 'number', text: '0.1' } })
  })
})
