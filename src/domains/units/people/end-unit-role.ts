import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { day } from '#platform/form.ts'
import { mayNamePerson } from '../access.ts'

export const endUnitRoleInput = z.object({ id: z.uuid(), toOn: day() })
export type EndUnitRole = z.output<typeof endUnitRoleInput>

interface Held {
  unit_id: string
  account_id: string
}

/** Nobody keeps a mandate of a unit for which they no longer work in any role. */
async function outlivedByMandate(tx: Tx, held: Held, { id, toOn }: EndUnitRole): Promise<boolean> {
  const others = await tx
    .selectFrom('unit_role')
    .select('id')
    .where('unit_id', '=', held.unit_id)
    .where('account_id', '=', held.account_id)
    .where('id', '<>', id)
    .where('to_on', 'is', null)
    .executeTakeFirst()
  if (others) return false
  const mandate = await tx
    .selectFrom('mandate')
    .select('id')
    .where('unit_id', '=', held.unit_id)
    .where('account_id', '=', held.account_id)
    .where('state', 'in', ['asked', 'confirmed'])
    .where('to_on', '>', toOn)
    .executeTakeFirst()
  return mandate !== undefined
}

/** The last day on which the person works for the unit in this role. */
export async function endUnitRole(db: Db, actor: Actor, input: EndUnitRole, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = found(
      await tx
        .selectFrom('unit_role')
        .innerJoin('account', 'account.id', 'unit_role.account_id')
        .innerJoin('person', 'person.id', 'account.person_id')
        .select([
          'unit_role.account_id',
          'unit_role.unit_id',
          'unit_role.role',
          'unit_role.from_on',
          'unit_role.to_on',
          'person.full_name',
        ])
        .where('unit_role.id', '=', input.id)
        .forUpdate('unit_role')
        .executeTakeFirst(),
    )
    demand(mayNamePerson(actor, held.unit_id, held.role))
    if (held.to_on !== null) throw new RuleViolation('units.roleEnded', { to: held.to_on })
    if (await outlivedByMandate(tx, held, input))
      throw new RuleViolation('units.mandateInForce', { name: held.full_name })
    if (input.toOn < held.from_on) throw new RuleViolation('units.roleEndTooEarly', { from: held.from_on })

    await tx.updateTable('unit_role').set({ to_on: input.toOn }).where('id', '=', input.id).execute()
    await record(tx, actor, now, {
      action: 'unit.roleEnded',
      subject: { kind: 'unit', id: held.unit_id },
      facts: { person: held.full_name, role: held.role, to: input.toOn },
    })
  })
}
