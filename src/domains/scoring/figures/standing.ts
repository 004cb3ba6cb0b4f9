import { exact } from '#platform/exact.ts'
import { combined, type CombineMethod } from '../cross/harshness.ts'
import { exactText } from '../engine/exact-text.ts'
import { stagesAt, type ScoringStage } from '../rounds/round.ts'
import type { Mark, TypedFact } from '../sheets/sheet.ts'

/** What stands for a criterion, and whose word it is. */
export interface StandingMark {
  code: string
  stage: ScoringStage
  /** Exact text; of several assessors the combined figure, which may be a fraction. */
  points: string
  reason: string
  /** Who gave them; several assessors are not named. */
  by: string
}

/** Cross-marks make one figure; until they do, what the unit says stands. */
function crossMark(code: string, marks: readonly Mark[], method: CombineMethod): StandingMark | undefined {
  const points = marks.flatMap(({ points }) => (points === null ? [] : [exact(points)]))
  const figure = combined(points, method)
  if (figure === null) return undefined
  const reason = marks.flatMap(({ reason }) => (reason === '' ? [] : [reason])).join('; ')
  return { code, stage: 'cross', points: exactText(figure), reason, by: '' }
}

function markAt(stage: ScoringStage, marks: readonly Mark[], method: CombineMethod): StandingMark | undefined {
  const given = marks.filter((mark) => mark.stage === stage && mark.points !== null)
  const last = given.at(-1)
  if (last === undefined) return undefined
  if (stage === 'cross') return crossMark(last.code, given, method)
  return { code: last.code, stage, points: last.points ?? '', reason: last.reason, by: last.by_name }
}

/** Of each criterion what stands at a stage: authority over bloc over cross over self; what was taken back does not. */
export function standingMarks(
  marks: readonly Mark[],
  stage: ScoringStage,
  method: CombineMethod,
): Map<string, StandingMark> {
  const byCode = Map.groupBy(marks, ({ code }) => code)
  return new Map(
    [...byCode].flatMap(([code, own]) => {
      const standing = stagesAt(stage).map((each) => markAt(each, own, method))
      const first = standing.find((mark) => mark !== undefined)
      return first === undefined ? [] : [[code, first] as const]
    }),
  )
}

/** Of each typed fact what stands at a stage. Assessors beside one another state points, never facts. */
export function standingTyped(facts: readonly TypedFact[], stage: ScoringStage): Map<string, TypedFact> {
  const byKey = Map.groupBy(facts, ({ key }) => key)
  return new Map(
    [...byKey].flatMap(([key, own]) => {
      const stages = stagesAt(stage).filter((each) => each !== 'cross')
      const first = stages.flatMap((each) => own.filter((fact) => fact.stage === each)).find((fact) => !isEmpty(fact))
      return first === undefined ? [] : [[key, first] as const]
    }),
  )
}

const isEmpty = ({ value, is_assigned }: TypedFact) => is_assigned && (value === null || value === undefined)
