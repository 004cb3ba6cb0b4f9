import { sql } from 'kysely'
import { record } from '#capabilities/audit/record.ts'
import { issueInvitations } from '#domains/identity/people/issue-invitation.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { dayOf } from '#platform/clock.ts'
import { mayImport } from './access.ts'
import { intakeCan } from './intake.ts'
import { lockIntake } from './queries.ts'

export interface Slip {
  name: string
  login: string
  unit: string
  code: string
  expiresAt: Date
}

interface Waiting {
  id: string
  name: string
  login: string
  unit: string
}

/** People of a list who have not opened their account and were not invited by mail. */
async function waitingForSlip(tx: Tx | Db, intake: string, day: string): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select a.id, p.full_name as name, a.login, coalesce((
        select n.short_name from unit_role r join unit_name n on n.unit_id = r.unit_id
        where r.account_id = a.id
        order by r.from_on, (n.from_on <= ${day}::date) desc, abs(n.from_on - ${day}::date) limit 1), '') as unit
    from intake_row i
    join account a on a.id = i.made_account_id
    join person p on p.id = a.person_id
    where i.intake_id = ${intake}::uuid and a.state = 'invited'
      and not exists (select from invitation v where v.account_id = a.id and v.way = 'mail')
    order by i.number`.execute(tx)
  return rows
}

export async function countSlips(db: Db, intake: string, day: string): Promise<number> {
  return (await waitingForSlip(db, intake, day)).length
}

/** Makes a code for everyone who is still to get a slip; codes of slips printed before stop working. */
export async function issueSlips(
  db: Db,
  actor: Actor,
  input: { intake: string },
  env: { now: Date; origin: string },
): Promise<Slip[]> {
  return db.transaction().execute(async (tx) => {
    const intake = await lockIntake(tx, input.intake)
    demand(mayImport(actor, intake.kind))
    if (!intakeCan('printSlips', intake)) throw new RuleViolation('intake.notEntered')
    const people = await waitingForSlip(tx, intake.id, dayOf(env.now))
    if (people.length === 0) throw new RuleViolation('intake.noSlips')
    const accounts = people.map(({ id }) => id)
    const issued = await issueInvitations(tx, { accounts, way: 'slip', invitedBy: actor.account }, env)
    const codes = new Map(issued.map((invited) => [invited.account, invited]))
    await record(tx, actor, env.now, {
      action: 'intake.slipsIssued',
      subject: { kind: 'intake', id: intake.id },
      facts: { slips: people.length },
    })
    return people.flatMap(({ id, ...person }) => {
      const invited = codes.get(id)
      return invited?.code ? [{ ...person, code: invited.code, expiresAt: invited.expiresAt }] : []
    })
  })
}
