import { addPeriod, addTarget, assign } from '../../src/domains/targets/reporting/testing/months.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/id.ts'
import { morning, type Cast } from '../cast.ts'

/** The year's last month with one target, for reports that nobody has begun. */
export async function addDecember(db: Db, cast: Cast) {
  const at = { blocYear: cast.blocYear, by: cast.an.account }
  const days = { startsOn: '2023-12-01', endsOn: '2023-12-31', dueOn: '2023-12-25' }
  return { target: await addTarget(db, at, { code: 'EX1' }), period: await addPeriod(db, cast.blocYear, days) }
}

export async function addWorkbook(
  db: Db,
  { target, period }: { target: string; period: string },
  { unit, document, officer }: { unit: string; document: string; officer: string },
): Promise<string> {
  const id = newId()
  await assign(db, target, { unit })
  const file = { file_name: 'thang-12.xlsx', file_sha256: document, made_at: morning }
  await db
    .insertInto('report_workbook')
    .values({ id, period_id: period, unit_id: unit, ...file, uploaded_by: officer, uploaded_at: morning })
    .execute()
  return id
}
