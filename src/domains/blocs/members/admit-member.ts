import { z } from 'zod'
import { lockUnit } from '#domains/units/lock-unit.ts'
import { nameOn, statusOn } from '#domains/units/queries.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayChangeMembers } from '../access.ts'
import { lockYear, yearSubject } from '../lock-year.ts'
import type { BlocYearRow } from '../queries.ts'

export const admitMemberInput = z.object({
  blocYear: z.uuid(),
  unit: z.uuid(),
  fromOn: day(),
  document: optionalLine(200),
})
export type AdmitMember = z.output<typeof admitMemberInput>

async function checkMember(tx: Tx, year: BlocYearRow, { unit, fromOn }: AdmitMember) {
  if (fromOn < year.starts_on || fromOn > year.ends_on) {
    throw new RuleViolation('blocs.notInYear', { from: year.starts_on, to: year.ends_on })
  }
  if ((await statusOn(tx, unit, fromOn)) === 'ended') throw new RuleViolation('blocs.unitEnded')
  const before = await tx
    .selectFrom('membership')
    .select('to_on')
    .where('bloc_year_id', '=', year.id)
    .where('unit_id', '=', unit)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', fromOn)]))
    .executeTakeFirst()
  if (before) throw new RuleViolation('blocs.alreadyMember')
}

/** The new member comes last in the official order. */
export async function admitMember(db: Db, actor: Actor, input: AdmitMember, now: Date): Promise<string> {
  demand(mayChangeMembers(actor))
  const id = newId()
  await db.transaction().execute(async (tx) => {
    // The unit first, as a deed of reorganisation does: neither waits for what the other holds.
    await lockUnit(tx, input.unit)
    const year = await lockYear(tx, input.blocYear)
    const name = await nameOn(tx, input.unit, input.fromOn)
    await checkMember(tx, year, input)
    const { last } = await tx
      .selectFrom('membership')
      .select((select) => select.fn.max('position').as('last'))
      .where('bloc_year_id', '=', year.id)
      .where('to_on', 'is', null)
      .executeTakeFirstOrThrow()

    await tx
      .insertInto('membership')
      .values({
        id,
        bloc_year_id: year.id,
        unit_id: input.unit,
        position: (last ?? 0) + 1,
        from_on: input.fromOn,
      })
      .execute()
    await record(tx, actor, now, {
      action: 'year.memberAdmitted',
      subject: yearSubject(year.id),
      facts: { unit: name.full_name, from: input.fromOn, document: input.document },
    })
  })
  return id
}
