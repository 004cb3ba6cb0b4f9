import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { slices } from '#platform/slices.ts'

export interface Subject {
  kind: string
  id: string | null
}

export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** Who did it; an account of `null` is the program itself, at the operator's command. */
export type Recorder = Pick<Actor, 'name' | 'actingUnit' | 'token'> & { account: string | null }

export interface Entry {
  number: number
  at: Date
  account_id: string | null
  actor_name: string
  acting_unit_id: string | null
  action: string
  subject_kind: string
  subject_id: string | null
  facts: Facts
}

/** SHA-256 over the hash before and the entry as RFC 8785 JSON; whoever has the entries can walk the chain. */
export function hashEntry(previous: Uint8Array, entry: Entry): Buffer {
  const text = canonicalize({ ...entry, at: entry.at.toISOString() })
  if (text === undefined) throw new Error('an audit entry is always a JSON object')
  return createHash('sha256').update(previous).update(text, 'utf8').digest()
}

/** What was done to which record. */
export interface Deed {
  action: string
  subject: Subject
  facts?: Facts
}

function entriesOf(deeds: readonly Deed[], actor: Recorder, head: { number: number; hash: Uint8Array; at: Date }) {
  let previous = head.hash
  return deeds.map((deed, index) => {
    const entry: Entry = {
      number: head.number + 1 + index,
      at: head.at,
      account_id: actor.account,
      actor_name: actor.name,
      acting_unit_id: actor.actingUnit,
      action: deed.action,
      subject_kind: deed.subject.kind,
      subject_id: deed.subject.id,
      facts: actor.token === undefined ? (deed.facts ?? {}) : { ...deed.facts, token: actor.token },
    }
    const chained = { previous_hash: Buffer.from(previous), hash: hashEntry(previous, entry) }
    previous = chained.hash
    return { ...entry, ...chained, facts: JSON.stringify(entry.facts) }
  })
}

/**
 * Writes the entries of a command that did the same to many records, in their order, as the last act of its
 * transaction: the head of the chain is locked from here to the commit, so nothing slow may follow.
 */
export async function recordAll(tx: Tx, actor: Recorder, now: Date, deeds: readonly Deed[]) {
  const head = await tx.selectFrom('audit_head').select(['number', 'hash']).forUpdate().executeTakeFirstOrThrow()
  const entries = entriesOf(deeds, actor, { ...head, at: now })
  for (const some of slices(entries)) await tx.insertInto('audit_entry').values(some).execute()
  const last = entries.at(-1)
  if (last) await tx.updateTable('audit_head').set({ number: last.number, hash: last.hash }).execute()
}

/** Writes a command's one entry, as the last act of its transaction. */
export const record = (tx: Tx, actor: Recorder, now: Date, deed: Deed) => recordAll(tx, actor, now, [deed])
