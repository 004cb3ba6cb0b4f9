import type { Pool } from 'pg'
import { BackupTrouble } from '#platform/backup/trouble.ts'
import type { Environment } from '#platform/config.ts'
import type { FileStore } from '#platform/files.ts'
import { PostgresTrouble } from '#platform/postgres/trouble.ts'
import type { Bilingual, Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'
import { words } from './words.ts'

type Verdict = 'ok' | 'warn' | 'bad'

/** One thing that was looked at. */
export interface Check {
  name: string
  verdict: Verdict
  what: Bilingual
  /** What to do about it, unless it is fine. */
  mend: Bilingual | null
}

/** Where the doctor looks. */
export interface Patient {
  environment: Environment
  dataFolder: string
  files: FileStore
  now: Date
  /** Reads every stored file and the whole last backup, not only some. */
  isThorough: boolean
}

export interface PatientWithDatabase extends Patient {
  owner: Pool
}

type Words = Translation<typeof vi>
type Say = (t: Words) => string

const inBoth = (say: Say): Bilingual => ({ vi: say(words('vi')), en: say(words('en')) })

export const fine = (name: string, what: Say): Check => ({ name, verdict: 'ok', what: inBoth(what), mend: null })

export const found = (name: string, verdict: 'warn' | 'bad', what: Say, mend: Say): Check => ({
  name,
  verdict,
  what: inBoth(what),
  mend: inBoth(mend),
})

export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** In the reader's language where the error knows both. */
function reasonIn(error: unknown): Bilingual {
  if (error instanceof BackupTrouble || error instanceof PostgresTrouble) return error.sentence
  return { vi: reasonOf(error), en: reasonOf(error) }
}

/** What an error says for itself, told in our words. */
export function foundBroken(name: string, error: unknown, say: (t: Words, reason: string) => string, mend: Say): Check {
  const reason = reasonIn(error)
  const what = { vi: say(words('vi'), reason.vi), en: say(words('en'), reason.en) }
  return { name, verdict: 'bad', what, mend: inBoth(mend) }
}

export function failed(name: string, error: unknown): Check {
  return { name, verdict: 'bad', what: inBoth((t) => t.failed(reasonOf(error))), mend: null }
}
