import type { RuleViolation } from '#platform/errors.ts'
import { writeDays } from '#platform/write-days.ts'
import type { Locale } from '#platform/words.ts'
import { words } from './words.ts'

export type Sentence = string | ((values: Readonly<Record<string, string | number>>) => string)

/** Each domain's `violations`, by the domain's name: the first word of a violation's key. */
export type Violations = Readonly<Record<string, (locale: Locale) => { violations: Readonly<Record<string, unknown>> }>>

/** The sentence of a violation in the reader's language. */
export function sentenceOf(
  violation: Pick<RuleViolation, 'key' | 'values'>,
  catalogues: Violations,
  locale: Locale,
): string {
  const [domain = '', name = ''] = violation.key.split('.')
  const sentence = catalogues[domain]?.(locale).violations[name] as Sentence | undefined
  if (sentence === undefined) return words(locale).errors.unnamedRule
  return typeof sentence === 'string' ? sentence : sentence(writeDays(violation.values))
}
