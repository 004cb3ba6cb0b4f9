import type { CriterionScore, UnitScore } from '../engine/score-result.ts'

const below = (nodes: readonly CriterionScore[]): CriterionScore[] =>
  nodes.flatMap((node) => [node, ...below(node.children)])

/** What each criterion of a unit came to, by its code. */
export const scoresByCode = (unit: Pick<UnitScore, 'criteria'> | undefined): Map<string, CriterionScore> =>
  new Map(below(unit?.criteria ?? []).map((score) => [score.code, score]))

/** A criterion that this unit has no points to get in: not assigned, or exempt. */
export const isOut = (score: Pick<CriterionScore, 'standing'> | undefined): boolean =>
  score?.standing === 'not_assigned' || score?.standing === 'exempt'
