import { createHash } from 'node:crypto'

/** A revision that was kept when it was made. */
export interface KnownRevision {
  readonly sha256: string
  readonly length: number
  /** When it was kept: what it holds was signed by then, also after the certificate has expired. */
  readonly keptAt?: Date
  /** Adds no signature, only proofs for checking them later: a file that lacks it lacks nothing that was signed. */
  readonly isProofsOnly?: boolean
}

/**
 * `complete`: byte for byte the last one. `beforeProofs`: all that was signed, without proofs that were added since.
 * `missing`: an earlier one, the end is cut off. `added`: the last one and something behind it. `diverged`: begins as ours, goes on otherwise. `unknown`: never ours.
 */
export interface RevisionsReport {
  readonly state: 'complete' | 'beforeProofs' | 'missing' | 'added' | 'diverged' | 'unknown'
  readonly known: number
  /** How many of them the file contains. */
  readonly contained: number
}

const oldestFirst = (revisions: readonly KnownRevision[]) =>
  [...revisions].sort((one, other) => one.length - other.length)

/** Compares a file with the revisions of one document, oldest first. */
export function compareWithKnown(bytes: Uint8Array, revisions: readonly KnownRevision[]): RevisionsReport {
  const inOrder = oldestFirst(revisions)
  let contained = 0
  let end = 0
  const hash = createHash('sha256')
  for (const revision of inOrder) {
    if (revision.length > bytes.length) break
    hash.update(bytes.subarray(end, revision.length))
    end = revision.length
    if (hash.copy().digest('hex') !== revision.sha256) break
    contained += 1
  }
  const length = inOrder[contained - 1]?.length ?? 0
  return {
    state: stateOf({ contained, missing: inOrder.slice(contained), whole: length === bytes.length }),
    known: inOrder.length,
    contained,
  }
}

interface Found {
  contained: number
  missing: readonly KnownRevision[]
  whole: boolean
}

function stateOf({ contained, missing, whole }: Found): RevisionsReport['state'] {
  if (contained === 0) return 'unknown'
  if (missing.length === 0) return whole ? 'complete' : 'added'
  if (!whole) return 'diverged'
  return missing.every(({ isProofsOnly }) => isProofsOnly === true) ? 'beforeProofs' : 'missing'
}

/** Since when the bytes up to `end` are known to have existed; null when no contained revision says so. */
export function keptSince(revisions: readonly KnownRevision[], contained: number, end: number): Date | null {
  const holding = oldestFirst(revisions).slice(0, contained)
  return holding.find(({ length }) => length >= end)?.keptAt ?? null
}
