import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { day } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayGiveUnitRole } from '../access.ts'
import { lockUnit } from '../lock-unit.ts'
import { statusOn } from '../queries.ts'
import { unitRoleNames } from '../unit.ts'

export const addUnitRoleInput = z.object({
  unit: z.uuid(),
  account: z.uuid(),
  role: z.enum(unitRoleNames),
  fromOn: day(),
})
export type AddUnitRole = z.output<typeof addUnitRoleInput>

/** Locked: whoever leaves at the same moment gets no role any more. */
async function personOfOpenAccount(tx: Tx, account: string): Promise<string> {
  const person = await tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['person.full_name', 'account.state'])
    .where('account.id', '=', account)
    .forShare('account')
    .executeTakeFirst()
  if (found(person).state === 'closed') throw new RuleViolation('units.accountClosed')
  return found(person).full_name
}

async function isHeld(tx: Tx, input: AddUnitRole): Promise<boolean> {
  const held = await tx
    .selectFrom('unit_role')
    .select('id')
    .where('account_id', '=', input.account)
    .where('unit_id', '=', input.unit)
    .where('role', '=', input.role)
    .where('to_on', 'is', null)
    .executeTakeFirst()
  return held !== undefined
}

export async function addUnitRole(db: Db, actor: Actor, input: AddUnitRole, now: Date): Promise<string> {
  demand(mayGiveUnitRole(actor, input))
  const id = newId()
  await db.transaction().execute(async (tx) => {
    await lockUnit(tx, input.unit)
    if ((await statusOn(tx, input.unit, input.fromOn)) === 'ended') throw new RuleViolation('units.unitEnded')
    const person = await personOfOpenAccount(tx, input.account)
    if (await isHeld(tx, input)) throw new RuleViolation('units.roleHeld', { name: person })

    await tx
      .insertInto('unit_role')
      .values({
        id,
        account_id: input.account,
        unit_id: input.unit,
        role: input.role,
        from_on: input.fromOn,
        granted_by: actor.account,
      })
      .execute()
    await record(tx, actor, now, {
      action: 'unit.roleAdded',
      subject: { kind: 'unit', id: input.unit },
      facts: { person: person, role: input.role, from: input.fromOn },
    })
  })
  return id
}
