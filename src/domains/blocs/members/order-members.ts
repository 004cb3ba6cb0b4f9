import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, demand } from '#platform/errors.ts'
import { mayOrderMembers } from '../access.ts'
import { lockYear, yearSubject } from '../lock-year.ts'
import { membersOn } from '../queries.ts'

export interface OrderMembers {
  blocYear: string
  /** All open memberships, in the order they shall have. */
  memberships: readonly string[]
}

/** Far above any bloc's size: positions are unique at every moment, so they step aside first. */
const aside = 10_000

/** The official order, in which papers name and members sign. */
export async function orderMembers(db: Db, actor: Actor, input: OrderMembers, now: Date): Promise<void> {
  demand(mayOrderMembers(actor, input.blocYear))
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    const open = await tx
      .selectFrom('membership')
      .select('id')
      .where('bloc_year_id', '=', year.id)
      .where('to_on', 'is', null)
      .execute()
    const wanted = new Set(input.memberships)
    const same = wanted.size === input.memberships.length && wanted.size === open.length
    if (!same || open.some((membership) => !wanted.has(membership.id))) throw new Conflict('blocs.membersChanged')

    await tx
      .updateTable('membership')
      .set((set) => ({ position: set('position', '+', aside) }))
      .where('bloc_year_id', '=', year.id)
      .where('to_on', 'is', null)
      .execute()
    for (const [index, id] of input.memberships.entries()) {
      await tx
        .updateTable('membership')
        .set({ position: index + 1 })
        .where('id', '=', id)
        .execute()
    }
    const members = await membersOn(tx, year.id, dayOf(now))
    await record(tx, actor, now, {
      action: 'year.membersOrdered',
      subject: yearSubject(year.id),
      facts: { members: members.map((member) => member.short_name) },
    })
  })
}
