import type { Db, Tx } from '#platform/database/database.ts'
import { gatherFigures, type Figures } from './gather-scores.ts'
import { lacksOf, type Lack } from './lacks.ts'
import type { SheetRow } from './queries.ts'

/** What is missing on a sheet before it may be sent, and what it comes to. */
export async function checkSheet(
  db: Db | Tx,
  sheet: SheetRow,
  today: string,
): Promise<{ lacks: readonly Lack[]; figures: Figures }> {
  const figures = await gatherFigures(db, sheet, { stage: 'self', today })
  return { lacks: lacksOf(figures.table, figures.unit, figures.marks.get(sheet.unit_id)), figures }
}
