import type { Deed } from '#capabilities/audit/record.ts'
import { issueInvitations } from '#domains/identity/people/issue-invitation.ts'
import { openAccountsIn, type NewAccount } from '#domains/identity/people/open-accounts.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { slices } from '#platform/slices.ts'
import type { UnitRoleName } from '../unit.ts'
import { lockNames } from '../write-units.ts'
import { checkPeople } from './check-rows.ts'
import type { RowsToAdd, Adding } from './adding.ts'
import type { JudgedPerson } from './judge-people.ts'

interface Opened extends NewAccount {
  row: JudgedPerson
  way: string
}

interface Role {
  id: string
  number: number
  account: string
  unit: string
  role: UnitRoleName
  name: string
}

const text = (row: JudgedPerson, key: string) => String(row.values[key] ?? '')

const accountOf = (row: JudgedPerson): Opened => ({
  row,
  account: newId(),
  fullName: text(row, 'fullName'),
  login: row.login,
  email: text(row, 'email') || undefined,
  way: text(row, 'way'),
})

/** Which account a row stands for: its own new one, or that of which someone said it is the same. */
function accountsByRow(rows: readonly JudgedPerson[], opened: readonly Opened[]): ReadonlyMap<number, string> {
  const accounts = new Map(opened.map(({ row, account }) => [row.number, account]))
  for (const { number, outcome, sameAs } of rows) {
    if (outcome !== 'same' || sameAs === null) continue
    const account = sameAs.startsWith('account:') ? sameAs.slice(8) : accounts.get(Number(sameAs.slice(4)))
    if (account !== undefined) accounts.set(number, account)
  }
  return accounts
}

async function rolesHeld(tx: Tx, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  const held = new Set<string>()
  for (const some of slices(accounts)) {
    const rows = await tx
      .selectFrom('unit_role')
      .select(['account_id', 'unit_id', 'role'])
      .where('account_id', 'in', some)
      .where('to_on', 'is', null)
      .execute()
    for (const row of rows) held.add(`${row.account_id} ${row.unit_id} ${row.role}`)
  }
  return held
}

/** The roles that nobody holds yet; two rows that say the same are one role. */
async function newRoles(tx: Tx, rows: readonly JudgedPerson[], accounts: ReadonlyMap<number, string>): Promise<Role[]> {
  const held = new Set(await rolesHeld(tx, [...accounts.values()]))
  return rows.flatMap((row) => {
    const account = accounts.get(row.number)
    if (account === undefined || row.unit === null) return []
    const role: UnitRoleName = row.values['role'] === 'leader' ? 'leader' : 'officer'
    const key = `${account} ${row.unit} ${role}`
    if (held.has(key)) return []
    held.add(key)
    return [{ id: newId(), number: row.number, account, unit: row.unit, role, name: text(row, 'fullName') }]
  })
}

async function writeRoles(tx: Tx, roles: readonly Role[], { by, now }: Adding) {
  for (const some of slices(roles)) {
    await tx
      .insertInto('unit_role')
      .values(
        some.map(({ id, account, unit, role }) => ({
          id,
          account_id: account,
          unit_id: unit,
          role,
          from_on: dayOf(now),
          granted_by: by,
        })),
      )
      .execute()
  }
}

function deedsOf(opened: readonly Opened[], roles: readonly Role[], now: Date): Deed[] {
  const invited = opened.map(({ account, fullName, login, way }) => ({
    action: 'identity.invited',
    subject: { kind: 'account', id: account },
    facts: { name: fullName, login, way },
  }))
  const added = roles.map(({ unit, name, role }) => ({
    action: 'unit.roleAdded',
    subject: { kind: 'unit', id: unit },
    facts: { person: name, role, from: dayOf(now) },
  }))
  return [...invited, ...added]
}

async function write(tx: Tx, rows: readonly JudgedPerson[], adding: Adding) {
  const { now, origin, by } = adding
  const opened = rows.filter(({ outcome }) => outcome === 'add').map(accountOf)
  await openAccountsIn(tx, opened, now)
  const roles = await newRoles(tx, rows, accountsByRow(rows, opened))
  // By hand nobody names themselves either.
  if (roles.some(({ account }) => account === by)) throw new RuleViolation('intake.ownRole')
  await writeRoles(tx, roles, adding)
  const byMail = opened.filter(({ way }) => way === 'mail').map(({ account }) => account)
  // Slips get their codes when they are printed: a code that nobody saw would open nothing.
  await issueInvitations(tx, { accounts: byMail, way: 'mail', invitedBy: by }, { now, origin })
  const made = [
    ...opened.map(({ row, account }) => ({ number: row.number, account })),
    ...roles.map(({ number, id }) => ({ number, role: id })),
  ]
  return { deeds: deedsOf(opened, roles, now), made }
}

/** Enters the people of a list as inviting each by hand would. */
export async function addPeople(tx: Tx, adding: Adding): Promise<RowsToAdd> {
  await lockNames(tx)
  const rows = await checkPeople(tx, adding.intake, adding.now)
  return { rows, add: () => write(tx, rows, adding) }
}
