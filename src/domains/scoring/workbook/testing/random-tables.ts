import * as fc from 'fast-check'
import { scoreTable, type ScoreTable } from '../../table/score-table.ts'
import { condition } from './random-formulas.ts'
import { kinds, several, small } from './random-rules.ts'

const facts = {
  n1: { label: 'Số một', type: 'number' },
  n2: { label: 'Số hai', type: 'number' },
  n3: { label: 'Số ba', type: 'number' },
  y1: { label: 'Có một', type: 'yes_no' },
  y2: { label: 'Có hai', type: 'yes_no' },
  d1: { label: 'Ngày một', type: 'date' },
  c1: { label: 'Hạng', type: 'class', classes: ['Yếu', 'Khá', 'Tốt'] },
  t1: { label: 'Chữ', type: 'text' },
  k1: { label: 'Vụ việc', type: 'cases', fields: { p: 'number', y: 'yes_no', s: 'text' } },
  k2: { label: 'Khen', type: 'cases' },
  k3: { label: 'Số vụ', type: 'cases' },
  r1: { label: 'Báo cáo', type: 'reports' },
  m1: { label: 'Chấm', type: 'marks' },
} as const

const optional = <One>(one: fc.Arbitrary<One>) => fc.option(one, { nil: undefined, freq: 4 })

const around = fc.record({
  onlyIf: optional(condition),
  exemptWhen: optional(condition),
  whenMissing: optional(small),
  atMost: optional(fc.constantFrom(1, 2.5)),
  floor: optional(fc.constantFrom(0, -1, 0.5)),
  round: optional(fc.nat(2)),
  column: optional(fc.constantFrom('base', 'bonus', 'penalty')),
  onlyIfFull: fc.option(fc.constant(true), { nil: undefined, freq: 10 }),
})

const rule = fc.tuple(kinds, around).map(([kind, more]) => ({ ...more, ...kind }))
const combine = fc.constantFrom<unknown>('sum', 'sum', 'sum', 'highest', 'lowest', 'average', { best: 2 })
const limits = {
  allowExceed: optional(fc.constantFrom('no', 'bonus', 'yes')),
  maxBonus: optional(small),
  maxPenalty: optional(small),
  floor: optional(fc.constantFrom(0, null, 1)),
  cap: optional(fc.constantFrom(3, 5.5)),
  round: optional(fc.nat(3)),
  factor: fc.constantFrom<number | string>(1, 1, 1, 1.5, '2/3'),
}
const leaf = fc.record({
  ...limits,
  max: fc.constantFrom(4, 5, 7.5, 10),
  combine,
  rules: several(rule, 3),
  column: fc.constantFrom('base', 'base', 'base', undefined),
  assigned: fc.option(fc.constantFrom("t1 != 'c'", 'y2'), { nil: undefined, freq: 8 }),
  exempt: fc.option(
    fc.record({ when: fc.constant("unit.kind == 'x'"), gives: fc.constantFrom('out', 'full', 'zero') }),
    { nil: undefined, freq: 8 },
  ),
})

const code = (section: number, at: number) => `${section + 1}.${at + 1}`
const section = fc.record({ ...limits, combine, max: optional(fc.constantFrom(12, 20)), children: several(leaf, 4) })

/** Tables of all rule kinds, limits and ways of being left out. */
export const randomTable: fc.Arbitrary<ScoreTable> = fc
  .record({
    sections: several(section, 3),
    rounding: fc.record({
      leaf: fc.constantFrom(0, 1, 2, 2, 3),
      section: fc.constantFrom(null, 1, 2),
      total: fc.constantFrom(0, 1, 2, 2),
      percent: fc.constantFrom(1, 2),
    }),
    notAssigned: fc.record({
      gives: fc.constantFrom('out', 'out', 'zero', 'full'),
      butDone: fc.constantFrom('out', 'among_doers'),
      butDoneCountsInMax: fc.boolean(),
    }),
    ranking: fc.record({
      by: fc.constantFrom('total', 'percent'),
      ranks: fc.constantFrom('competition', 'dense'),
      ties: fc.constantFrom([], [{ by: 'n1' }], [{ by: 'n3', better: 'less' }, { by: "points('1.1')" }]),
    }),
    disqualify: fc.constantFrom(
      [],
      [{ when: "t1 == 'b' && y1", text: 'loại' }],
      [{ when: 'total < 2', text: 'ít điểm', total: 'zero' }],
    ),
    allowExceed: optional(fc.constantFrom('no', 'bonus', 'yes')),
  })
  .map((table) =>
    scoreTable.parse({
      ...table,
      format: 'giao-uoc/score-table@1',
      code: 'R',
      title: 'Bảng ngẫu nhiên',
      version: '1',
      facts,
      derived: { v1: 'n1 - n2 / 2' },
      holidays: ['2023-06-01', '2023-06-09'],
      workdays: ['2023-06-03'],
      classes: [
        { name: 'A', when: 'percent >= 60' },
        { name: 'B', when: 'rank <= 3 || total > 5' },
        { name: 'C', when: true },
      ],
      downgrades: [{ when: 'count(k1) > 2', text: 'nhiều vụ', by: 1 }],
      sections: table.sections.map((one, at) => ({
        ...one,
        code: `${at + 1}`,
        title: `Phần ${at + 1}`,
        children: one.children.map((child, index) => ({
          ...child,
          code: code(at, index),
          title: `Tiêu chí ${code(at, index)}`,
        })),
      })),
    }),
  )
