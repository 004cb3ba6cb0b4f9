import type { z } from 'zod'
import { openAccountIn, openAccountInput } from '#domains/identity/people/open-account.ts'
import type { InviteEnv, Invited } from '#domains/identity/people/issue-invitation.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { mayNamePerson } from '../access.ts'
import { lockUnit } from '../lock-unit.ts'
import { statusOn } from '../queries.ts'

export const inviteOfficerInput = openAccountInput
export type InviteOfficer = z.output<typeof inviteOfficerInput> & { unit: string }

/** Opens an account for someone new and makes them an officer of the unit from today. */
export async function inviteOfficer(db: Db, actor: Actor, input: InviteOfficer, env: InviteEnv): Promise<Invited> {
  demand(mayNamePerson(actor, input.unit, 'officer'))
  const today = dayOf(env.now)
  return db.transaction().execute(async (tx) => {
    await lockUnit(tx, input.unit)
    if ((await statusOn(tx, input.unit, today)) === 'ended') throw new RuleViolation('units.unitEnded')
    const invited = await openAccountIn(tx, actor.account, input, env)
    await tx
      .insertInto('unit_role')
      .values({
        id: newId(),
        account_id: invited.account,
        unit_id: input.unit,
        role: 'officer',
        from_on: today,
        granted_by: actor.account,
      })
      .execute()
    await record(tx, actor, env.now, {
      action: 'unit.officerInvited',
      subject: { kind: 'unit', id: input.unit },
      facts: { person: input.fullName, login: input.login, way: input.way },
    })
    return invited
  })
}
