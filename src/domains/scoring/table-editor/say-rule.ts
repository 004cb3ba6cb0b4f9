import type { Locale } from '#platform/words.ts'
import { getAt, type Loose } from './loose-json.ts'
import { formOf } from './rule-forms.ts'
import type { RuleForm } from './rule-form.ts'
import type { RuleInput } from './rule-draft.ts'
import { wordsOf } from '../tables/table-content.ts'
import { writeAmount } from './typed-amount.ts'
import type { Wording } from '../table/amount.ts'
import type { ScoreTableInput } from '../table/score-table.ts'

interface Saying {
  locale: Locale
  facts?: ScoreTableInput['facts'] | undefined
}

const bounds = (band: Loose) =>
  [
    ['≥', 'from'],
    ['>', 'above'],
    ['<', 'below'],
    ['≤', 'to'],
    ['=', 'is'],
  ]
    .flatMap(([sign = '', key = '']) => (band[key] === undefined ? [] : [`${sign} ${saidOf(band[key])}`]))
    .join(', ')

const saidOf = (value: unknown): string => (Array.isArray(value) ? value.map(saidOf).join(' / ') : writeAmount(value))

/** "≥ 98: 5; ≥ 95, < 98: 4". */
function rowsSaid(rows: readonly Loose[]): string {
  return rows
    .map((row) => {
      const condition =
        bounds(row) || wordsOf(row['text'] as Wording | undefined) || saidOf(row['when'] ?? row['award'])
      return `${condition}: ${saidOf(row['points'] ?? row['share'] ?? row['slide'])}`
    })
    .join('; ')
}

const limit = { key: 'atMost', label: { vi: 'nhiều nhất', en: 'at most' } }

/** What the form asks besides its rows, without what its labels explain. */
function factsSaid(form: RuleForm | undefined, rule: Loose, { locale, facts = {} }: Saying): string[] {
  return [...(form?.fields ?? []), limit].flatMap(({ key, label }) => {
    const value = getAt(rule, key)
    if (typeof value !== 'number' && typeof value !== 'string') return []
    const fact = facts[value]
    const name = label[locale].replace(/\s*\(.*$/u, '')
    return [`${name}: ${fact === undefined ? saidOf(value) : wordsOf(fact.label)}`]
  })
}

/** A rule in one line: its kind, then the figures that decide; facts by their labels. */
export function sayRule(rule: RuleInput, saying: Saying): string {
  const { locale } = saying
  const form = formOf(rule.rule)
  const loose = rule as Loose
  const rows = loose[form?.rows?.key ?? '']
  const said = [...factsSaid(form, loose, saying), ...(Array.isArray(rows) ? [rowsSaid(rows as Loose[])] : [])]
  const facts = said.filter((each) => each !== '').join('; ')
  const name = form?.name[locale] ?? rule.rule
  return facts === '' ? name : `${name} (${facts})`
}
