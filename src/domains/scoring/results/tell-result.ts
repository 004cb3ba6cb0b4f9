import { membersOn } from '#domains/blocs/queries.ts'
import { peopleOfUnits } from '#domains/calendar/notices/queries.ts'
import { tellPeople } from '#domains/calendar/notices/tell-people.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import type { HeldRound } from '../rounds/lock-round.ts'
import type { ScoringResultKind } from './queries.ts'
import { resultPaths } from './paths.ts'

interface Told {
  kind: ScoringResultKind
  /** The last day for petitions. */
  until?: string
}

/** All members hear that a result stands; a notice goes into mails, so it says no figure and no place. */
export async function tellResult(tx: Tx, now: Date, { year, round }: HeldRound, { kind, until }: Told): Promise<void> {
  const day = dayOf(now)
  const units = (await membersOn(tx, year.id, day)).map(({ unit }) => unit)
  const notice = {
    kind: 'calendar' as const,
    naming: `scoring.${kind}`,
    key: `scoring.${kind} ${round.id}`,
    facts: { round: round.name, bloc: year.bloc.short_name, ...(until === undefined ? {} : { until }) },
    path: resultPaths.result(year.bloc.slug, year.slug, round.id),
    blocYear: year.id,
  }
  await tellPeople(tx, now, notice, await peopleOfUnits(tx, units, { day }))
}
