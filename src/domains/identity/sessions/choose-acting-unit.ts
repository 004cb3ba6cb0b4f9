import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'

export const chooseActingUnitInput = z.object({ unit: z.uuid() })

export type ChooseActingUnit = z.output<typeof chooseActingUnitInput>

interface ChooseActingUnitEnv {
  now: Date
  /** The units this person may work for today: identity itself knows no units. */
  units: readonly string[]
}

/** For whom one works in this session; every entry of the audit names it. */
export async function chooseActingUnit(db: Db, actor: Actor, input: ChooseActingUnit, env: ChooseActingUnitEnv) {
  demand(env.units.includes(input.unit))
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('session')
      .set({ acting_unit_id: input.unit })
      .where('id', '=', actor.session)
      .where('account_id', '=', actor.account)
      .execute()
    await record(tx, { ...actor, actingUnit: input.unit }, env.now, {
      action: 'identity.actingUnitChosen',
      subject: { kind: 'account', id: actor.account },
    })
  })
}
