import type { Locale } from '#platform/words.ts'
import type { ReadyTable } from '../engine/ready-table.ts'
import type { CriterionScore } from '../engine/score-result.ts'
import { scoreUnits } from '../engine/score-units.ts'
import type { Criterion } from '../table/criterion.ts'
import type { ScoreFacts } from '../table/score-facts.ts'
import { criterionLines } from './criteria.ts'
import type { CriterionLines } from './criterion-lines.ts'
import { newDraft, wordsOf, type Draft } from './draft.ts'
import { factLine } from './fact-lines.ts'
import { standingLines, type StandingLines } from './standing-lines.ts'
import type { Workshop } from './workshop.ts'

/** A workbook thought out: lines of all units, and where the results stand among them. */
export interface WorkbookModel {
  readonly draft: Draft
  readonly root: CriterionLines
  readonly standing: StandingLines
}

function numbered(table: ReadyTable['table']): Criterion[] {
  const under = (node: Criterion): Criterion[] => [node, ...(node.children ?? []).flatMap(under)]
  return table.sections.flatMap(under)
}

/** A node for the table itself, which the engine counts as the first criterion. */
const tableNode = ({ title }: ReadyTable['table'], sections: Criterion[]): Criterion => ({
  code: '–',
  title,
  factor: 1,
  combine: 'sum',
  children: sections,
})

const unknown = { standing: 'asks', base: '0', bonus: '0', penalty: '0' } as const

const flat = (criteria: readonly CriterionScore[]): CriterionScore[] =>
  criteria.flatMap((one) => [one, ...flat(one.children)])

/** What the engine says, asked only where something is written as a value. */
function scoresOf(ready: ReadyTable, facts: ScoreFacts): () => ReadonlyMap<string, readonly CriterionScore[]> {
  let found: ReadonlyMap<string, readonly CriterionScore[]> | undefined
  return () => (found ??= new Map(scoreUnits(ready, facts).units.map(({ unit, criteria }) => [unit, flat(criteria)])))
}

/** Turns a table and facts into lines whose formulas compute what the engine computes. Pure. */
export function workbookModel(ready: ReadyTable, facts: ScoreFacts, locale: Locale, only?: string): WorkbookModel {
  const { table } = ready
  const draft = newDraft(table, facts, locale, only)
  const scores = scoresOf(ready, facts)
  const made = new Map<number, CriterionLines>()
  const shop: Workshop = {
    draft,
    ready,
    period: facts.period,
    nodes: [tableNode(table, table.sections), ...numbered(table)],
    words: wordsOf(draft),
    linesOf: (index) => {
      const lines = made.get(index) ?? criterionLines(shop, index)
      made.set(index, lines)
      return lines
    },
    cameOf: (unit, index) => scores().get(draft.units[unit]?.id ?? '')?.[index - 1] ?? unknown,
  }
  // Declared facts come first, in the table's order, and so that one that no rule reads is seen too.
  for (const key of Object.keys(table.facts)) factLine(draft, key)
  const root = shop.linesOf(0)
  return { draft, root, standing: standingLines(shop, root) }
}
