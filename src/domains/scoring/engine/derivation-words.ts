import type { Bilingual, Locale } from '#platform/words.ts'
import type { Wording } from '../table/amount.ts'
import { en } from './derivation-words.en.ts'
import { vi } from './derivation-words.vi.ts'
import type { Step } from './score-result.ts'

type Sentences = typeof vi
export type StepKey = keyof Sentences
type Texts = Readonly<Record<string, string>>
type ValuesOf<Key extends StepKey> =
  Parameters<Sentences[Key]> extends [infer Needed extends Texts] ? Needed : Readonly<Record<string, never>>

/** One step of a derivation; the compiler knows which values its sentence needs. */
export const step = <Key extends StepKey>(says: Key, values: ValuesOf<Key>): Step => ({ says, values })

type Say = (values: Readonly<Record<string, string>>) => string

/** The sentence of a step. */
export function sayStep({ says, values }: Step, locale: Locale): string {
  const sentences: Readonly<Record<string, unknown>> = locale === 'vi' ? vi : en
  const say = sentences[says]
  return typeof say === 'function' ? (say as Say)(values) : says
}

/** Printed words in both languages: what has no translation stays as it is printed. */
export function bilingual(wording: Wording | undefined): Bilingual {
  if (wording === undefined) return { vi: '', en: '' }
  return typeof wording === 'string' ? { vi: wording, en: wording } : { vi: wording.vi, en: wording.en ?? wording.vi }
}

/** A text's place in the values of a step. */
export function textValues(wording: Wording | undefined): { readonly text: string; readonly textEn: string } {
  const { vi: text, en: textEn } = bilingual(wording)
  return { text, textEn }
}
