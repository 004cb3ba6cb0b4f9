import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { makeCast, type Cast } from '../../../../../test/cast.ts'
import { addPeriod, addTarget, assign, february, january } from '../../reporting/testing/months.ts'

export interface Told {
  cast: Cast
  /** A fund in million đồng that adds up over the year, and its periods. */
  target: string
  periods: readonly string[]
}

/** A sent report of one unit with one figure. */
export async function report(db: Db, { cast, target }: Told, given: { period: string; unit: string; value: string }) {
  const id = newId()
  const sent = new Date('2023-01-24T09:00:00+07:00')
  const by = cast.an.account
  await db
    .insertInto('progress_report')
    .values({
      id,
      period_id: given.period,
      unit_id: given.unit,
      state: 'sent',
      first_sent_on: '2023-01-24',
      sent_on: '2023-01-24',
      sent_by: by,
      sent_at: sent,
    })
    .execute()
  const entry = { report_id: id, target_id: target, value: given.value, entered_by: by, entered_at: sent }
  await db.insertInto('progress_entry').values(entry).execute()
}

/** Two months of a bloc in which all units have the same plan: the first is on plan, the second behind, others silent. */
export async function tellHalfYear(db: Db): Promise<Told> {
  const cast = await makeCast(db)
  const given = { code: 'QUY', name: 'Thu Quỹ “Vì người nghèo”', measure: 'money' } as const
  const target = await addTarget(db, { blocYear: cast.blocYear, by: cast.an.account }, given)
  for (const unit of cast.units) await assign(db, target, { unit, planned: '365' })
  const periods = [await addPeriod(db, cast.blocYear, january), await addPeriod(db, cast.blocYear, february)]
  const told = { cast, target, periods }
  const [first = '', second = ''] = cast.units
  const [month = ''] = periods
  await report(db, told, { period: month, unit: first, value: '40.5' })
  await report(db, told, { period: month, unit: second, value: '15.5' })
  return told
}
