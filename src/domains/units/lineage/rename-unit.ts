import { addDays } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { lastName } from '../unit.ts'
import { addParties } from './add-parties.ts'
import { documentLine, type Deed } from './deed.ts'
import type { RecordDeed } from './record-deed.ts'

/** The name so far ends the day before; papers of earlier days keep it. */
export async function renameUnit(tx: Tx, deed: Deed, input: RecordDeed): Promise<void> {
  const unit = found(input.before[0])
  const { fullName, shortName } = found(input.afterNew[0])
  const names = await tx.selectFrom('unit_name').selectAll().where('unit_id', '=', unit).execute()
  const last = lastName(names)
  if (last && deed.effective_on <= last.from_on) throw new RuleViolation('units.nameTooEarly', { from: last.from_on })
  if (last?.full_name === fullName && last.short_name === shortName) throw new RuleViolation('units.sameAsBefore')

  await tx
    .updateTable('unit_name')
    .set({ to_on: addDays(deed.effective_on, -1) })
    .where('unit_id', '=', unit)
    .where('to_on', 'is', null)
    .execute()
  await tx
    .insertInto('unit_name')
    .values({
      id: newId(),
      unit_id: unit,
      full_name: fullName,
      short_name: shortName,
      from_on: deed.effective_on,
      document: documentLine(deed),
      deed_id: deed.id,
    })
    .execute()
  await addParties(tx, deed, input, [unit])
}
