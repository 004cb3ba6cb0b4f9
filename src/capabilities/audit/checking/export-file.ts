import canonicalize from 'canonicalize'
import { z } from 'zod'
import type { StoredEntry } from './stored-entry.ts'

/** The first line of an exported log: whose it is, and whether nothing was left out. */
const header = z.object({
  kind: z.literal('giao-uoc log 1'),
  tenant: z.string().regex(/^[a-z][a-z0-9_]{1,40}$/),
  isWhole: z.boolean(),
  /** The last entry in the file. */
  last: z.int().nonnegative(),
})

export type ExportHeader = z.output<typeof header>

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const exported = z.object({
  number: z.int().positive(),
  at: z.string(),
  account_id: z.string().nullable(),
  actor_name: z.string(),
  acting_unit_id: z.string().nullable(),
  action: z.string(),
  subject_kind: z.string(),
  subject_id: z.string().nullable(),
  /** JSON inside JSON, so that not even the writing of a number is lost. */
  facts: z.string(),
  previous_hash: hash,
  hash,
})

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

export const writeHeader = (of: Omit<ExportHeader, 'kind'>) => `${canonicalize({ kind: 'giao-uoc log 1', ...of })}\n`

/** One line of the export, from which the entry's hash can be worked out again. */
export function writeExported(entry: StoredEntry): string {
  const { previous_hash, hash: own, ...rest } = entry
  return `${canonicalize({ ...rest, previous_hash: hex(previous_hash), hash: hex(own) })}\n`
}

/** `null` when the line is no such header. */
export function readHeader(line: string): ExportHeader | null {
  try {
    return header.parse(JSON.parse(line))
  } catch {
    return null
  }
}

/** Throws when the line is no exported entry. */
export function readExported(line: string): StoredEntry {
  const { previous_hash, hash: own, ...rest } = exported.parse(JSON.parse(line))
  return { ...rest, previous_hash: Buffer.from(previous_hash, 'hex'), hash: Buffer.from(own, 'hex') }
}
