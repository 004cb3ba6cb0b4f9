import type { Bilingual, Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'
import { words } from './words.ts'

type Words = Translation<typeof vi>

export function inBothLanguages(say: (words: Words) => string): Bilingual {
  return { vi: say(words('vi')), en: say(words('en')) }
}

/** What keeps PostgreSQL from running, and what the operator can do about it, in both languages. */
export class PostgresTrouble extends Error {
  override readonly name = 'PostgresTrouble'
  readonly sentence: Bilingual
  constructor(sentence: Bilingual, options?: ErrorOptions) {
    super(`${sentence.vi}\n${sentence.en}`, options)
    this.sentence = sentence
  }
}

export function trouble(say: (words: Words['trouble']) => string, cause?: unknown): PostgresTrouble {
  return new PostgresTrouble(
    inBothLanguages((words) => say(words.trouble)),
    { cause },
  )
}
