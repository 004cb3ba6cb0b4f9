import { isExample, readRow } from '#capabilities/spreadsheets/read-row.ts'
import type { SheetPlan } from '#capabilities/spreadsheets/sheet.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { levelsOn } from '../queries.ts'
import type { Chosen, IntakeKind, JudgedRow } from './intake.ts'
import { judgePeople, type JudgedPerson } from './judge-people.ts'
import { judgeUnits, type JudgedUnit } from './judge-units.ts'
import { personSheet } from './person-sheet.ts'
import { accountsKnown, foldedNames, foldsOf, rowsOfIntake, unitsKnown, unitsToWorkFor } from './queries.ts'
import { unitSheet } from './unit-sheet.ts'

interface Asked {
  id: string
  kind: IntakeKind
}

/** The columns of a list; the levels of units are those of the day. */
export async function planOf(db: Db, kind: IntakeKind, now: Date): Promise<SheetPlan> {
  return kind === 'people' ? personSheet : unitSheet(await levelsOn(db, dayOf(now)))
}

async function typedRows(db: Db, { id, kind }: Asked, now: Date) {
  const plan = await planOf(db, kind, now)
  const rows = (await rowsOfIntake(db, id)).filter((row) => !isExample(plan, row))
  return rows.map((row) => ({ ...readRow(plan, row), choice: row.choice, sameAs: row.sameAs }) satisfies Chosen)
}

const text = (value: string | number | null | undefined) => (value === null || value === undefined ? '' : String(value))

export async function checkUnits(db: Db, intake: Asked, now: Date): Promise<JudgedUnit[]> {
  const rows = await typedRows(db, intake, now)
  const named = rows.map(({ values }) => ({
    fullName: text(values['fullName']),
    shortName: text(values['shortName']),
    parent: text(values['parent']),
  }))
  const [folds, known] = await Promise.all([foldsOf(db, named), unitsKnown(db, dayOf(now))])
  const none = { full: '', short: '', initials: '', parent: '' }
  return judgeUnits(
    rows.map((row, index) => ({ ...row, folds: folds[index] ?? none })),
    known,
  )
}

export async function checkPeople(db: Db, intake: Asked, now: Date): Promise<JudgedPerson[]> {
  const rows = await typedRows(db, intake, now)
  const names = await foldedNames(
    db,
    rows.map(({ values }) => text(values['fullName'])),
  )
  const unitNames = await foldedNames(
    db,
    rows.map(({ values }) => text(values['unit'])),
  )
  const logins = rows.flatMap(({ values }) => [text(values['login']), text(values['email'])])
  const accounts = await accountsKnown(
    db,
    logins.map((login) => login.toLowerCase()),
    names,
  )
  const people = rows.map((row, index) => ({
    ...row,
    foldedName: names[index] ?? '',
    foldedUnit: unitNames[index] ?? '',
  }))
  return judgePeople(people, { accounts, units: await unitsToWorkFor(db, dayOf(now)) })
}

/** What would become of every row of a list, as things are now. */
export async function checkRows(db: Db, intake: Asked, now: Date): Promise<readonly JudgedRow[]> {
  return intake.kind === 'units' ? checkUnits(db, intake, now) : checkPeople(db, intake, now)
}
