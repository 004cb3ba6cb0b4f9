import { addDays } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { namesOn } from '../queries.ts'
import type { Deed, Party } from './deed.ts'
import type { RecordDeed } from './record-deed.ts'

type NewParty = Omit<Party, 'position' | 'side'>

const ours = (unit: string, name: string, isNew = false): NewParty => ({ unit, tenant: null, name, isNew })
const theirs = ({ name, tenant }: { name: string; tenant: string }): NewParty => ({
  unit: null,
  tenant,
  name,
  isNew: false,
})

async function namesAround(tx: Tx, deed: Deed, { before, after }: RecordDeed) {
  const [was, is] = await Promise.all([
    namesOn(tx, before, addDays(deed.effective_on, -1)),
    namesOn(tx, after, deed.effective_on),
  ])
  return {
    was: (unit: string) => was.get(unit)?.full_name ?? '',
    is: (unit: string) => is.get(unit)?.full_name ?? '',
  }
}

/** Writes down who was before a deed, under the names of the day before, and who is after it. */
export async function addParties(tx: Tx, deed: Deed, input: RecordDeed, founded: readonly string[]): Promise<void> {
  const { was, is } = await namesAround(tx, deed, input)
  const before = [...input.before.map((unit) => ours(unit, was(unit))), ...input.beforeElsewhere.map(theirs)]
  const after = [
    ...input.after.map((unit) => ours(unit, is(unit))),
    ...founded.map((unit, index) => ours(unit, input.afterNew[index]?.fullName ?? '', deed.kind !== 'rename')),
    ...input.afterElsewhere.map(theirs),
  ]
  const rows = ([side, parties]: readonly ['before' | 'after', readonly NewParty[]]) =>
    parties.map(({ unit, tenant, name, isNew }, index) => ({
      deed_id: deed.id,
      side,
      position: index + 1,
      unit_id: unit,
      tenant,
      name,
      is_new: isNew,
    }))
  const all = (
    [
      ['before', before],
      ['after', after],
    ] as const
  ).flatMap(rows)
  await tx.insertInto('deed_party').values(all).execute()
}
