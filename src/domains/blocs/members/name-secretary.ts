import { z } from 'zod'
import { peopleOfUnit } from '#domains/units/queries.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { mayNameSecretary } from '../access.ts'
import { dayWithin } from '../bloc-year.ts'
import { lockYear, yearSubject } from '../lock-year.ts'
import { membersOn } from '../queries.ts'
import { secretariesOf } from './queries.ts'

export const nameSecretaryInput = z.object({ blocYear: z.uuid(), account: z.uuid() })
export type NameSecretary = z.output<typeof nameSecretaryInput>

/** The people of all members on a day, with the unit they work for. */
export async function peopleOfMembers(tx: Db | Tx, blocYear: string, day: string) {
  const people = []
  for (const member of await membersOn(tx, blocYear, day)) {
    for (const person of await peopleOfUnit(tx, member.unit, day)) {
      people.push({ account: person.account_id, name: person.full_name, unit: member.short_name })
    }
  }
  return people
}

/** The head's leader names who keeps minutes, collects and reminds: someone who works for a member. */
export async function nameSecretary(db: Db, actor: Actor, input: NameSecretary, now: Date): Promise<void> {
  demand(mayNameSecretary(actor, input.blocYear))
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    const people = await peopleOfMembers(tx, year.id, dayOf(now))
    const person = people.find((one) => one.account === input.account)
    if (!person) throw new RuleViolation('blocs.secretaryNotMember')
    const named = await secretariesOf(tx, year.id)
    if (named.some((one) => one.account_id === input.account)) throw new RuleViolation('blocs.alreadySecretary')

    await tx
      .insertInto('bloc_role')
      .values({
        id: newId(),
        bloc_year_id: year.id,
        account_id: input.account,
        role: 'secretary',
        from_on: dayWithin(dayOf(now), year),
        granted_by: actor.account,
      })
      .execute()
    await record(tx, actor, now, {
      action: 'year.secretaryNamed',
      subject: yearSubject(year.id),
      facts: { person: person.name, unit: person.unit },
    })
  })
}
