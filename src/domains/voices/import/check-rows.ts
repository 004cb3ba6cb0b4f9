import { isExample, readRow, type TypedRow } from '#capabilities/spreadsheets/read-row.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { judgeRows, type OpinionIntake } from './intake.ts'
import { planOf, rowsOf } from './queries.ts'

/** Every row of a list as values with its faults, by what the bloc codes by now. */
export async function checkRows(
  db: Db | Tx,
  intake: Pick<OpinionIntake, 'id' | 'bloc_year_id'>,
  now: Date,
): Promise<TypedRow[]> {
  const year = await yearById(db, intake.bloc_year_id)
  const plan = await planOf(db, year.bloc.id)
  const rows = (await rowsOf(db, intake.id)).filter((row) => !isExample(plan, row)).map((row) => readRow(plan, row))
  const today = dayOf(now)
  return judgeRows(rows, { from: year.starts_on, to: today < year.ends_on ? today : year.ends_on })
}
