import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayKeepUnits } from './access.ts'
import { lockUnit } from './lock-unit.ts'
import { unitCode } from './unit-code.ts'
import { lockNames, refuseTakenCode } from './write-units.ts'

export const correctUnitCodeInput = z.object({ unit: z.uuid(), code: unitCode() })
export type CorrectUnitCode = z.output<typeof correctUnitCodeInput>

/** A code is what the state gave, not a part of the unit's life: what was typed wrongly is replaced, without a day. */
export async function correctUnitCode(db: Db, actor: Actor, input: CorrectUnitCode, now: Date): Promise<void> {
  demand(mayKeepUnits(actor))
  const { unit } = input
  const code = input.code ?? null
  await db.transaction().execute(async (tx) => {
    await lockNames(tx)
    const { code: before } = await lockUnit(tx, unit)
    if (before === code) throw new RuleViolation('units.sameCode')
    if (code !== null) await refuseTakenCode(tx, code)

    await tx.updateTable('unit').set({ code }).where('id', '=', unit).execute()
    await record(tx, actor, now, {
      action: 'unit.codeCorrected',
      subject: { kind: 'unit', id: unit },
      facts: { before: before ?? '', code: code ?? '' },
    })
  })
}
