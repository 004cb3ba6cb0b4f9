import { createHash, randomBytes } from 'node:crypto'

const idleHours = 12
const sessionDays = 7

const hour = 3_600_000

/** 256 bits for the cookie; the database keeps only their SHA-256. */
export const newToken = () => randomBytes(32).toString('base64url')

export const hashToken = (token: string) => createHash('sha256').update(token).digest()

export const sessionEnd = (now: Date) => new Date(now.getTime() + sessionDays * 24 * hour)

/** A session last seen before this moment has fallen asleep for good. */
export const idleSince = (now: Date) => new Date(now.getTime() - idleHours * hour)

const browsers = [
  ['Edge', /Edg\w*\//],
  ['Cốc Cốc', /coc_coc/],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\/|CriOS\//],
  ['Safari', /Safari\//],
] as const

const systems = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh/],
  ['Linux', /Linux/],
] as const

const firstMatch = (table: readonly (readonly [string, RegExp])[], text: string) =>
  table.find(([, shape]) => shape.test(text))?.[0]

/** 'Chrome · Windows' of a user agent: enough to know one's own devices, no more is kept. Unknown is ''. */
export function deviceOf(userAgent: string | undefined): string {
  const text = userAgent ?? ''
  return [firstMatch(browsers, text), firstMatch(systems, text)].filter(Boolean).join(' · ')
}
