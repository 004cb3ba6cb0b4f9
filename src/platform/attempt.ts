import { RuleViolation } from './errors.ts'

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

type Sentences = Readonly<Record<string, string | ((values: RuleViolation['values']) => string)>>

/** The sentence for a refusal, from the `violations` of a domain's words. */
export function refusal(sentences: Sentences, { key, values }: RuleViolation): string {
  const sentence = sentences[key.slice(key.indexOf('.') + 1)]
  if (sentence === undefined) throw new Error(`no words for the refusal ${key}`)
  return typeof sentence === 'string' ? sentence : sentence(values)
}
