import { leavesOf } from '../sheets/leaf.ts'
import type { ScoreTable } from '../table/score-table.ts'
import type { SheetFigures } from './gather-figures.ts'
import type { JudgingStage } from './judging.ts'
import { isOut } from './own-points.ts'
import { isSameFigure } from './points.ts'

/** What a judging stage must still say before the sheet is settled. */
export interface Unsettled {
  code: string
  /** Without points; or not what the rules give, and nobody of this stage said so by name. */
  why: 'noPoints' | 'differs'
}

function whyOf({ of }: SheetFigures, stage: JudgingStage, code: string): Unsettled['why'] | undefined {
  const { stands, proposed, agreed } = of(code)
  if (isOut(stands)) return undefined
  if (stands === undefined || stands.points === null) return 'noPoints'
  if (agreed[stage] !== undefined) return undefined
  return isSameFigure(stands.points, proposed[stage]) ? undefined : 'differs'
}

/** Zero is settled; nothing is not. */
export const unsettledOf = (table: ScoreTable, figures: SheetFigures, stage: JudgingStage): Unsettled[] =>
  leavesOf(table).flatMap(({ code }) => {
    const why = whyOf(figures, stage, code)
    return why === undefined ? [] : [{ code, why }]
  })
