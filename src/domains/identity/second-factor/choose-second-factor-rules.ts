import { z } from 'zod'
import { hasSteppedUp, isAdministrator, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, Forbidden } from '#platform/errors.ts'
import { optionalDay } from '#platform/form.ts'
import { record } from '#capabilities/audit/record.ts'
import { factorRoles } from './second-factor.ts'

export const chooseSecondFactorRulesInput = z.object({
  administrator: optionalDay(),
  authority: optionalDay(),
  leader: optionalDay(),
})

export type ChooseSecondFactorRules = z.output<typeof chooseSecondFactorRulesInput>

/** From which day holders of a role need a second factor; without a day they need none. */
export async function chooseSecondFactorRules(db: Db, actor: Actor, input: ChooseSecondFactorRules, now: Date) {
  demand(isAdministrator(actor))
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  const rows = factorRoles.flatMap((role) => {
    const from = input[role]
    return from === undefined ? [] : [{ role, from_on: from }]
  })
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('second_factor_rule').execute()
    if (rows.length > 0) await tx.insertInto('second_factor_rule').values(rows).execute()
    await record(tx, actor, now, {
      action: 'identity.secondFactorRulesChosen',
      subject: { kind: 'second_factor_rule', id: null },
      facts: Object.fromEntries(rows.map(({ role, from_on: from }) => [role, from])),
    })
  })
}
