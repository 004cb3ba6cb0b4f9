import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { slices } from '#platform/slices.ts'
import type { DigestSection, DraftedClause } from './digest.ts'
import { clausesOf } from './queries.ts'

interface Kept extends DraftedClause {
  opinion?: string
  by?: string
}

/** Puts sentences at the end of their sections and answers with their ids. */
export async function keepClauses(tx: Tx, digest: string, clauses: readonly Kept[], now: Date): Promise<string[]> {
  const last = new Map<DigestSection, number>()
  for (const { section, position } of await clausesOf(tx, digest)) last.set(section, position)
  const rows = clauses.map(({ sources, opinion, by, ...clause }) => {
    const position = (last.get(clause.section) ?? 0) + 1
    last.set(clause.section, position)
    return {
      ...clause,
      id: newId(),
      digest_id: digest,
      position,
      drafted: clause.rule === '' ? '' : clause.text,
      sources: JSON.stringify(sources),
      opinion_id: opinion ?? null,
      changed_by: by ?? null,
      changed_at: now,
    }
  })
  for (const some of slices(rows)) await tx.insertInto('voice_digest_clause').values(some).execute()
  return rows.map(({ id }) => id)
}
