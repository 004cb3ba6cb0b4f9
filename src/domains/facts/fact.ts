import type { FactStanding } from '../../../db/types.ts'

export type { FactStanding }

/** What is known of a unit in a year under a key, and who says so. Values are exact decimal text. */
export interface Fact {
  unit: string
  blocYear: string
  /** "target.CT01", "report.month.late". */
  key: string
  /** Null is missing, which is never zero. */
  value: string | null
  /** Not assigned: neither missing nor zero, it counts for nothing. */
  isAssigned: boolean
  /** In what the value is counted: "%", "triệu đồng", "hội viên". */
  measure: string
  standing: FactStanding
  /** The record that says so. */
  source: { kind: string; id: string }
}

export interface PostedFact extends Fact {
  postedAt: Date
}

/** Of what was both declared and verified, the verified one stands. */
export function standingFacts<One extends Pick<Fact, 'unit' | 'key' | 'standing'>>(facts: readonly One[]): One[] {
  const standing = new Map<string, One>()
  for (const fact of facts) {
    const key = `${fact.unit} ${fact.key}`
    if (fact.standing === 'verified' || !standing.has(key)) standing.set(key, fact)
  }
  return [...standing.values()]
}
