import { blocPaths } from '#domains/blocs/paths.ts'
import { roadOf, yearById } from '#domains/blocs/queries.ts'
import type { Tx } from '#platform/database/database.ts'
import { dropDeadline, keepDeadline } from './keep-deadline.ts'

const keyOf = (blocYear: string, stop: string) => `stop ${blocYear} ${stop}`

/** Brings the calendar to the road of a year: a stop with a last day is the head's to reach until it is done or left out. */
export async function keepRoadDeadlines(tx: Tx, now: Date, blocYear: string): Promise<void> {
  const year = await yearById(tx, blocYear)
  for (const { stop, state, due_on: due } of await roadOf(tx, blocYear)) {
    const key = keyOf(blocYear, stop)
    if (due === null || state === 'skipped' || state === 'closed') {
      await dropDeadline(tx, now, key)
      continue
    }
    await keepDeadline(tx, now, {
      key,
      blocYear,
      kind: 'deadline',
      naming: 'stop',
      facts: { stop },
      startsOn: due,
      audience: 'head',
      path: blocPaths.stop(year.bloc.slug, year.slug, stop),
      // The signing has tasks of its own, one for each unit.
      asksTask: state !== 'done' && stop !== 'signing',
    })
  }
}
