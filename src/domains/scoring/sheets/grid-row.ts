import type { Locale } from '#platform/words.ts'
import type { CriterionScore, UnitScore } from '../engine/score-result.ts'
import type { Criterion } from '../table/criterion.ts'
import type { FactKind, ScoreTable } from '../table/score-table.ts'
import { fromOf, type GatheredFact } from '../figures/fact-source.ts'
import { scoresByCode } from './lacks.ts'
import { factsOfLeaf, isLeaf, judgedRule, placedNodes, printedIn } from './leaf.ts'
import type { Mark, TypedFact } from './sheet.ts'
import type { StandingMark } from '../figures/standing.ts'

/** A section or item: what stands under it, added up. */
interface NodeRow {
  is: 'node'
  code: string
  title: string
  depth: number
  node: Criterion
  score: CriterionScore | undefined
}

/** A criterion with points of its own. */
export interface LeafRow extends Omit<NodeRow, 'is'> {
  is: 'leaf'
  isJudged: boolean
  /** What the unit typed, and what stands at the stage that is shown. */
  mark: Mark | undefined
  standing: StandingMark | undefined
  /** How many pieces are cited for it. */
  evidence: number
}

/** A fact under the criterion that reads it first. */
export interface FactRow {
  is: 'fact'
  key: string
  label: string
  depth: number
  /** The criterion under which it stands. */
  code: string
  kind: FactKind
  isTyped: boolean
  typed: TypedFact | undefined
  known: GatheredFact | undefined
}

export type GridRow = NodeRow | LeafRow | FactRow

export interface GridParts {
  table: ScoreTable
  score: UnitScore
  /** What the unit itself typed. */
  marks: ReadonlyMap<string, Mark>
  typed: ReadonlyMap<string, TypedFact>
  /** What stands at the stage that is shown. */
  standing: ReadonlyMap<string, StandingMark>
  known: ReadonlyMap<string, GatheredFact>
  /** Pieces cited, by criterion. */
  evidence: ReadonlyMap<string, number>
  locale: Locale
}

function factRow(
  { table, typed, known, locale }: GridParts,
  key: string,
  at: { code: string; depth: number },
): FactRow[] {
  const kind = table.facts[key]
  if (kind === undefined) return []
  const isTyped = fromOf(kind).from === 'typed'
  const label = printedIn(kind.label, locale)
  return [{ is: 'fact', key, label, kind, isTyped, typed: typed.get(key), known: known.get(key), ...at }]
}

/** The table as rows in its order: nodes, criteria, and under each criterion the facts that no earlier one showed. */
export function gridRows(parts: GridParts): GridRow[] {
  const scores = scoresByCode(parts.score.criteria)
  const shown = new Set<string>()
  return placedNodes(parts.table.sections).flatMap(({ node, depth }): GridRow[] => {
    const { code } = node
    const said = { code, title: printedIn(node.title, parts.locale), depth, node, score: scores.get(code) }
    if (!isLeaf(node)) return [{ is: 'node', ...said }]
    const leaf: LeafRow = {
      is: 'leaf',
      ...said,
      isJudged: judgedRule(node) !== undefined,
      mark: parts.marks.get(code),
      standing: parts.standing.get(code),
      evidence: parts.evidence.get(code) ?? 0,
    }
    const facts = factsOfLeaf(parts.table, node).filter((key) => !shown.has(key))
    for (const key of facts) shown.add(key)
    return [leaf, ...facts.flatMap((key) => factRow(parts, key, { code, depth: depth + 1 }))]
  })
}
