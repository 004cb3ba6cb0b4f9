import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import type { FileStore } from '#platform/files.ts'
import { preservePdf } from '../preservation/preserve-pdf.ts'
import type { EvidenceFetcher } from '../preservation/fetch-evidence.ts'
import type { TimestampClient } from '../cms/timestamp.ts'
import { documentById, keepRevision, knownRevisions, latestRevision, lockDocument, revisionsOf } from './documents.ts'
import { trustOf } from './trust.ts'

export interface PreservingPieces {
  readonly files: FileStore
  readonly fetcher?: EvidenceFetcher | undefined
  readonly timestamp?: TimestampClient | undefined
}

/**
 * Papers on which every field that must be signed is, and to which the proofs have not been added since. With a time
 * stamp authority also those that bear no time stamp yet, or one that ends in 60 days; one that was shorter from the
 * start has half its life, lest it be renewed at every run.
 */
export async function documentsToPreserve(
  db: Db,
  { now, isStamping }: { now: Date; isStamping: boolean },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id
    from signed_document d
    join lateral (
      select kind, renew_before, made_at
      from document_revision r
      where r.document_id = d.id
      order by r.number desc
      limit 1
    ) newest on true
    where (
      newest.kind = 'signature'
      or newest.kind = 'proofs' and ${isStamping} and coalesce(
        renew_before - ${now}::timestamptz < least(interval '60 days', (renew_before - made_at) / 2), true)
    )
    and not exists (
      select from jsonb_array_elements(d.fields) as list(place)
      where not coalesce((place->>'optional')::boolean, false)
      and not exists (
        select from document_revision r where r.document_id = d.id and r.field = place->>'name'
      )
    )
    order by d.created_at`.execute(db)
  return rows.map(({ id }) => id)
}

/** `busy`: someone signs just now; `missing`: whose proofs are not to be had yet. Both are tried again. */
export type Preservation =
  | { readonly state: 'preserved'; readonly revision: number; readonly renewBefore: Date | null }
  | { readonly state: 'busy' }
  | { readonly state: 'nothing to do' }
  | { readonly state: 'missing'; readonly missing: readonly string[] }

/**
 * Keeps one more revision of a signed paper: the proofs by which its signatures can be checked years later and, with a
 * time stamp authority, a time stamp over all. `tell` writes that it was done, in the same transaction.
 */
export async function preserveDocument(
  db: Db,
  id: string,
  { now, ...pieces }: PreservingPieces & { now: Date },
  tell: (tx: Tx, facts: { title: string; revision: number }) => Promise<void>,
): Promise<Preservation> {
  const revisions = await revisionsOf(db, id)
  const latest = await latestRevision(db, id)
  const base = await pieces.files.get(latest.sha256)
  const { fetcher, timestamp } = pieces
  const judged = { ...(await trustOf(db)), knownRevisions: knownRevisions(revisions) }
  const preserved = await preservePdf(base, { ...judged, fetcher, timestamp, now })
  if ('missing' in preserved) return { state: 'missing', missing: preserved.missing }
  const { pdf, renewBefore } = preserved
  if (pdf.length === base.length) return { state: 'nothing to do' }
  return db.transaction().execute(async (tx) => {
    await lockDocument(tx, id)
    const newest = await latestRevision(tx, id)
    if (newest.number !== latest.number || (await isBeingSigned(tx, id, now))) return { state: 'busy' }
    const revision = latest.number + 1
    const proofs = { document: id, number: revision, pdf, field: null, certificate: null, renewBefore }
    await keepRevision(tx, pieces.files, proofs, now)
    await tell(tx, { title: (await documentById(tx, id)).title, revision })
    return { state: 'preserved', revision, renewBefore }
  })
}

async function isBeingSigned(tx: Tx, document: string, now: Date): Promise<boolean> {
  const open = await tx
    .selectFrom('signing_job')
    .select('id')
    .where('document_id', '=', document)
    .where('state', '=', 'open')
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return open !== undefined
}
