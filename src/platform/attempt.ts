import { RuleViolation } from './errors.ts'
import type { Locale } from './words.ts'
import { writeDays } from './write-days.ts'

export type Attempt<Result> = { ok: true; value: Result } | { ok: false; violation: RuleViolation }

/** Waits for a command; a rule that says no comes back as a value, for the form that asked. */
export async function attempt<Result>(command: Promise<Result>): Promise<Attempt<Result>> {
  try {
    return { ok: true, value: await command }
  } catch (error) {
    if (error instanceof RuleViolation) return { ok: false, violation: error }
    throw error
  }
}

type Sentences = Readonly<Record<string, string | ((values: Record<string, string>) => string)>>

/** The sentence for a refusal, from the `violations` of its domain's words. A rule without one goes on to the app. */
export function refusal(sentences: Sentences, violation: RuleViolation): string {
  const sentence = sentences[violation.key.slice(violation.key.indexOf('.') + 1)]
  if (sentence === undefined) throw violation
  return typeof sentence === 'string' ? sentence : sentence(writeDays(violation.values))
}

/** The words of the domains whose rules a form may meet, by the first word of their keys. */
export type RuleWords = Readonly<Record<string, (locale: Locale) => { violations: Sentences }>>

/** The same for a form that meets the rules of several domains. */
export function refusalOf(violation: RuleViolation, words: RuleWords, locale: Locale): string {
  const [domain = ''] = violation.key.split('.')
  return refusal(words[domain]?.(locale).violations ?? {}, violation)
}
