import { yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import { namesOn } from '#domains/units/queries.ts'
import { isTopicTold } from '#domains/voices/digest/choose-example.ts'
import { quotable, type ExampleRow } from '#domains/voices/digest/queries.ts'
import { endOfMonth, monthOf } from '#domains/voices/months/month.ts'
import { closedMonths, type MonthRow } from '#domains/voices/months/queries.ts'
import { publicVoicePaths } from '#domains/voices/paths.ts'
import { topicsOfBloc } from '#domains/voices/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { Known, Period } from './profile.ts'
import { publicSides, yearsIn } from './queries.ts'

/** A topic and all above it. */
function waysUp(topics: readonly { id: string; parent_id: string | null }[]) {
  const parents = new Map(topics.map(({ id, parent_id }) => [id, parent_id]))
  return (topic: string) => {
    const way = [topic]
    for (let at = parents.get(topic); at; at = parents.get(at)) way.push(at)
    return way
  }
}

const digestMonth = ({ month, closed_at, figures }: MonthRow) => ({ month, closedOn: dayOf(closed_at), figures })

interface Asked {
  year: BlocYearRow
  month: MonthRow
  origin: string
}

async function recordsOf(db: Db, examples: readonly ExampleRow[], { year, month, origin }: Asked) {
  const ids = examples.map(({ id }) => id)
  const sides = await publicSides(db, ids)
  const units = [...sides.values()].flatMap(({ unit }) => (unit === null ? [] : [unit]))
  const names = await namesOn(db, units, endOfMonth(month.month))
  const placesTold = new Set(month.figures.places.shown.map(({ key }) => key))
  return examples.flatMap((example): Known<'opinions'>[] => {
    const side = sides.get(example.id)
    if (side === undefined) return []
    return [
      {
        bloc: year.bloc.name,
        year: year.label,
        code: side.slug,
        title: example.title,
        text: example.shown_text,
        topic: example.topic,
        // A place of which no figure is told is not named either.
        place: placesTold.has(side.place) ? side.place : null,
        received_on: example.received_on,
        answering_unit: names.get(side.unit ?? '')?.full_name ?? null,
        answered_on: side.answered_on,
        answer: side.answer,
        address: origin + publicVoicePaths.answer(side.slug),
      },
    ]
  })
}

async function ofYear(db: Db, year: BlocYearRow, period: Period, origin: string) {
  const wayUp = waysUp(await topicsOfBloc(db, year.bloc.id, true))
  const records: Known<'opinions'>[] = []
  for (const month of await closedMonths(db, year.id)) {
    if (month.month < monthOf(period.from) || month.month > period.to) continue
    const inMonth = await quotable(db, { blocYear: year.id, from: month.month, to: endOfMonth(month.month) }, null)
    const now = digestMonth(month)
    const told = inMonth.filter(
      ({ topic_id, received_on }) =>
        received_on >= period.from && received_on <= period.to && isTopicTold({ now, sudden: null }, wayUp(topic_id)),
    )
    records.push(...(await recordsOf(db, told, { year, month, origin })))
  }
  return records
}

/**
 * Opinions that a digest might quote: public, not confidential, received in a month that was closed, and about a topic
 * that its figures tell. In the order of public names, which says nothing of when they came.
 */
export async function gatherOpinions(db: Db, period: Period, origin: string): Promise<Known<'opinions'>[]> {
  const records: Known<'opinions'>[] = []
  for (const id of await yearsIn(db, period))
    records.push(...(await ofYear(db, await yearById(db, id), period, origin)))
  return records.toSorted((one, other) => String(one.code).localeCompare(String(other.code)))
}
