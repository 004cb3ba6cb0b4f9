import type { Answer, Read, Value } from '../engine/giving.ts'
import type { FactKind } from '../table/score-table.ts'
import type { FormulaDoubt } from './tree.ts'

/** What is known of a value before there are facts. `any`: nothing, the fact is not declared. */
export interface Kind {
  readonly is: Value['is'] | 'any'
  readonly measure?: string | undefined
  readonly classes?: readonly string[] | undefined
  readonly fields?: FactKind['fields']
}

export interface Compiled {
  readonly read: Read
  readonly kind: Kind
}

/** What a formula rests on: columns of facts and indexes of criteria, of the unit itself and of all of its group. */
export class Uses {
  readonly facts = new Set<number>()
  readonly criteria = new Set<number>()
  readonly groupFacts = new Set<number>()
  readonly groupCriteria = new Set<number>()

  /** Takes over what another formula rests on; inside of a group function, as of the whole group. */
  add(other: Uses, inGroup: boolean): void {
    for (const fact of other.facts) (inGroup ? this.groupFacts : this.facts).add(fact)
    for (const criterion of other.criteria) (inGroup ? this.groupCriteria : this.criteria).add(criterion)
    for (const fact of other.groupFacts) this.groupFacts.add(fact)
    for (const criterion of other.groupCriteria) this.groupCriteria.add(criterion)
  }
}

/** A derived fact, compiled once: its values are kept by unit under its index. */
export interface Derived {
  readonly index: number
  readonly kind: Kind
  readonly uses: Uses
  readonly read: Read
}

/** What names mean in the formulas of one table. */
export interface Scope {
  readonly facts: Readonly<Record<string, FactKind>>
  readonly constants: Readonly<Record<string, number | string | boolean>>
  readonly column: (key: string) => number
  readonly derived: (key: string, reached: boolean) => Derived | 'cyclic' | null
  readonly criterion: (code: string) => number | null
  /** A number for what is found once for a whole group, and what that rests on. */
  readonly slot: (uses: Uses) => number
  readonly workingDays: (from: string, to: string) => number
}

export const variables = ['max', 'total', 'percent', 'rank', 'base', 'bonus', 'penalty'] as const
export type Variable = (typeof variables)[number]

/** Where one formula is compiled. */
export interface Context {
  readonly scope: Scope
  readonly uses: Uses
  readonly variables: readonly Variable[]
  /** Fields of the case at hand; none where there is no case, and any where nothing is declared. */
  readonly fields: FactKind['fields'] | 'any' | null
  /** Reads what was reached although it was not assigned. */
  readonly reached: boolean
  readonly doubt: (doubt: FormulaDoubt) => void
}

export const anyKind: Kind = { is: 'any' }
export const kindOf = (is: Value['is']): Kind => ({ is })

/** A formula that gives the same answer everywhere. */
export const always = (answer: Answer, kind: Kind): Compiled => ({ read: () => answer, kind })
