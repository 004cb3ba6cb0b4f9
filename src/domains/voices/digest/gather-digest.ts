import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { hotSpotsOf } from '../months/hot-spots.ts'
import { monthBefore, monthOf } from '../months/month.ts'
import { closedMonths, countOfTopic, thresholdOn, type MonthRow } from '../months/queries.ts'
import { atLeast } from '../months/withhold.ts'
import { topicsOfBloc } from '../queries.ts'
import type { Digest, DigestData, DigestMonth } from './digest.ts'
import { careTotals } from './queries.ts'

type Scope = Pick<Digest, 'kind' | 'from_on' | 'to_on' | 'topic_id'>

const digestMonth = (row: MonthRow | undefined): DigestMonth | null =>
  row === undefined ? null : { month: row.month, closedOn: dayOf(row.closed_at), figures: row.figures }

async function suddenOf(db: Db, year: BlocYearRow, { from_on: from, to_on: to, topic_id: topic }: Scope) {
  if (topic === null) return null
  const { least } = await thresholdOn(db, to)
  const named = found((await topicsOfBloc(db, year.bloc.id, true)).find(({ id }) => id === topic))
  const counted = await countOfTopic(db, { blocYear: year.id, topic, from, to })
  return { topic, topicName: named.name, atLeast: atLeast(counted, least), least }
}

/** What the rules may speak of: the closed month, or for a sudden report the last one closed before its end. */
export async function gatherDigest(db: Db, year: BlocYearRow, scope: Scope): Promise<DigestData> {
  const { kind, from_on: from, to_on: to } = scope
  const [months, threshold, care] = await Promise.all([
    closedMonths(db, year.id),
    thresholdOn(db, to),
    careTotals(db, { blocYear: year.id, from, to }),
  ])
  const now =
    kind === 'monthly'
      ? months.find(({ month }) => month === monthOf(from))
      : months.findLast(({ month }) => month <= monthOf(to))
  const before = months.find(({ month }) => now !== undefined && month === monthBefore(now.month))
  const { hot_least: least, hot_factor: factor, hot_months } = threshold
  const rule = { least, factor, months: hot_months }
  return {
    kind,
    from,
    to,
    blocName: year.bloc.name,
    now: digestMonth(now),
    before: digestMonth(before),
    hotSpots: now === undefined ? [] : hotSpotsOf(now.month, months, rule),
    care,
    sudden: await suddenOf(db, year, scope),
  }
}
