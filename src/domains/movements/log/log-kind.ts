import type { LogCounting } from '../../../../db/types.ts'

export type { LogCounting }

/** A number that an entry carries: added up over a period, or the last one said in it. */
export interface LogNumber {
  code: string
  name: string
  measure: string
  counting: LogCounting
  required: boolean
}

/** A kind of entry as a template describes it. */
export interface LogKindDraft {
  code: string
  name: string
  help: string
  numbers: readonly LogNumber[]
}

/** What of a log is counted: a number of a kind, or without one how many entries there are. */
export interface LogKey {
  kind: string
  number?: string | undefined
}

/** "theme-study.sessions", as a target names it; "news" alone counts entries. */
export function readLogKey(text: string): LogKey {
  const [kind = '', number] = text.split('.')
  return number === undefined ? { kind } : { kind, number }
}
