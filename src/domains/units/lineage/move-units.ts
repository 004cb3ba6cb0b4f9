import { sql } from 'kysely'
import { addDays } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { addParties } from './add-parties.ts'
import { documentLine, type Deed } from './deed.ts'
import type { RecordDeed } from './record-deed.ts'

async function isAbove(tx: Tx, unit: string, parent: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select ${parent}::uuid as id
      union
      select p.parent_id from above join unit_parent p on p.unit_id = above.id and p.to_on is null
    )
    select id from above where id = ${unit}::uuid`.execute(tx)
  return rows.length > 0
}

async function moveOne(tx: Tx, deed: Deed, unit: string, parent: string) {
  if (await isAbove(tx, unit, parent)) throw new RuleViolation('units.aboveItself')
  const later = await tx
    .selectFrom('unit_parent')
    .select('from_on')
    .where('unit_id', '=', unit)
    .where('from_on', '>=', deed.effective_on)
    .executeTakeFirst()
  if (later) throw new RuleViolation('units.movedLater', { from: later.from_on })
  await tx
    .updateTable('unit_parent')
    .set({ to_on: addDays(deed.effective_on, -1) })
    .where('unit_id', '=', unit)
    .where('to_on', 'is', null)
    .execute()
  await tx
    .insertInto('unit_parent')
    .values({
      id: newId(),
      unit_id: unit,
      parent_id: parent,
      from_on: deed.effective_on,
      document: documentLine(deed),
      deed_id: deed.id,
    })
    .execute()
}

/** Puts units under another from a day on; a unit is never above itself. */
export async function moveUnits(tx: Tx, deed: Deed, input: RecordDeed): Promise<void> {
  const parent = found(input.after[0])
  for (const unit of input.before) await moveOne(tx, deed, unit, parent)
  await addParties(tx, deed, input, [])
}
