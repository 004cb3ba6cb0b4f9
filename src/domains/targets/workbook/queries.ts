import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { isReportedIn, type Period } from '../periods/period.ts'
import { assignmentsOfUnit, targetsOf } from '../queries.ts'
import { entriesOf, lastFiguresOf, type EntryRow } from '../reporting/queries.ts'
import { isTyped, type Target } from '../target.ts'
import { normalNumber } from '../value.ts'
import type { ReportRow } from './report-sheet.ts'
import { choices, judgeRow, type Choice, type Figure, type Judged, type SentRow } from './workbook.ts'

/** The figures of a unit's report as they stand; none where it was not begun. */
async function standingOf(db: Db | Tx, period: string, unit: string): Promise<ReadonlyMap<string, EntryRow>> {
  const report = await db
    .selectFrom('progress_report')
    .select('id')
    .where('period_id', '=', period)
    .where('unit_id', '=', unit)
    .executeTakeFirst()
  return report === undefined ? new Map() : entriesOf(db, report.id)
}

/** Every target of a unit's report, in the order of the year's list. */
export async function reportRows(db: Db | Tx, period: Period, unit: string): Promise<ReportRow[]> {
  const targets = await targetsOf(db, period.bloc_year_id, { states: ['in_force'] })
  const assignments = new Map(
    (await assignmentsOfUnit(db, period.bloc_year_id, unit)).map((assignment) => [assignment.target_id, assignment]),
  )
  const standing = await standingOf(db, period.id, unit)
  const last = await lastFiguresOf(db, period, unit)
  return targets.flatMap((target) => {
    const assignment = assignments.get(target.id)
    if (assignment === undefined || !isReportedIn(target.frequency, period)) return []
    const { value = null, note = '', version = 0 } = standing.get(target.id) ?? {}
    const { planned, is_assigned: isAssigned } = assignment
    const figure = { value, note, version, last: last.get(target.id) ?? null }
    return [{ target, planned, isAssigned, isTyped: isTyped(target), ...figure }]
  })
}

const workbooks = (db: Db | Tx) =>
  db
    .selectFrom('report_workbook')
    .innerJoin('account', 'account.id', 'report_workbook.uploaded_by')
    .innerJoin('person', 'person.id', 'account.person_id')
    .selectAll('report_workbook')
    .select('person.full_name as uploader')

export type WorkbookShown = Awaited<ReturnType<typeof workbookById>>

export async function workbookById(db: Db | Tx, id: string) {
  return found(await workbooks(db).where('report_workbook.id', '=', id).executeTakeFirst())
}

/** The files that came back for a report, the latest first. */
export async function workbooksOf(db: Db, period: string, unit: string) {
  return workbooks(db)
    .where('period_id', '=', period)
    .where('unit_id', '=', unit)
    .orderBy('uploaded_at', 'desc')
    .orderBy('report_workbook.id')
    .limit(50)
    .execute()
}

/** Commands about one file take turns: each begins here. */
export async function lockWorkbook(tx: Tx, id: string) {
  return found(await tx.selectFrom('report_workbook').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

/** A row of a file that came back, with what went out and what stands now. */
export interface CellShown {
  target: Target
  address: string
  noteAddress: string
  sent: Figure & { version: number }
  row: SentRow
  now: Figure & { version: number; by: string | null; at: Date | null; isMeant: boolean }
  judged: Judged
  /** What the upload wrote over, once it was entered. */
  written: { before: Figure & { isMeant: boolean }; version: number; isGivenBack: boolean } | null
}

const normal = (value: string | null) => (value === null ? null : normalNumber(value))

const selectCells = (db: Db | Tx, workbook: string) =>
  db.selectFrom('report_workbook_cell').selectAll().where('workbook_id', '=', workbook).execute()

type CellRow = Awaited<ReturnType<typeof selectCells>>[number]

const saidOf = ({ text, fault, fault_values: values }: CellRow): SentRow['said'] =>
  text === null ? { key: fault ?? '', values: values as Record<string, string | number> } : { text }

function writtenOf(cell: CellRow): CellShown['written'] {
  const { before_note: note, before_meant: isMeant, written_version: version } = cell
  if (note === null || isMeant === null || version === null) return null
  return { before: { value: normal(cell.before_value), note, isMeant }, version, isGivenBack: cell.is_given_back }
}

const nothing = { value: null, note: '', version: 0, by: null, at: null, isMeant: false } as const

function nowOf(entry: EntryRow | undefined): CellShown['now'] {
  if (entry === undefined) return nothing
  const { value, note, version, entered_by_name: by, entered_at: at, is_meant: isMeant } = entry
  return { value, note, version, by, at, isMeant }
}

function cellShown(cell: CellRow, target: Target, entry: EntryRow | undefined): CellShown {
  const sent = { value: normal(cell.sent_value), note: cell.sent_note, version: cell.sent_version }
  const now = nowOf(entry)
  const row = { said: saidOf(cell), note: cell.note }
  const judged = judgeRow(row, { sent, now, target })
  const places = { address: cell.address, noteAddress: cell.note_address }
  return { target, ...places, sent, row, now, judged, written: writtenOf(cell) }
}

interface FileOfReport {
  id: string
  period_id: string
  unit_id: string
}

/** What a file says, judged by what stands now, in the order of the year's list. */
export async function cellsOf(db: Db | Tx, { id, period_id, unit_id }: FileOfReport): Promise<CellShown[]> {
  const cells = new Map((await selectCells(db, id)).map((cell) => [cell.target_id, cell]))
  const { rows } = await sql<{ bloc_year_id: string }>`
    select bloc_year_id from report_period where id = ${period_id}`.execute(db)
  const targets = await targetsOf(db, rows[0]?.bloc_year_id ?? '')
  const standing = await standingOf(db, period_id, unit_id)
  return targets.flatMap((target) => {
    const cell = cells.get(target.id)
    return cell === undefined ? [] : [cellShown(cell, target, standing.get(target.id))]
  })
}

export type Choices = ReadonlyMap<string, Choice>

/** The figures that would be written, with the choices made between file and standing. */
export const figuresToWrite = (cells: readonly CellShown[], chosen: Choices) =>
  cells.flatMap((cell) => {
    const { judged, target } = cell
    const isWritten =
      judged.outcome === 'change' || (judged.outcome === 'conflict' && chosen.get(target.id) === choices[0])
    return isWritten ? [{ cell, figure: judged.figure }] : []
  })

/** What the preview showed: nobody confirms what they have not seen. */
export const seenOf = (cells: readonly CellShown[]) =>
  cells.map(({ target, now, judged }) => `${target.code}:${now.version}:${judged.outcome[0] ?? ''}`).join(' ')
