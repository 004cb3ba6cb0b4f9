import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { addDays } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { mayKeepUnits } from '../access.ts'
import { nameOn } from '../queries.ts'
import { lockTree } from './check-units.ts'
import { documentLine, type Deed, type UnitFact } from './deed.ts'
import { deedById, deedsOfUnits } from './queries.ts'

export const undoDeedInput = z.object({ deed: z.uuid(), reason: paragraph(1000) })
export type UndoDeed = z.output<typeof undoDeedInput>

const unitsOf = (deed: Deed) => deed.parties.flatMap(({ unit }) => (unit === null ? [] : [unit]))

/** Nothing may have been decided about these units since: neither a deed nor a name that follows. */
async function checkLast(tx: Tx, deed: Deed) {
  const later = (await deedsOfUnits(tx, unitsOf(deed))).find(
    (other) => other.id !== deed.id && other.effective_on >= deed.effective_on,
  )
  if (later) throw new RuleViolation('lineage.builtOn', { document: documentLine(later) })
}

const isStillNamed = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23503'

/** A unit that the deed founded goes as if it had never been, unless people, papers or blocs already name it. */
async function removeFounded(tx: Tx, deed: Deed) {
  const founded = deed.parties.filter(({ isNew }) => isNew).flatMap(({ unit }) => (unit === null ? [] : [unit]))
  if (founded.length === 0) return
  await tx.updateTable('deed_party').set({ unit_id: null }).where('unit_id', 'in', founded).execute()
  await tx.deleteFrom('unit').where('id', 'in', founded).execute()
}

/** What the deed opened is taken out, what it closed the day before is open again. */
async function reopen(tx: Tx, deed: Deed) {
  const lastDay = addDays(deed.effective_on, -1)
  const changed = deed.parties.filter(({ side, unit }) => side === 'before' && unit !== null)
  const units = changed.flatMap(({ unit }) => (unit === null ? [] : [unit]))
  for (const table of ['unit_name', 'unit_parent', 'unit_status', 'awarding_office'] as const) {
    await tx.deleteFrom(table).where('deed_id', '=', deed.id).execute()
  }
  if (units.length === 0) return
  for (const table of ['unit_name', 'unit_parent', 'awarding_office'] as const) {
    const closed = tx.updateTable(table).set({ to_on: null }).where('unit_id', 'in', units)
    await closed.where('to_on', '=', lastDay).execute()
  }
}

/** Which units the deed had ended: read before they are open again. */
async function endedUnits(tx: Tx, deed: Deed): Promise<string[]> {
  const rows = await tx
    .selectFrom('unit_status')
    .select('unit_id')
    .where('deed_id', '=', deed.id)
    .where('status', '=', 'ended')
    .execute()
  return rows.map(({ unit_id }) => unit_id)
}

async function restore(tx: Tx, deed: Deed, ended: readonly string[], { now, announce }: Telling<UnitFact>) {
  for (const unit of ended) {
    const { short_name: unitName } = await nameOn(tx, unit, deed.effective_on)
    const fact = { unit, unitName, day: deed.effective_on, deed: deed.id, document: documentLine(deed) }
    await announce(tx, now, { name: 'units.restored', ...fact })
  }
}

async function takeBack(tx: Tx, deed: Deed) {
  try {
    await reopen(tx, deed)
    await removeFounded(tx, deed)
  } catch (error) {
    if (isStillNamed(error)) throw new RuleViolation('lineage.unitInUse')
    throw error
  }
}

/**
 * Takes back a deed that should not have been recorded, while nothing was built on it. It stays on record as undone.
 * Memberships that it ended go on; mandates and certificates that it ended do not: they must be asked for anew.
 */
export async function undoDeed(db: Db, actor: Actor, input: UndoDeed, telling: Telling<UnitFact>): Promise<void> {
  demand(mayKeepUnits(actor))
  await db.transaction().execute(async (tx) => {
    await lockTree(tx)
    const deed = await deedById(tx, input.deed)
    if (deed.undone_at !== null) throw new RuleViolation('lineage.undone')
    await checkLast(tx, deed)
    const ended = await endedUnits(tx, deed)
    await takeBack(tx, deed)
    await tx
      .updateTable('deed')
      .set({ undone_at: telling.now, undone_by: actor.account, undone_reason: input.reason })
      .where('id', '=', deed.id)
      .execute()
    await restore(tx, deed, ended, telling)
    await record(tx, actor, telling.now, {
      action: 'deed.undone',
      subject: { kind: 'deed', id: deed.id },
      facts: { document: documentLine(deed), from: deed.effective_on, reason: input.reason },
    })
  })
}
