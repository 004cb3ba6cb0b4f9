import type { Exact } from '#platform/exact.ts'
import type { Answer, Place } from '../engine/giving.ts'
import type { Standing } from '../engine/score-result.ts'
import type { ScoreFacts, UnitFacts } from '../table/score-facts.ts'

/** What a criterion came to for one unit. Always total = base + bonus + penalty. */
export interface Came {
  readonly standing: Standing
  readonly proposed: Exact | null
  readonly points: Exact | null
  readonly base: Exact
  readonly bonus: Exact
  readonly penalty: Exact
  /** The unit's own maximum, its share of the denominator; null where it has none here. */
  readonly max: Exact | null
  /** What base points may come to: the maximum, and what was done without being assigned and outside of it. */
  readonly room: Exact | null
  readonly needs: readonly string[]
}

/** Points agreed in place of what the rules give. */
export interface Agreed {
  readonly points: Exact
  readonly reason: string
  readonly by?: string | undefined
}

/** What a unit came to, once all of its criteria stand. */
export interface Totals {
  readonly base: Exact
  readonly bonus: Exact
  readonly penalty: Exact
  readonly total: Exact
  readonly max: Exact
  readonly percent: Exact | null
  rank: number | null
}

/** One computation: facts by column and unit, groups, and what was found on the way. */
export class Run {
  readonly period: ScoreFacts['period']
  units: UnitFacts[]
  /** Column → unit → what is known. */
  readonly columns: Answer[][] = []
  /** Column → unit → what was reached although it was not assigned. */
  readonly reached: Map<number, Answer>[] = []
  /** Derived fact → unit → what it came to. */
  readonly derived: (Answer | undefined)[][] = []
  /** Group → its units, in the order of the facts. */
  readonly groups: number[][] = []
  readonly groupNames: string[] = []
  readonly groupOf: number[] = []
  /** Slot → group → what was found once for the whole group. */
  readonly found: Map<number, unknown>[] = []
  /** Unit → its totals; none while they are not known. */
  readonly totals: (Totals | undefined)[] = []
  /** Units with facts that are hard to believe. */
  readonly doubted = new Set<number>()
  /** Unit → criterion → points that a person gave. */
  readonly marks: (ReadonlyMap<number, Exact> | undefined)[] = []
  /** Unit → criterion → what was agreed in place of what the rules give. */
  readonly agreed: (ReadonlyMap<number, Agreed> | undefined)[] = []
  /** Unit → criterion → what it came to, as far as it was asked for. */
  readonly memo: (Came | undefined)[][] = []
  private readonly criteria: number
  private readonly compute: (run: Run, unit: number, criterion: number) => Came

  constructor(facts: ScoreFacts, criteria: number, compute: (run: Run, unit: number, criterion: number) => Came) {
    this.period = facts.period
    this.units = [...facts.units]
    this.criteria = criteria
    this.compute = compute
    const numbers = new Map<string, number>()
    for (const [unit, { group = '' }] of this.units.entries()) {
      const number = numbers.get(group) ?? this.groups.push([]) - 1
      if (!numbers.has(group)) this.groupNames.push(group)
      numbers.set(group, number)
      this.groups[number]?.push(unit)
      this.groupOf.push(number)
    }
  }

  group(unit: number): readonly number[] {
    return this.groups[this.groupOf[unit] ?? -1] ?? []
  }

  /** What a criterion came to for a unit: computed when it is first asked for. */
  came(unit: number, criterion: number): Came {
    const memo = (this.memo[unit] ??= Array.from({ length: this.criteria }))
    return (memo[criterion] ??= this.compute(this, unit, criterion))
  }

  /** What is found once for a unit's group, and kept until a fact changes that it rests on. */
  find<Found>(slot: number, unit: number, find: () => Found): Found {
    const group = this.groupOf[unit] ?? -1
    const found = (this.found[slot] ??= new Map<number, unknown>())
    const known = found.get(group) as Found | undefined
    if (known !== undefined) return known
    const now = find()
    found.set(group, now)
    return now
  }
}

/** The computation to which a place belongs. */
export function runOf({ run }: Place): Run {
  if (run instanceof Run) return run
  throw new Error('a place without a computation')
}
