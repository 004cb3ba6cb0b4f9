import { createHash } from 'node:crypto'
import { newCode, readCode } from '#platform/id.ts'

const length = 16

/** Eighty random bits, shown once to who sends; only its hash is kept. */
export const newTrackingCode = (): string => newCode(length)

/** The hash by which an opinion is found again; nothing for what is no code. */
export function hashOfCode(typed: string): string | undefined {
  const code = readCode(typed.normalize('NFC'))
  return code.length === length ? createHash('sha256').update(`opinion ${code}`, 'utf8').digest('hex') : undefined
}
