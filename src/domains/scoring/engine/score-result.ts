/** What a leaf or node came to. Everything but `scored` has no points of its own: none of them is zero. */
export type Standing =
  /** Points stand. */
  | 'scored'
  /** A fact is missing; `needs` names it. */
  | 'missing'
  /** A judged criterion that no one has marked yet. */
  | 'not_marked'
  /** No tier or cell of the table matches: a person must say. */
  | 'no_tier'
  /** The rule cannot say (a target of zero, a division by zero): a person must say. */
  | 'asks'
  /** Not assigned to this unit: it leaves the maximum. */
  | 'not_assigned'
  /** Exempt, and left out of the maximum. */
  | 'exempt'

/** One step of a derivation: a key of the derivation words, with what stands in the sentence. */
export interface Step {
  readonly says: string
  readonly values: Readonly<Record<string, string>>
}

/** A fact that was used, as it stood. */
export interface UsedFact {
  readonly key: string
  /** Decimal text, a day, a class, "có"/"không" as true/false, or a count of cases; null is missing. */
  readonly value: string | null
  readonly source?: string
  readonly verified?: boolean
}

/** Points are exact text: "2", "2.5", "20/3" before rounding, a decimal after. */
export interface CriterionScore {
  readonly code: string
  readonly standing: Standing
  /** What the table's rules give. Null when they cannot. */
  readonly proposed: string | null
  /** What counts: what was agreed, else what the rules give. */
  readonly points: string | null
  readonly base: string
  readonly bonus: string
  /** Zero or negative. */
  readonly penalty: string
  /** The unit's own maximum here: null where it is not assigned. */
  readonly max: string | null
  /** Keys of facts, or codes of judged criteria, that are missing under it. */
  readonly needs: readonly string[]
  /** The reason of an agreed figure that takes the place of the rules'. */
  readonly agreed?: { readonly reason: string; readonly by?: string }
  readonly children: readonly CriterionScore[]
}

/** Why a criterion has its points: made on demand from the same table and facts. */
export interface Derivation {
  readonly code: string
  readonly rule: string
  readonly table: { readonly code: string; readonly version: string }
  readonly facts: readonly UsedFact[]
  readonly steps: readonly Step[]
}

export interface UnitScore {
  readonly unit: string
  readonly name: string
  readonly group: string
  /** Complete: no criterion is missing, unmarked, without a tier or asking. */
  readonly state: 'complete' | 'incomplete' | 'disqualified'
  readonly base: string
  readonly bonus: string
  readonly penalty: string
  /** Of what is known when incomplete; then it is no result and has no rank. */
  readonly total: string
  /** The unit's own maximum, without what is not assigned. */
  readonly max: string
  /** total ÷ max × 100; null when the maximum is zero. */
  readonly percent: string | null
  /** Place within the group; null when incomplete or disqualified. */
  readonly rank: number | null
  readonly class: string | null
  readonly titles: readonly string[]
  /** Why it is not ranked, in the table's words. */
  readonly disqualified: readonly string[]
  readonly downgraded: readonly string[]
  readonly needs: readonly string[]
  readonly criteria: readonly CriterionScore[]
}

/** Units that neither totals nor the chain of ties part. A person must decide; nothing decides silently. */
export interface Tie {
  readonly group: string
  readonly rank: number
  readonly units: readonly string[]
  /** Whether the chain was asked and could not part them, or the table has none. */
  readonly chain: number
}

/** A fact that is hard to believe: 0.9 where per cent are meant, a day outside the year. */
export interface FactDoubt {
  readonly unit: string
  readonly key: string
  readonly value: string
  readonly says: string
}

export interface ScoreResult {
  readonly table: { readonly code: string; readonly version: string }
  /** In the order of the facts. */
  readonly units: readonly UnitScore[]
  readonly ties: readonly Tie[]
  readonly doubts: readonly FactDoubt[]
}
