import { compare } from '#platform/exact.ts'
import { readExactText } from '../engine/exact-text.ts'
import type { CriterionScore, UnitScore } from '../engine/score-result.ts'
import type { Criterion } from '../table/criterion.ts'
import type { ScoreTable } from '../table/score-table.ts'
import { fromOf } from '../figures/fact-source.ts'
import { judgedRule, leavesOf } from './leaf.ts'
import type { StandingMark } from '../figures/standing.ts'

/** What keeps a sheet from being sent, with where it is mended. */
export type Lack =
  /** A fact that is typed on the sheet; one that the system does not know. */
  | { readonly kind: 'fact' | 'source'; readonly code: string; readonly key: string }
  /** A judged criterion without points; one that the rules cannot decide; a figure of one's own without its reason. */
  | { readonly kind: 'mark' | 'decide' | 'reason'; readonly code: string }

export const scoresByCode = (criteria: readonly CriterionScore[]): Map<string, CriterionScore> =>
  new Map(criteria.flatMap((one) => [[one.code, one] as const, ...scoresByCode(one.children)]))

function lackingFacts(table: ScoreTable, { code, needs }: CriterionScore): Lack[] {
  return needs.map((key) => {
    const kind = table.facts[key]
    const isTyped = kind !== undefined && fromOf(kind).from === 'typed'
    return { kind: isTyped ? 'fact' : 'source', code, key }
  })
}

const withoutPoints: Readonly<
  Partial<Record<CriterionScore['standing'], (table: ScoreTable, score: CriterionScore) => Lack[]>>
> = {
  missing: lackingFacts,
  not_marked: (_table, { code }) => [{ kind: 'mark', code }],
  no_tier: (_table, { code }) => [{ kind: 'decide', code }],
  asks: (_table, { code }) => [{ kind: 'decide', code }],
}

/** A figure of one's own in place of the rules' says why, unless it is the same. */
function lacksReason(leaf: Criterion, score: CriterionScore, mark: StandingMark | undefined): boolean {
  if (mark === undefined || mark.reason !== '' || judgedRule(leaf) !== undefined) return false
  if (score.proposed === null) return true
  return compare(readExactText(mark.points), readExactText(score.proposed)) !== 0
}

/** Everything that is missing, in the table's order. Zero is not. */
export function lacksOf(
  table: ScoreTable,
  unit: UnitScore,
  marks: ReadonlyMap<string, StandingMark> | undefined,
): Lack[] {
  const scores = scoresByCode(unit.criteria)
  const told = new Set<string>()
  return leavesOf(table).flatMap((leaf): Lack[] => {
    const score = scores.get(leaf.code)
    if (score === undefined) return []
    if (lacksReason(leaf, score, marks?.get(leaf.code))) return [{ kind: 'reason', code: leaf.code }]
    const lacks = score.points === null ? (withoutPoints[score.standing]?.(table, score) ?? []) : []
    return lacks.filter((lack) => {
      const name = 'key' in lack ? lack.key : `${lack.kind} ${lack.code}`
      return told.has(name) ? false : told.add(name)
    })
  })
}
