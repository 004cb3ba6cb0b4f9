import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear, yearSubject } from '#domains/blocs/lock-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { keepsVoices } from '../access.ts'
import { legalFields, peopleGroups, topicsOfBloc } from '../queries.ts'
import { words as voiceWords } from '../words.ts'
import { endOfMonth, monthsBetween } from './month.ts'
import { nameKey, namesTold, tellMonth, type Breakdown } from './month-figures.ts'
import { closedMonths, countMonth, firstOpenMonth, hasWaiting, markCounted, thresholdOn } from './queries.ts'

export const closeMonthInput = z.object({
  blocYear: z.uuid(),
  /** Its first day. */
  month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-01$/),
})
export type CloseMonth = z.output<typeof closeMonthInput>

/** Names as they read on the day of closing, by breakdown and key. */
async function namesFor(tx: Tx, bloc: string, places: readonly string[]): Promise<Record<string, string>> {
  const named = (what: Breakdown, rows: readonly (readonly [key: string, name: string])[]) =>
    rows.map(([key, name]) => [nameKey(what, key), name] as const)
  const [topics, groups, fields] = await Promise.all([
    topicsOfBloc(tx, bloc, true),
    peopleGroups(tx, true),
    legalFields(tx, true),
  ])
  const coded = ({ code, name }: { code: string; name: string }) => [code, name] as const
  return Object.fromEntries([
    ...named(
      'topics',
      topics.map(({ id, name }) => [id, name]),
    ),
    ...named(
      'places',
      places.map((place) => [place, place]),
    ),
    ...named('groups', groups.map(coded)),
    ...named('fields', fields.map(coded)),
    ...named('concerns', Object.entries(voiceWords('vi').concerns)),
  ])
}

async function demandClosable(tx: Tx, year: BlocYearRow, { month, today }: { month: string; today: string }) {
  const closed = await closedMonths(tx, year.id)
  if (!monthsBetween(year.starts_on, year.ends_on).includes(month)) throw new RuleViolation('months.outsideTheYear')
  if (today <= endOfMonth(month)) throw new RuleViolation('months.notOver')
  if (closed.some((one) => one.month === month)) throw new RuleViolation('months.closed')
  if (closed.some((one) => one.month > month)) throw new RuleViolation('months.laterClosed')
  const first = await firstOpenMonth(tx, year.id)
  if (first !== null && first < month) throw new RuleViolation('months.earlierOpen', { month: first.slice(0, 7) })
  if (await hasWaiting(tx, year.id, endOfMonth(month))) throw new RuleViolation('months.waiting')
}

/**
 * Closes the figures of a month, once: they are kept as they may be told and never counted again, so that no two
 * counts of it can be laid beside each other. What is taken later is counted in the next month.
 */
export async function closeMonth(db: Db, actor: Actor, { blocYear, month }: CloseMonth, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    demand(keepsVoices(actor, blocYear))
    const year = await lockYear(tx, blocYear)
    const [today, end] = [dayOf(now), endOfMonth(month)]
    await demandClosable(tx, year, { month, today })
    const { least } = await thresholdOn(tx, end)
    const counts = await countMonth(tx, { blocYear, end, today })
    const places = counts.places.map(({ key }) => key)
    const names = await namesFor(tx, year.bloc.id, places)
    const figures = tellMonth(counts, await topicsOfBloc(tx, year.bloc.id, true), { least, names })
    await tx
      .insertInto('opinion_month')
      .values({
        bloc_year_id: blocYear,
        month,
        least,
        figures: JSON.stringify(namesTold(figures)),
        closed_by: actor.account,
        closed_by_name: actor.name,
        closed_at: now,
      })
      .execute()
    await markCounted(tx, { blocYear, month, end })
    const facts = { month: month.slice(0, 7), least }
    await record(tx, actor, now, { action: 'months.closed', subject: yearSubject(blocYear), facts })
  })
}
