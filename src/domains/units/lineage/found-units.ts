import type { Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { levelsOn } from '../queries.ts'
import { documentLine, type Deed } from './deed.ts'
import { addParties } from './add-parties.ts'
import type { RecordDeed } from './record-deed.ts'

async function levelOf(tx: Tx, { level, before, effectiveOn }: RecordDeed): Promise<string> {
  if (level !== '') return level
  const levels = await levelsOn(tx, effectiveOn)
  const rows = await tx
    .selectFrom('unit')
    .select('level_code')
    .where('id', 'in', before.length === 0 ? [newId()] : [...before])
    .execute()
  const found = levels.find(({ code }) => rows.some((row) => row.level_code === code))
  if (found === undefined) throw new RuleViolation('lineage.level')
  return found.code
}

/** Founds the units that a deed brings about and writes down all its parties; answers with those of ours after it. */
export async function foundUnits(tx: Tx, deed: Deed, input: RecordDeed): Promise<string[]> {
  const founded: string[] = []
  for (const { fullName, shortName } of input.afterNew) {
    const unit = newId()
    const since = {
      unit_id: unit,
      from_on: deed.effective_on,
      document: documentLine(deed),
      deed_id: deed.id,
    }
    const level_code = await levelOf(tx, input)
    await tx.insertInto('unit').values({ id: unit, level_code }).execute()
    await tx
      .insertInto('unit_name')
      .values({ ...since, id: newId(), full_name: fullName, short_name: shortName })
      .execute()
    await tx
      .insertInto('unit_status')
      .values({ ...since, id: newId(), status: 'active' })
      .execute()
    founded.push(unit)
  }
  await addParties(tx, deed, input, founded)
  return [...input.after, ...founded]
}
