import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { slices } from '#platform/slices.ts'
import type { Drafted, ReviewClause } from './review.ts'

/** Puts sentences of rules at the end of their sections. */
export async function keepDrafted(
  tx: Tx,
  review: string,
  {
    drafted,
    standing,
  }: { drafted: readonly Drafted[]; standing: readonly Pick<ReviewClause, 'section' | 'position'>[] },
  now: Date,
): Promise<void> {
  const last = new Map<string, number>()
  for (const { section, position } of standing) last.set(section, Math.max(last.get(section) ?? 0, position))
  const rows = drafted.map((one) => {
    const position = (last.get(one.section) ?? 0) + 1
    last.set(one.section, position)
    return {
      id: newId(),
      review_id: review,
      section: one.section,
      position,
      rule: one.rule,
      topic: one.topic,
      text: one.text,
      drafted: one.text,
      figures: JSON.stringify(one.figures),
      sources: JSON.stringify(one.sources),
      changed_at: now,
    }
  })
  for (const some of slices(rows)) await tx.insertInto('year_review_clause').values(some).execute()
}
