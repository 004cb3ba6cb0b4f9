import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import type { Tx } from '#platform/database/database.ts'
import { factOf } from '../mandates/lock-mandate.ts'
import type { MandateFact } from '../mandates/mandate.ts'
import { mandatesOfUnit, type MandateRow } from '../mandates/queries.ts'
import { documentLine, type Deed } from './deed.ts'

interface Ended {
  unit: string
  deed: Deed
  by: Actor
}

/** With a unit its mandates are over: confirmed ones end on the deed's day, asked ones are taken back. */
export async function endMandatesOf(
  tx: Tx,
  { unit, deed, by }: Ended,
  { now, announce }: Telling<MandateFact>,
): Promise<void> {
  const day = deed.effective_on
  const open = (await mandatesOfUnit(tx, unit)).filter((one) => one.to_on >= day)
  const holds = ({ state, ended_on }: MandateRow) =>
    state === 'confirmed' || (state === 'ended' && (ended_on ?? day) > day)
  for (const mandate of open.filter(holds)) {
    await tx
      .updateTable('mandate')
      .set({ state: 'ended', ended_on: day, ended_reason: documentLine(deed) })
      .where('id', '=', mandate.id)
      .execute()
    await announce(tx, now, await factOf(tx, { ...mandate, ended_on: day }, { name: 'mandates.ended', by, now }))
  }
  for (const mandate of open.filter(({ state }) => state === 'asked')) {
    await tx.updateTable('mandate').set({ state: 'withdrawn' }).where('id', '=', mandate.id).execute()
    await announce(tx, now, await factOf(tx, mandate, { name: 'mandates.withdrawn', by, now }))
  }
}
