import type { Deed } from '#capabilities/audit/record.ts'
import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { lockNames, writeParents, writeUnits, type NewParent, type NewUnit } from '../write-units.ts'
import { checkUnits } from './check-rows.ts'
import type { JudgedUnit } from './judge-units.ts'
import type { RowsToAdd, Adding } from './adding.ts'

interface Made extends NewUnit {
  row: JudgedUnit
}

const text = (row: JudgedUnit, key: string) => String(row.values[key] ?? '')

const unitOf = (row: JudgedUnit): Made => ({
  row,
  id: newId(),
  fullName: text(row, 'fullName'),
  shortName: text(row, 'shortName'),
  level: text(row, 'level'),
  code: text(row, 'code').toUpperCase() || null,
  fromOn: text(row, 'fromOn'),
  document: text(row, 'document'),
})

/** Which unit a row stands for: its own new one, or that of which someone said it is the same. */
function unitsByRow(rows: readonly JudgedUnit[], made: readonly Made[]): ReadonlyMap<number, string> {
  const units = new Map(made.map(({ row, id }) => [row.number, id]))
  for (const { number, outcome, sameAs } of rows) {
    if (outcome !== 'same' || sameAs === null) continue
    const unit = sameAs.startsWith('unit:') ? sameAs.slice(5) : units.get(Number(sameAs.slice(4)))
    if (unit !== undefined) units.set(number, unit)
  }
  return units
}

function parentsOf(made: readonly Made[], units: ReadonlyMap<number, string>): NewParent[] {
  return made.flatMap(({ row, id, fromOn, document }) => {
    if (row.parent === null) return []
    const parent = row.parent.startsWith('unit:') ? row.parent.slice(5) : units.get(Number(row.parent.slice(4)))
    return parent === undefined ? [] : [{ unit: id, parent, fromOn, document }]
  })
}

const deedsOf = (made: readonly Made[]): Deed[] =>
  made.flatMap(({ row, id, fullName, level, fromOn, document }) => {
    const subject = { kind: 'unit', id }
    const added = { action: 'unit.added', subject, facts: { name: fullName, level, from: fromOn } }
    if (row.parent === null) return [added]
    return [added, { action: 'unit.moved', subject, facts: { parent: text(row, 'parent'), from: fromOn, document } }]
  })

/** Enters the units of a list as adding and moving each by hand would. */
export async function addUnits(tx: Tx, { intake, now }: Adding): Promise<RowsToAdd> {
  await lockNames(tx)
  const rows = await checkUnits(tx, intake, now)
  return {
    rows,
    add: async () => {
      const made = rows.filter(({ outcome }) => outcome === 'add').map(unitOf)
      await writeUnits(tx, made)
      await writeParents(tx, parentsOf(made, unitsByRow(rows, made)))
      return { deeds: deedsOf(made), made: made.map(({ row, id }) => ({ number: row.number, unit: id })) }
    },
  }
}
