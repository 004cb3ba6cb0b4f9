import type { Pool } from 'pg'
import { BackupTrouble } from '#platform/backup/trouble.ts'
import type { Environment } from '#platform/config.ts'
import type { FileStore } from '#platform/files.ts'
import type { Bilingual, Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'
import { words } from './words.ts'

export type Verdict = 'ok' | 'warn' | 'bad'

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

type Say = (t: Translation<typeof vi>) => string

export const inBoth = (say: Say): Bilingual => ({ vi: say(words('vi')), en: say(words('en')) })

export const fine = (name: string, what: Say): Check => ({ name, verdict: 'ok', what: inBoth(what), mend: null })

export const found = (name: string, verdict: 'warn' | 'bad', what: Say, mend: Say): Check => ({
  name,
  verdict,
  what: inBoth(what),
  mend: inBoth(mend),
})

export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** In the reader's language where the error knows both. */
export const reasonIn = (error: unknown): Bilingual =>
  error instanceof BackupTrouble ? error.sentence : { vi: reasonOf(error), en: reasonOf(error) }

export function failed(name: string, error: unknown): Check {
  return { name, verdict: 'bad', what: inBoth((t) => t.failed(reasonOf(error))), mend: null }
}
