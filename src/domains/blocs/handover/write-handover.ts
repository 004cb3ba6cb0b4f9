import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { optionalDay, optionalLine } from '#platform/form.ts'
import { maySetOut } from './access.ts'
import { handoverCan, rotatingFlags } from './handover.ts'
import { handoverSubject, lockHandover } from './lock-handover.ts'
import { headChange } from './queries.ts'

const text = (most: number) =>
  z
    .string()
    .default('')
    .transform((given) => given.trim())
    .pipe(z.string().max(most))

export const writeHandoverInput = z.object({
  handover: z.uuid(),
  /** The version that the writer saw. */
  editVersion: z.coerce.number().int(),
  handedOn: optionalDay(),
  place: optionalLine(120),
  flag: z.preprocess((value) => (value === '' ? undefined : value), z.enum(rotatingFlags).optional()),
  flagCondition: optionalLine(300),
  flagNote: optionalLine(300),
  /** One thing a line. */
  otherItems: text(4000),
  witness: optionalLine(300),
})
export type WriteHandover = z.output<typeof writeHandoverInput>

/** Writes what the record holds besides what is gathered: day, place, flag, other things, witness. */
export async function writeHandover(db: Db, actor: Actor, input: WriteHandover, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const handover = await lockHandover(tx, input.handover)
    demand(maySetOut(actor, handover))
    if (!handoverCan('edit', handover)) throw new RuleViolation('handover.textIsFixed')
    if (handover.edit_version !== input.editVersion) throw new RuleViolation('handover.changedMeanwhile')
    const change = await headChange(tx, handover.bloc_year_id, handover.given_office_id)
    await tx
      .updateTable('handover')
      .set({
        receiving_unit_id: change.receiving,
        handed_on: input.handedOn ?? null,
        place: input.place,
        flag: input.flag ?? null,
        flag_condition: input.flagCondition,
        flag_note: input.flagNote,
        other_items: input.otherItems,
        witness: input.witness,
        edit_version: handover.edit_version + 1,
        changed_at: now,
      })
      .where('id', '=', handover.id)
      .execute()
    await record(tx, actor, now, { action: 'handover.written', subject: handoverSubject(handover.id) })
  })
}
