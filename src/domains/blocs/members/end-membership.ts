import { z } from 'zod'
import { nameOn } from '#domains/units/queries.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { day, line } from '#platform/form.ts'
import { mayChangeMembers } from '../access.ts'
import type { BlocFact } from '../bloc-year.ts'
import { lockYear, yearSubject } from '../lock-year.ts'
import { endMember } from './end-member.ts'

export const endMembershipInput = z.object({
  blocYear: z.uuid(),
  id: z.uuid(),
  /** The last day of membership. */
  toOn: day(),
  document: line(200),
})
export type EndMembership = z.output<typeof endMembershipInput>

/** A merger in July ends a membership and leaves the signed past as it was. */
export async function endMembership(
  db: Db,
  actor: Actor,
  input: EndMembership,
  { now, announce }: Telling<BlocFact>,
): Promise<void> {
  demand(mayChangeMembers(actor))
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    const member = found(
      await tx
        .selectFrom('membership')
        .select(['unit_id', 'from_on', 'to_on'])
        .where('id', '=', input.id)
        .where('bloc_year_id', '=', year.id)
        .executeTakeFirst(),
    )
    if (member.to_on !== null) throw new RuleViolation('blocs.membershipEnded', { to: member.to_on })
    if (input.toOn < member.from_on || input.toOn > year.ends_on) {
      throw new RuleViolation('blocs.notInYear', { from: member.from_on, to: year.ends_on })
    }

    await endMember(tx, year, { unit: member.unit_id, toOn: input.toOn }, { now, announce })
    await record(tx, actor, now, {
      action: 'year.membershipEnded',
      subject: yearSubject(year.id),
      facts: {
        unit: (await nameOn(tx, member.unit_id, input.toOn)).full_name,
        to: input.toOn,
        document: input.document,
      },
    })
  })
}
