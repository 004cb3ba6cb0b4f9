import { yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import { endOfMonth } from '#domains/voices/months/month.ts'
import { breakdowns, nameKey, type Breakdown } from '#domains/voices/months/month-figures.ts'
import { closedMonths, type MonthRow } from '#domains/voices/months/queries.ts'
import type { Db } from '#platform/database/database.ts'
import type { Known, Period } from './profile.ts'
import { yearsIn } from './queries.ts'
import { words } from './words.ts'

type Counted = Known<'opinion_counts'>

function ofMonth({ month, figures }: MonthRow, year: BlocYearRow): Counted[] {
  const t = words('vi').counts
  const outcomes: Readonly<Record<string, string>> = t.outcomes
  const span = { bloc: year.bloc.name, year: year.label, from_on: month, to_on: endOfMonth(month) }
  const of = (breakdown: string, item: string, count: number): Counted => ({
    ...span,
    breakdown,
    item,
    count: String(count),
    threshold: String(figures.least),
  })
  const nameOf = (what: Breakdown, key: string) =>
    figures.names[nameKey(what, key)] ?? (what === 'outcomes' ? outcomes[key] : undefined) ?? t.unnamed
  const divided = breakdowns.flatMap((what) => {
    const { shown, rest } = figures[what]
    const told = shown.map(({ key, count }) => of(t.breakdowns[what], nameOf(what, key), count))
    return rest === 0 ? told : [...told, of(t.breakdowns[what], t.rest, rest)]
  })
  return figures.total === null ? divided : [of(t.breakdowns.total, t.all, figures.total), ...divided]
}

/** The figures of the closed months that lie wholly in a period, as they were kept: never counted again. */
export async function gatherCounts(db: Db, period: Period): Promise<Counted[]> {
  const records: Counted[] = []
  for (const id of await yearsIn(db, period)) {
    const year = await yearById(db, id)
    const months = (await closedMonths(db, id)).filter(
      ({ month }) => month >= period.from && endOfMonth(month) <= period.to,
    )
    records.push(...months.flatMap((month) => ofMonth(month, year)))
  }
  return records
}
