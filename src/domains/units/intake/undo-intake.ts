import { sql } from 'kysely'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { lockNames } from '../write-units.ts'
import { mayImport } from './access.ts'
import { checkBlocks, madeBy } from './check-blocks.ts'
import { intakeCan } from './intake.ts'
import { lockIntake } from './queries.ts'

async function removeUnits(tx: Tx, units: readonly string[]) {
  for (const table of ['unit_parent', 'unit_status', 'unit_name']) {
    await sql`delete from ${sql.table(table)} where unit_id = any(${[...units]}::uuid[])`.execute(tx)
  }
  await sql`delete from unit where id = any(${[...units]}::uuid[])`.execute(tx)
}

async function removeAccounts(tx: Tx, accounts: readonly string[]) {
  await sql`delete from invitation where account_id = any(${[...accounts]}::uuid[])`.execute(tx)
  const { rows } = await sql<{ person_id: string }>`
    delete from account where id = any(${[...accounts]}::uuid[]) returning person_id`.execute(tx)
  const people = rows.map(({ person_id }) => person_id)
  await sql`delete from person where id = any(${people}::uuid[])`.execute(tx)
}

/** Takes back all that a list brought, while nothing else was built on it; its history and its file stay. */
export async function undoIntake(db: Db, actor: Actor, input: { intake: string }, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const intake = await lockIntake(tx, input.intake)
    demand(mayImport(actor, intake.kind))
    if (!intakeCan('undo', intake)) throw new RuleViolation('intake.notEntered')
    await lockNames(tx)
    const made = await madeBy(tx, intake.id)
    // Whoever builds on a row now points at it, and waits here for its key.
    await sql`select id from unit where id = any(${[...made.units]}::uuid[]) order by id for update`.execute(tx)
    await sql`select id from account where id = any(${[...made.accounts]}::uuid[]) order by id for update`.execute(tx)
    const blocks = await checkBlocks(tx, intake.id)
    if (blocks.length > 0) throw new RuleViolation('intake.builtOn', { count: blocks.length })

    await sql`delete from unit_role where id = any(${[...made.roles]}::uuid[])`.execute(tx)
    await removeAccounts(tx, made.accounts)
    await removeUnits(tx, made.units)
    await tx
      .updateTable('intake')
      .set({ state: 'undone', undone_by: actor.account, undone_at: now })
      .where('id', '=', intake.id)
      .execute()
    await record(tx, actor, now, {
      action: 'intake.undone',
      subject: { kind: 'intake', id: intake.id },
      facts: { file: intake.file_name, units: made.units.length, people: made.accounts.length },
    })
  })
}
