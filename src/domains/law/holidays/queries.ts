import type { Db, Tx } from '#platform/database/database.ts'
import type { DaysOff } from '#platform/working-days.ts'
import type { HolidayKind } from '../../../../db/types.ts'

export const holidayKinds = ['off', 'worked'] as const satisfies HolidayKind[]

/** A day off besides Saturdays and Sundays, or a week-end day worked in exchange. */
export interface Holiday {
  day: string
  kind: HolidayKind
  name: string
  source: string
  entered_by: string | null
  confirmed_at: Date | null
}

export async function holidaysBetween(db: Db | Tx, from: string, to: string): Promise<Holiday[]> {
  return db
    .selectFrom('holiday')
    .select(['day', 'kind', 'name', 'source', 'entered_by', 'confirmed_at'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute()
}

/** What working days are counted by. */
export async function daysOffBetween(db: Db | Tx, from: string, to: string): Promise<DaysOff> {
  const days = await holidaysBetween(db, from, to)
  const ofKind = (kind: HolidayKind) => new Set(days.filter((one) => one.kind === kind).map(({ day }) => day))
  return { off: ofKind('off'), worked: ofKind('worked') }
}

/** Years of which at least one day is known, the latest first. */
export async function holidayYears(db: Db): Promise<string[]> {
  const days = await db.selectFrom('holiday').select('day').orderBy('day', 'desc').execute()
  return [...new Set(days.map(({ day }) => day.slice(0, 4)))]
}
