import { headOf } from '#domains/blocs/members/queries.ts'
import { membersOn, yearById } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { aboutFacts } from '../notices/name-of.ts'
import { peopleOfAuthority, peopleOfUnits } from '../notices/queries.ts'
import { tellPeople } from '../notices/tell-people.ts'
import { daysOf } from './name-of.ts'
import { deadlinePaths } from './paths.ts'
import type { DeadlineRow } from './queries.ts'

async function concernedUnits(tx: Tx, deadline: DeadlineRow, today: string): Promise<string[]> {
  const head = await headOf(tx, deadline.bloc_year_id)
  const heads = head === undefined ? [] : [head]
  if (deadline.audience === 'members') {
    return [...heads, ...(await membersOn(tx, deadline.bloc_year_id, today)).map(({ unit }) => unit)]
  }
  return deadline.unit_id === null ? heads : [...heads, deadline.unit_id]
}

/** Everyone whom a deadline is for, and who leads. */
async function peopleOf(tx: Tx, deadline: DeadlineRow, day: string): Promise<string[]> {
  const people = await peopleOfUnits(tx, await concernedUnits(tx, deadline, day), { day })
  return deadline.audience === 'authority' ? [...people, ...(await peopleOfAuthority(tx, day))] : people
}

interface Told {
  naming: 'calendar.added' | 'calendar.changed' | 'calendar.cancelled'
  reason?: string
  /** Who did it and knows. */
  by: string
}

/** Tells what was added to the calendar, changed or cancelled; each change once. */
export async function tellConcerned(tx: Tx, now: Date, deadline: DeadlineRow, told: Told): Promise<void> {
  const year = await yearById(tx, deadline.bloc_year_id)
  const people = await peopleOf(tx, deadline, dayOf(now))
  const notice = {
    kind: 'calendar' as const,
    naming: told.naming,
    key: `calendar ${deadline.id} ${deadline.sequence}`,
    facts: {
      naming: deadline.naming,
      when: daysOf(deadline),
      reason: told.reason ?? '',
      ...aboutFacts(deadline.facts),
    },
    path: deadlinePaths.deadline(year.bloc.slug, year.slug, deadline.id),
    blocYear: year.id,
  }
  await tellPeople(
    tx,
    now,
    notice,
    people.filter((account) => account !== told.by),
  )
}
