import type { Db } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/id.ts'
import { morning, type Cast } from '../cast.ts'

export interface AskedOfReport {
  fifthUnit: string
  correction: string
  reopening: string
}

/** A correction and a reopening that the fifth unit's leader asked for, which wait for a second person. */
export async function addAsked(
  db: Db,
  cast: Cast,
  { target, period }: { target: string; period: string },
): Promise<AskedOfReport> {
  const [report, correction, reopening] = [newId(), newId(), newId()]
  const fifthUnit = cast.units[4] ?? ''
  const asked = { asked_by: cast.leaders[4]?.account ?? '', asked_at: morning, reason: 'Cộng nhầm' }
  await db.insertInto('progress_report').values({ id: report, period_id: period, unit_id: fifthUnit }).execute()
  await db
    .insertInto('progress_correction')
    .values({ id: correction, report_id: report, target_id: target, after: '5', ...asked })
    .execute()
  await db
    .insertInto('period_reopening')
    .values({ id: reopening, period_id: period, unit_id: fifthUnit, until_on: '2023-12-31', ...asked })
    .execute()
  return { fifthUnit, correction, reopening }
}
