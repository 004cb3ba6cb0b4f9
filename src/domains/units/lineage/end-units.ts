import type { Actor } from '#platform/actor.ts'
import { addDays } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { nameOn } from '../queries.ts'
import { documentLine, type Deed, type UnitFact } from './deed.ts'
import { endMandatesOf } from './end-mandates.ts'
import type { RecordingDeed } from './record-deed.ts'

interface Ending {
  units: readonly string[]
  /** The units of this tenant that go on. */
  after: readonly string[]
}

/** The awarding office goes on in the one unit that takes its work over; papers of earlier days keep the old name. */
async function handOfficeOn(tx: Tx, deed: Deed, unit: string, after: readonly string[]) {
  const held = await tx
    .updateTable('awarding_office')
    .set({ to_on: addDays(deed.effective_on, -1) })
    .where('unit_id', '=', unit)
    .where('to_on', 'is', null)
    .where('from_on', '<', deed.effective_on)
    .returning('id')
    .executeTakeFirst()
  const [successor, ...others] = after
  if (held === undefined || successor === undefined || others.length > 0) return
  await tx
    .insertInto('awarding_office')
    .values({ id: newId(), unit_id: successor, from_on: deed.effective_on, deed_id: deed.id })
    .execute()
}

async function endOne(tx: Tx, deed: Deed, unit: string) {
  const lastDay = { to_on: addDays(deed.effective_on, -1) }
  await tx.updateTable('unit_name').set(lastDay).where('unit_id', '=', unit).where('to_on', 'is', null).execute()
  await tx.updateTable('unit_parent').set(lastDay).where('unit_id', '=', unit).where('to_on', 'is', null).execute()
  await tx
    .insertInto('unit_status')
    .values({
      id: newId(),
      unit_id: unit,
      status: 'ended',
      from_on: deed.effective_on,
      document: documentLine(deed),
      deed_id: deed.id,
    })
    .execute()
}

const factOf = (name: UnitFact['name'], deed: Deed, unit: string, unitName: string): UnitFact => ({
  name,
  unit,
  unitName,
  day: deed.effective_on,
  deed: deed.id,
  document: documentLine(deed),
})

/** From the deed's day on these units are no more: what they signed and were called stays. */
export async function endUnits(
  tx: Tx,
  deed: Deed,
  { units, after }: Ending,
  { actor, now, announce }: RecordingDeed & { actor: Actor },
): Promise<void> {
  for (const unit of units) {
    const { short_name } = await nameOn(tx, unit, addDays(deed.effective_on, -1))
    await endOne(tx, deed, unit)
    await handOfficeOn(tx, deed, unit, after)
    await endMandatesOf(tx, { unit, deed, by: actor }, { now, announce })
    await announce(tx, now, factOf('units.ended', deed, unit, short_name))
  }
}
