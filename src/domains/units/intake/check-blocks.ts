import { sql } from 'kysely'
import { referencesTo, type Reference } from '#platform/database/references.ts'
import type { Tx } from '#platform/database/database.ts'

/** Something built on a row of a list since it was entered. */
export interface Block {
  /** The unit or account. */
  id: string
  /** A table that points at it, or the deed that was done to it. */
  why: string
}

interface Made {
  units: readonly string[]
  accounts: readonly string[]
  roles: readonly string[]
}

const kept = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null)

/** What a list made, as far as it was entered. */
export async function madeBy(tx: Tx, intake: string): Promise<Made> {
  const rows = await tx
    .selectFrom('intake_row')
    .select(['made_unit_id', 'made_account_id', 'made_role_id'])
    .where('intake_id', '=', intake)
    .execute()
  return {
    units: kept(rows.map((row) => row.made_unit_id)),
    accounts: kept(rows.map((row) => row.made_account_id)),
    roles: kept(rows.map((row) => row.made_role_id)),
  }
}

/** Deeds that leave nothing behind, or a role that still points at the unit for as long as it is there. */
const harmless = ['identity.invitedAgain', 'identity.invitationWithdrawn', 'unit.roleAdded', 'unit.officerInvited']

async function laterDeeds(tx: Tx, intake: string, ids: readonly string[]): Promise<Block[]> {
  const { rows } = await sql<Block>`
    select distinct on (later.subject_id) later.subject_id as id, later.action as why
    from audit_entry entered
    join audit_entry later on later.number > entered.number and later.subject_id = any(${[...ids]}::uuid[])
    where entered.subject_id = ${intake}::uuid and entered.action = 'intake.entered'
      and later.action <> all(${harmless}::text[])
    order by later.subject_id, later.number`.execute(tx)
  return rows
}

const ownOfUnit = new Set(['unit_name.unit_id', 'unit_status.unit_id', 'unit_parent.unit_id', 'unit_parent.parent_id'])
const ownOfAccount = new Set(['invitation.account_id', 'unit_role.account_id'])

const pointing = (references: readonly Reference[], own: ReadonlySet<string>): Block[] =>
  references.filter(({ table, column }) => !own.has(`${table}.${column}`)).map(({ id, table }) => ({ id, why: table }))

/** Units from elsewhere that were put under one of these. */
async function childrenFromElsewhere(tx: Tx, units: readonly string[]): Promise<Block[]> {
  const { rows } = await sql<Block>`
    select distinct parent_id as id, 'unit_parent' as why from unit_parent
    where parent_id = any(${[...units]}::uuid[]) and unit_id <> all(${[...units]}::uuid[])`.execute(tx)
  return rows
}

/** Roles that came by another way, that ended, in which somebody has acted, or on which a mandate rests. */
async function rolesInUse(tx: Tx, { accounts, roles }: Made): Promise<Block[]> {
  const { rows } = await sql<Block>`
    select account_id as id, 'unit_role' as why from unit_role
    where account_id = any(${[...accounts]}::uuid[]) and id <> all(${[...roles]}::uuid[])
    union
    select account_id, 'unit.roleEnded' from unit_role where id = any(${[...roles]}::uuid[]) and to_on is not null
    union
    select r.account_id, 'mandate' from unit_role r
    join mandate m on m.account_id = r.account_id and m.unit_id = r.unit_id and m.from_on >= r.from_on
    where r.id = any(${[...roles]}::uuid[])
    union
    select r.account_id, 'unit.actedFor' from unit_role r
    join intake_row i on i.made_role_id = r.id
    join audit_entry entered on entered.subject_id = i.intake_id and entered.action = 'intake.entered'
    join audit_entry later on later.number > entered.number
      and later.account_id = r.account_id and later.acting_unit_id = r.unit_id
    where r.id = any(${[...roles]}::uuid[])`.execute(tx)
  return rows
}

/** What was built on the rows of a list, and keeps it from being undone. */
export async function checkBlocks(tx: Tx, intake: string): Promise<Block[]> {
  const made = await madeBy(tx, intake)
  const blocks = [
    ...(await laterDeeds(tx, intake, [...made.units, ...made.accounts])),
    ...pointing(await referencesTo(tx, 'unit', made.units), ownOfUnit),
    ...(await childrenFromElsewhere(tx, made.units)),
    ...pointing(await referencesTo(tx, 'account', made.accounts), ownOfAccount),
    ...(await rolesInUse(tx, made)),
  ]
  return blocks.filter((one, index) => blocks.findIndex(({ id, why }) => id === one.id && why === one.why) === index)
}
