import { workingDaysBetween } from '#platform/working-days.ts'
import { compileFormula } from '../formula/compile.ts'
import { Uses, type Context, type Derived, type Scope, type Variable } from '../formula/scope.ts'
import type { FormulaDoubt } from '../formula/tree.ts'
import type { ScoreTable } from '../table/score-table.ts'
import { codeIndex } from '../engine/criterion-code.ts'

/** Doubt about a formula, and where it stands: the code of a criterion, or a part of the table. */
export interface TableFormulaDoubt extends FormulaDoubt {
  readonly code: string
}

/** What the formulas of a table mean, and what was found while they were compiled. */
export class TableScope implements Scope {
  readonly facts
  readonly constants
  readonly workingDays
  readonly criterion
  /** Column → key. */
  readonly keys: string[] = []
  readonly doubts: TableFormulaDoubt[] = []
  /** By index: what derived facts and findings of groups rest on. */
  readonly derivedUses: Uses[] = []
  readonly slotUses: Uses[] = []
  private readonly columns = new Map<string, number>()
  private readonly compiled = new Map<string, Derived | 'cyclic'>()
  private readonly table: ScoreTable

  constructor(table: ScoreTable, codes: readonly string[]) {
    this.table = table
    this.facts = table.facts
    this.constants = table.constants
    const days = { off: new Set(table.holidays), worked: new Set(table.workdays) }
    this.workingDays = (from: string, to: string): number => workingDaysBetween(from, to, days)
    this.criterion = codeIndex(codes)
    for (const key of Object.keys(table.facts)) this.column(key)
  }

  column(key: string): number {
    const known = this.columns.get(key)
    if (known !== undefined) return known
    const column = this.keys.push(key) - 1
    this.columns.set(key, column)
    return column
  }

  slot(uses: Uses): number {
    return this.slotUses.push(uses) - 1
  }

  derived(key: string, reached: boolean): Derived | 'cyclic' | null {
    const formula = Object.hasOwn(this.table.derived, key) ? this.table.derived[key] : undefined
    if (formula === undefined) return null
    const name = `${reached ? 'reached ' : ''}${key}`
    const known = this.compiled.get(name)
    if (known !== undefined) return known
    // Found again while it is being compiled: it rests on itself.
    this.compiled.set(name, 'cyclic')
    const uses = new Uses()
    const { read, kind } = compileFormula(formula, { ...this.context(key, uses, []), reached })
    const derived: Derived = { index: this.derivedUses.push(uses) - 1, kind, uses, read }
    this.compiled.set(name, derived)
    return derived
  }

  /** Where one formula of the table is compiled. */
  context(code: string, uses: Uses, variables: readonly Variable[]): Context {
    const doubt = (one: FormulaDoubt) => {
      const isTold = this.doubts.some(
        (each) => each.code === code && JSON.stringify(each) === JSON.stringify({ code, ...one }),
      )
      if (!isTold) this.doubts.push({ code, ...one })
    }
    return { scope: this, uses, variables, fields: null, reached: false, doubt }
  }
}
