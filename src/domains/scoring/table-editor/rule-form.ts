import type { Bilingual } from '#platform/words.ts'
import type { RuleKind } from '../table/rule.ts'

export type FieldKind = 'points' | 'formula' | 'integer' | 'value' | 'words' | 'tick' | 'choice' | 'list'

export interface RuleField {
  /** The key in the rule; "points.late" lies one deeper. */
  key: string
  kind: FieldKind
  label: Bilingual
  help?: Bilingual
  required?: boolean
  choices?: readonly { value: string; label: Bilingual }[]
  /** What a new fact is that a formula names for the first time. */
  /** Not a figure of the criterion's own: left empty it is not asked for. */
  isOwn?: false
  fact?: 'number' | 'yes_no' | 'date' | 'text' | 'cases' | 'reports' | 'marks'
}

/** What is asked for a kind of rule; all else of it is written as JSON beside the form. */
export interface RuleForm {
  kind: RuleKind
  name: Bilingual
  says: Bilingual
  fields: readonly RuleField[]
  rows?: { key: string; label: Bilingual; columns: readonly RuleField[]; isNeeded?: false }
  /** With what the JSON box of a new rule begins, where the form alone cannot say it. */
  begins?: object
}

export const label = (vi: string, en: string): Bilingual => ({ vi, en })

export const points = (key: string, vi: string, en: string, required = false): RuleField => {
  return { key, kind: 'points', label: label(vi, en), required }
}
export const formula = (
  key: string,
  [vi, en]: readonly [string, string],
  fact: RuleField['fact'] = 'number',
): RuleField => {
  return { key, kind: 'formula', label: label(vi, en), fact }
}
export const choice = (
  key: string,
  said: Bilingual,
  choices: readonly (readonly [string, string, string])[],
): RuleField => ({
  key,
  kind: 'choice',
  label: said,
  choices: choices.map(([value, vi, en]) => ({ value, label: label(vi, en) })),
})
export const words: RuleField = { key: 'text', kind: 'words', label: label('Lời văn', 'Wording') }
export const whens = [
  words,
  formula('when', ['Khi (điều kiện)', 'When (condition)'], 'yes_no'),
  points('points', 'Điểm', 'Points'),
]
export const better = choice('better', label('Thế nào là tốt hơn', 'What is better'), [
  ['more', 'Nhiều hơn', 'More'],
  ['less', 'Ít hơn', 'Less'],
])
export const actual = formula('of', ['Số liệu', 'Figure'])

/** What every rule may also say. */
export const everyField: readonly RuleField[] = [
  { key: 'text', kind: 'words', label: label('Lời văn in trong bảng', 'Wording printed in the table') },
  choice('column', label('Tính vào cột', 'Counts in column'), [
    ['base', 'Điểm chuẩn', 'Base points'],
    ['bonus', 'Điểm thưởng', 'Bonus'],
    ['penalty', 'Điểm trừ', 'Penalty'],
  ]),
  points('atMost', 'Nhiều nhất (kể cả điểm trừ)', 'At most (penalties too)'),
  { key: 'onlyIf', kind: 'formula', label: label('Chỉ tính khi', 'Counts only when'), fact: 'yes_no' },
  points('whenMissing', 'Điểm khi chưa có số liệu', 'Points while a fact is missing'),
]
