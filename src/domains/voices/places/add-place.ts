import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { membersOn, yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { line, optionalLine } from '#platform/form.ts'
import { newCode, newId } from '#platform/id.ts'
import { keepsVoices } from '../access.ts'

export const addPlaceInput = z.object({
  blocYear: z.uuid(),
  name: line(200),
  area: optionalLine(200),
  /** Who receives what comes from there; empty: the unit that leads the bloc. */
  unit: z.uuid().or(z.literal('')).default(''),
})

const codeLength = 6

/** A place with a poster: its code says where the poster hangs, and nothing of who scanned it. */
export async function addPlace(
  db: Db,
  actor: Actor,
  { blocYear, name, area, unit }: z.output<typeof addPlaceInput>,
  now: Date,
): Promise<string> {
  demand(keepsVoices(actor, blocYear))
  const id = newId()
  await db.transaction().execute(async (tx) => {
    const year = await yearById(tx, blocYear)
    const members = await membersOn(tx, year.id, dayOf(now))
    if (unit !== '' && !members.some((member) => member.unit === unit)) throw new RuleViolation('voices.noReceiver')
    const by = { added_by: actor.account, added_at: now }
    await tx
      .insertInto('opinion_place')
      .values({
        id,
        bloc_id: year.bloc.id,
        unit_id: unit === '' ? null : unit,
        code: newCode(codeLength),
        name,
        area,
        ...by,
      })
      .execute()
    const subject = { kind: 'opinion_place', id }
    await record(tx, actor, now, { action: 'voices.placeAdded', subject, facts: { name } })
  })
  return id
}
