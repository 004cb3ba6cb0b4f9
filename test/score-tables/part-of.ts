import type { CriterionScore, UnitScore } from '../../src/domains/scoring/engine/score-result.ts'

export const flat = (all: readonly CriterionScore[]): CriterionScore[] =>
  all.flatMap((one) => [one, ...flat(one.children)])

/** Why there are no points, in a word. */
export const word = ({ standing }: CriterionScore) => standing.replace('_', ' ')

/** "rank", "class" …, or "[I.1]" for the points of a criterion. */
export function partOf(score: UnitScore, name: string): string | undefined {
  const criterion = flat(score.criteria).find(({ code }) => `[${code}]` === name)
  if (criterion !== undefined) return criterion.points ?? word(criterion)
  const value: unknown = score[name as keyof UnitScore]
  return Array.isArray(value) ? value.join(', ') : String(value)
}
