import { namesOn } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Announce } from '#platform/announcements.ts'
import type { Tx } from '#platform/database/database.ts'
import { yearById } from '../queries.ts'
import type { HandoverFact } from './handover.ts'
import { handoverPaths } from './paths.ts'
import { headChange, headChangesOf, type HandoverRow, type HeadChange } from './queries.ts'

interface Telling {
  now: Date
  announce: Announce<HandoverFact>
}

type Told = Pick<HandoverFact, 'name' | 'side' | 'reason'>

async function factOf(tx: Tx, now: Date, change: HeadChange, told: Told): Promise<HandoverFact> {
  const year = await yearById(tx, change.year)
  const names = await namesOn(tx, [change.giving, change.receiving], dayOf(now))
  const named = (unit: string) => ({ unit, name: names.get(unit)?.full_name ?? '' })
  const at = [year.bloc.slug, year.slug] as const
  return {
    ...told,
    term: change.given,
    path: change.handover === null ? handoverPaths.list(...at) : handoverPaths.one(...at, change.handover),
    blocYear: change.year,
    nextYear: change.next_year,
    bloc: year.bloc.short_name,
    year: year.label,
    giving: named(change.giving),
    receiving: named(change.receiving),
  }
}

/** Tells how far a hand-over is; answers with what was told. */
export async function tellHandover(
  tx: Tx,
  { now, announce }: Telling,
  handover: HandoverRow,
  told: Told,
): Promise<HandoverFact> {
  const change = await headChange(tx, handover.bloc_year_id, handover.given_office_id)
  const fact = await factOf(tx, now, { ...change, receiving: handover.receiving_unit_id }, told)
  await announce(tx, now, fact)
  return fact
}

/** After a head was chosen: whoever led before is to hand over, where nobody began to. */
export async function tellWantedHandovers(tx: Tx, { now, announce }: Telling, blocYear: string): Promise<void> {
  for (const change of await headChangesOf(tx, blocYear)) {
    if (change.handover === null) await announce(tx, now, await factOf(tx, now, change, { name: 'handover.wanted' }))
  }
}
