import { openPlacesOf } from '#domains/agreement/signing/queries.ts'
import { yearLabel } from '#domains/blocs/bloc-year.ts'
import { secretaryYearsOf } from '#domains/blocs/members/queries.ts'
import { countTasksOf } from '#domains/calendar/queries.ts'
import type { Ending } from '#domains/identity/leaving/leaving.ts'
import { workOf } from '#domains/units/people/queries.ts'
import { words as unitWords } from '#domains/units/words.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { Locale } from '#platform/words.ts'
import { words } from './words.ts'

/** What ends or stands open when somebody leaves, in the order of the ladder: each domain knows its own part. */
export async function endingsOf(db: Db, account: string, now: Date, locale: Locale): Promise<Ending[]> {
  const t = words(locale).leaving
  const { roles } = unitWords(locale)
  const work = await workOf(db, account, dayOf(now))
  const years = await secretaryYearsOf(db, account)
  const tasks = await countTasksOf(db, account)
  const places = await openPlacesOf(db, account)
  return [
    { title: t.units, lines: work.roles.map(({ role, unit }) => `${roles[role]}, ${unit}`) },
    { title: t.mandates, lines: work.mandates.map(({ post, unit }) => t.mandate(post, unit)) },
    { title: t.secretary, lines: years.map(({ name, year }) => t.ofYear(name, yearLabel(year))) },
    { title: t.tasks, lines: tasks === 0 ? [] : [t.waiting(tasks)] },
    { title: t.places, lines: places.map(({ title, unit }) => t.place(title, unit)) },
  ]
}
