import { sql } from 'kysely'
import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'

interface Leader {
  unit_id: string
  account_id: string
  name: string
  email: string | null
}

interface Listing {
  conference: string
  year: BlocYearRow
  day: string
}

/** The first leader of every member is on the list with the unit's vote; the head changes that as it likes. */
export async function addLeaders(tx: Tx, actor: Actor, { conference, year, day }: Listing): Promise<void> {
  const members = (await membersOn(tx, year.id, day)).map(({ unit }) => unit)
  const { rows } = await sql<Leader>`
    select distinct on (r.unit_id) r.unit_id, a.id as account_id, p.full_name as name, a.email
    from unit_role r join account a on a.id = r.account_id and a.state = 'active' join person p on p.id = a.person_id
    where r.unit_id = any(${members}::uuid[]) and r.role = 'leader'
      and r.from_on <= ${day}::date and (r.to_on is null or r.to_on >= ${day}::date)
    order by r.unit_id, r.from_on, p.full_name`.execute(tx)
  const invitees = rows.map(({ email, ...leader }) => ({
    ...leader,
    id: newId(),
    conference_id: conference,
    kind: 'delegate' as const,
    email: email ?? '',
    has_vote: true,
    position: members.indexOf(leader.unit_id) + 1,
    added_by: actor.account,
  }))
  if (invitees.length > 0) await tx.insertInto('conference_invitee').values(invitees).execute()
}
