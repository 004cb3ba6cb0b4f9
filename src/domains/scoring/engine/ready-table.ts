import type { Bilingual } from '#platform/words.ts'
import { compileFormula } from '../formula/compile.ts'
import { Uses, variables } from '../formula/scope.ts'
import type { Formula, Wording } from '../table/amount.ts'
import type { Criterion } from '../table/criterion.ts'
import type { ScoreTable } from '../table/score-table.ts'
import { markCycles } from '../criteria/cycles.ts'
import { bilingual } from './derivation-words.ts'
import type { Read } from './giving.ts'
import type { Telling } from '../criteria/making.ts'
import { believed, type Believed } from './read-fact.ts'
import type { ReadyCriterion } from './ready-criterion.ts'
import { readyNodes } from '../criteria/ready-nodes.ts'
import type { TableFormulaDoubt, TableScope } from '../criteria/table-scope.ts'

export interface ReadyOutcome {
  readonly read: Read
  readonly text: string
}

/** A score table made ready to score any units: formulas compiled, codes resolved, limits inherited. */
export interface ReadyTable {
  readonly table: ScoreTable
  readonly scope: TableScope
  /** In the table's order; the first is the table itself, whose points are the total. */
  readonly criteria: readonly ReadyCriterion[]
  readonly titles: readonly Bilingual[]
  readonly telling: Telling
  /** By column: what is believed of a declared fact. */
  readonly believed: readonly (Believed | undefined)[]
  /** By criterion: the kinds of its rules, in the table's words for them. */
  readonly kinds: readonly (readonly string[])[]
  /** By criterion: the table's words for its exemption. */
  readonly exemptions: readonly (Wording | undefined)[]
  readonly disqualify: readonly (ReadyOutcome & { readonly keepsTotal: boolean })[]
  readonly classes: readonly { readonly name: string; readonly read: Read }[]
  readonly downgrades: readonly (ReadyOutcome & { readonly to: number | null; readonly by: number })[]
  readonly awarded: readonly { readonly title: string; readonly requires: readonly ReadyOutcome[] }[]
  readonly ties: readonly { readonly read: Read; readonly better: 'more' | 'less' }[]
  /** What the formulas that read totals rest on. */
  readonly outcomeUses: Uses
  /** Findings of groups made by those formulas: they hold only while totals and ranks stand. */
  readonly totalSlots: readonly number[]
  /** What is wrong with its formulas. */
  readonly doubts: readonly TableFormulaDoubt[]
}

const printedText = (wording: Wording) => bilingual(wording).vi

function readyOutcomes(table: ScoreTable, scope: TableScope, uses: Uses) {
  const read = (part: string, formula: Formula): Read =>
    compileFormula(formula, scope.context(part, uses, variables)).read
  const classes = table.classes.map(({ name, when }) => ({ name: printedText(name), read: read('classes', when) }))
  const placeOf = (name: string | undefined) => {
    const place = classes.findIndex((one) => one.name === name)
    return place < 0 ? null : place
  }
  return {
    classes,
    // Totals are not asked for here: who is disqualified is so whatever was reached.
    disqualify: table.disqualify.map(({ when, text, total }) => ({
      read: read('disqualify', when),
      text: printedText(text),
      keepsTotal: total === 'kept',
    })),
    downgrades: table.downgrades.map(({ when, text, to, by = 0 }) => ({
      read: read('downgrades', when),
      text: printedText(text),
      to: placeOf(to),
      by,
    })),
    awarded: table.titles.map(({ title, requires }) => ({
      title: printedText(title),
      requires: requires.map(({ when, text }) => ({ read: read('titles', when), text: printedText(text) })),
    })),
    ties: table.ranking.ties.map(({ by, better }) => ({ read: read('ranking', by), better })),
  }
}

function believedOf(table: ScoreTable, key: string): Believed | undefined {
  const kind = table.facts[key]
  return kind === undefined ? undefined : believed(kind)
}

const kindsOf = (nodes: readonly Criterion[]): (readonly string[])[] =>
  nodes.flatMap(({ rules = [], children = [] }) => [rules.map(({ rule }) => rule), ...kindsOf(children)])

const exemptionsOf = (nodes: readonly Criterion[]): (Wording | undefined)[] =>
  nodes.flatMap(({ exempt, children = [] }) => [exempt?.text, ...exemptionsOf(children)])

/** Makes a table ready, once for all units that are scored by it. A table with doubts works: what cannot be read asks. */
export function readyTable(table: ScoreTable): ReadyTable {
  const titles: Bilingual[] = []
  const telling: Telling = { run: null, titles }
  const { scope, criteria } = readyNodes(table, telling, titles)
  // Also those that nothing reads: what is wrong with them is told.
  for (const key of Object.keys(table.derived)) scope.derived(key, false)
  const outcomeUses = new Uses()
  const firstSlot = scope.slotUses.length
  const outcomes = readyOutcomes(table, scope, outcomeUses)
  const totalSlots = [...scope.slotUses.keys()].slice(firstSlot)
  const readied = markCycles(criteria, scope)
  const kinds = [[], ...kindsOf(table.sections)]
  const exemptions = [undefined, ...exemptionsOf(table.sections)]
  return {
    table,
    scope,
    criteria: readied,
    titles,
    telling,
    kinds,
    believed: scope.keys.map((key) => believedOf(table, key)),
    exemptions,
    ...outcomes,
    outcomeUses,
    totalSlots,
    doubts: scope.doubts,
  }
}
