import type { Locale } from '#platform/words.ts'
import { en } from './doubt-words.en.ts'
import { vi } from './doubt-words.vi.ts'

type Sentences = typeof vi
export type DoubtKey = keyof Sentences
type Texts = Readonly<Record<string, string>>
type ValuesOf<Key extends DoubtKey> =
  Parameters<Sentences[Key]> extends [infer Needed extends Texts] ? Needed : Readonly<Record<string, never>>

/** What is doubtful in a table before it is used. */
export interface TableDoubt {
  /** Of the criterion; null where it is the table's own. */
  readonly code: string | null
  readonly says: DoubtKey
  readonly values: Texts
  /** An error keeps the table from being used; a doubt is a question to its author. */
  readonly severity: 'error' | 'doubt'
}

type Make = <Key extends DoubtKey>(code: string | null, says: Key, values: ValuesOf<Key>) => TableDoubt

export const doubt: Make = (code, says, values) => ({ code, says, values, severity: 'doubt' })
export const fault: Make = (code, says, values) => ({ code, says, values, severity: 'error' })

export const isDoubtKey = (says: string): says is DoubtKey => Object.hasOwn(vi, says)

/** The sentence of a doubt, without the code that it stands beside. */
export function sayDoubt({ says, values }: Pick<TableDoubt, 'says' | 'values'>, locale: Locale): string {
  const say = (locale === 'vi' ? vi : en)[says] as (values: Texts) => string
  return say(values)
}
