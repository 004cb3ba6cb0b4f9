import type { Db } from '#platform/database/database.ts'
import { gatherCounts } from './gather-counts.ts'
import { gatherDeeds } from './gather-deeds.ts'
import { gatherDigests } from './gather-digests.ts'
import { gatherOpinions } from './gather-opinions.ts'
import { gatherResults } from './gather-results.ts'
import { linesOf, missingIn, type ExchangeKind, type Line, type Missing, type Period } from './profile.ts'
import type { Edition } from './queries.ts'

export interface Gathered {
  lines: readonly Line[]
  missing: readonly Missing[]
}

type Records = readonly Readonly<Record<string, string | null>>[]

const gatherers = {
  opinions: gatherOpinions,
  opinion_counts: gatherCounts,
  digests: gatherDigests,
  deeds: gatherDeeds,
  results: gatherResults,
} as const satisfies Record<ExchangeKind, (db: Db, period: Period, origin: string) => Promise<Records>>

/** The lines of a profile for a period, and what they lack. */
export async function gatherLines(db: Db, edition: Edition, period: Period, origin: string): Promise<Gathered> {
  const lines = linesOf(await gatherers[edition.kind](db, period, origin), edition.fields)
  return { lines, missing: missingIn(lines, edition.fields) }
}
