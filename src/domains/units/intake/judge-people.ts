import { z } from 'zod'
import type { TypedRow } from '#capabilities/spreadsheets/read-row.ts'
import type { CellFault } from '#capabilities/spreadsheets/sheet.ts'
import { indexed } from '#platform/indexed.ts'
import { outcomeOf, type Chosen, type JudgedRow, type Likeness } from './intake.ts'

export interface AccountKnown {
  id: string
  login: string
  name: string
  foldedName: string
  closed: boolean
  /** Roles held now, as 'unit role'. */
  roles: readonly string[]
}

export interface UnitToWorkFor {
  id: string
  code: string | null
  /** Full and short names of today, folded. */
  names: readonly string[]
  ended: boolean
}

export interface PersonRow extends TypedRow, Chosen {
  foldedName: string
  foldedUnit: string
}

export interface JudgedPerson extends JudgedRow {
  login: string
  unit: string | null
}

interface Known {
  accounts: readonly AccountKnown[]
  units: readonly UnitToWorkFor[]
}

const columns = { login: 1, email: 2, unit: 3 }
const loginPattern = /^[a-z0-9][a-z0-9._@+-]{2,120}$/
/** As an invitation by hand asks it: to a mail server "a,b@c.vn" would be two addresses. */
const mailAddress = z.email()
const fault = (column: number | null, key: string, values: CellFault['values'] = {}): CellFault => ({
  column,
  key,
  values,
})

const textOf = (row: TypedRow, key: string) => String(row.values[key] ?? '')
const loginOf = (row: PersonRow) => (textOf(row, 'login') || textOf(row, 'email')).toLowerCase()

function openIndexes(rows: readonly PersonRow[], { accounts, units }: Known) {
  return {
    byLogin: indexed(accounts, ({ login }) => [login]),
    byName: indexed(accounts, ({ foldedName }) => [foldedName]),
    unitsByCode: indexed(units, ({ code }) => (code === null ? [] : [code])),
    unitsByName: indexed(units, ({ names }) => names),
    rowsByLogin: indexed(rows, (row) => [loginOf(row)]),
    rowsByName: indexed(rows, ({ foldedName }) => [foldedName]),
  }
}

type Indexes = ReturnType<typeof openIndexes>

function mailFaults(row: PersonRow): CellFault[] {
  const email = textOf(row, 'email')
  if (email !== '' && !mailAddress.safeParse(email).success) return [fault(columns.email, 'intake.badMail')]
  return email === '' && row.values['way'] === 'mail' ? [fault(columns.email, 'intake.mailNeeded')] : []
}

function accountFaults(row: PersonRow, { closed, name, foldedName }: AccountKnown): CellFault[] {
  if (closed) return [fault(columns.login, 'intake.accountClosed', { name })]
  return foldedName === row.foldedName ? [] : [fault(columns.login, 'intake.loginTaken', { name })]
}

function loginFaults(row: PersonRow, at: Indexes): CellFault[] {
  const login = loginOf(row)
  if (login === '') return [fault(columns.login, 'intake.loginNeeded')]
  if (!loginPattern.test(login)) return [fault(columns.login, 'intake.badLogin')]
  const account = at.byLogin(login)[0]
  if (account !== undefined) return accountFaults(row, account)
  const earlier = at.rowsByLogin(login).find((other) => isBefore(other, row))
  return earlier && earlier.foldedName !== row.foldedName
    ? [fault(columns.login, 'intake.loginTwice', { row: earlier.number })]
    : []
}

const isBefore = (other: PersonRow, row: PersonRow) => other.number < row.number && other.choice !== 'skip'

function unitOf(row: PersonRow, at: Indexes): UnitToWorkFor | CellFault {
  const name = textOf(row, 'unit')
  const byCode = at.unitsByCode(name.toUpperCase())
  const found = byCode.length > 0 ? byCode : at.unitsByName(row.foldedUnit)
  const open = found.filter(({ ended }) => !ended)
  if (open.length > 1) return fault(columns.unit, 'intake.manyUnits', { name, count: open.length })
  if (open[0] !== undefined) return open[0]
  return fault(columns.unit, found.length > 0 ? 'intake.unitEnded' : 'intake.noUnit', { name })
}

function twiceFaults(row: PersonRow, at: Indexes): CellFault[] {
  const same = (other: PersonRow) =>
    isBefore(other, row) && other.foldedUnit === row.foldedUnit && other.values['role'] === row.values['role']
  const earlier = at.rowsByLogin(loginOf(row)).find(same)
  return earlier ? [fault(null, 'intake.personTwice', { row: earlier.number })] : []
}

const likeAccount =
  (why: Likeness['why']) =>
  ({ id, name, login }: AccountKnown): Likeness => ({
    ref: `account:${id}`,
    name: `${name} (${login})`,
    why,
  })

const likeRow =
  (why: Likeness['why']) =>
  ({ number, shown }: PersonRow): Likeness => ({
    ref: `row:${number}`,
    name: shown[0] ?? '',
    why,
  })

/** One login is one person: the row then only adds a role. The same name alone may be another person. */
function likenessesOf(row: PersonRow, at: Indexes): { likenesses: Likeness[]; certain: string | null } {
  const login = loginOf(row)
  const own = [
    ...at.byLogin(login).map(likeAccount('login')),
    ...at
      .rowsByLogin(login)
      .filter((other) => isBefore(other, row))
      .map(likeRow('login')),
  ]
  if (own[0] !== undefined) return { likenesses: [own[0]], certain: own[0].ref }
  const namesakes = [
    ...at
      .byName(row.foldedName)
      .filter(({ closed }) => !closed)
      .map(likeAccount('name')),
    ...at
      .rowsByName(row.foldedName)
      .filter((other) => isBefore(other, row) && other.foldedUnit === row.foldedUnit)
      .map(likeRow('name')),
  ]
  return { likenesses: namesakes, certain: null }
}

function judgeOne(row: PersonRow, at: Indexes): JudgedPerson {
  const unit = unitOf(row, at)
  const faults = [...row.faults, ...loginFaults(row, at), ...mailFaults(row), ...twiceFaults(row, at)]
  if ('key' in unit && textOf(row, 'unit') !== '') faults.push(unit)
  const alike = likenessesOf(row, at)
  const mayAdd = alike.certain === null
  const outcome = outcomeOf({ ...row, ...alike, faults, mayAdd })
  return {
    ...row,
    ...outcome,
    faults,
    likenesses: alike.likenesses,
    mayAdd,
    login: loginOf(row),
    unit: 'key' in unit ? null : unit.id,
  }
}

/** What would become of every row. Nothing is asked of the database here. */
export function judgePeople(rows: readonly PersonRow[], known: Known): JudgedPerson[] {
  const at = openIndexes(rows, known)
  return rows.map((row) => judgeOne(row, at))
}
