import { pino, type Logger } from 'pino'

export type Log = Logger

/** Structured lines without personal data: callers log ids, codes and durations, never names, addresses or texts. */
export function openLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.password', '*.code', '*.email'],
  })
}
