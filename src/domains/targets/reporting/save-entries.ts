import { z } from 'zod'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { assignmentsOfUnit, targetsOf } from '../queries.ts'
import type { Assignment, Target } from '../target.ts'
import { mayReportFor } from './access.ts'
import { judgeCell, type CellAnswer, type JudgedCell, type StandingFigure } from './cell.ts'
import { demandTakesFigures, lockReport, type HeldReport } from './lock-report.ts'
import { entriesOf, lastFiguresOf } from './queries.ts'
import { reportCan } from './report.ts'

export const saveEntriesInput = z.object({
  period: z.uuid(),
  unit: z.uuid(),
  /** The sender's own number of this saving: sent twice, it is done once and answered alike. */
  request: z.uuid().optional(),
  cells: z
    .array(
      z.object({
        target: z.uuid(),
        /** As typed: "1.234,5", "85 %", "x"; empty says that nothing is reported. */
        text: z.string().max(200),
        /** Absent: the note stays as it is. */
        note: z.string().trim().max(2000).optional(),
        isMeant: z.boolean().default(false),
        /** The version that was read; 0 where nothing stood. */
        version: z.number().int().min(0),
      }),
    )
    .min(1)
    .max(2000),
})

export type SaveEntries = z.output<typeof saveEntriesInput>
export type Cell = SaveEntries['cells'][number]

export interface SavedEntries {
  report: string
  /** One for each cell, in the order in which they came. */
  cells: readonly CellAnswer[]
}

/** What this request was answered before, if it came before. */
async function answeredBefore(tx: Tx, actor: Actor, { request }: SaveEntries, { report }: HeldReport) {
  if (request === undefined) return undefined
  const row = await tx
    .selectFrom('progress_saving')
    .select(['report_id', 'answer'])
    .where('account_id', '=', actor.account)
    .where('request_id', '=', request)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.report_id !== report.id) throw new RuleViolation('reporting.requestUsed')
  return row.answer as unknown as SavedEntries
}

interface Grid {
  year: { starts_on: string; ends_on: string }
  targets: ReadonlyMap<string, Target>
  assignments: ReadonlyMap<string, Assignment>
  standing: ReadonlyMap<string, StandingFigure>
  last: ReadonlyMap<string, string>
}

async function gridOf(tx: Tx, { report, period, unit }: HeldReport): Promise<Grid> {
  const targets = await targetsOf(tx, period.bloc_year_id, { states: ['in_force'] })
  const assignments = await assignmentsOfUnit(tx, period.bloc_year_id, unit)
  return {
    year: await yearById(tx, period.bloc_year_id),
    targets: new Map(targets.map((target) => [target.id, target])),
    assignments: new Map(assignments.map((assignment) => [assignment.target_id, assignment])),
    standing: await entriesOf(tx, report.id),
    last: await lastFiguresOf(tx, period, unit),
  }
}

const judge = (held: HeldReport, grid: Grid) => (cell: Cell) =>
  judgeCell(cell, {
    period: held.period,
    year: grid.year,
    target: grid.targets.get(cell.target),
    assignment: grid.assignments.get(cell.target),
    standing: grid.standing.get(cell.target),
    last: grid.last.get(cell.target) ?? null,
  })

/** Of two cells of one target in the same saving nobody could say which is meant. */
function eachOnce(cells: readonly Cell[], judgeOne: (cell: Cell) => JudgedCell): JudgedCell[] {
  const seen = new Set<string>()
  return cells.map((cell) => {
    if (seen.has(cell.target)) return { answer: { target: cell.target, outcome: 'fault', fault: 'twice' } }
    seen.add(cell.target)
    return judgeOne(cell)
  })
}

type Written = Extract<JudgedCell, { write: object }>

/** What stood before is kept; a tick alone replaces nothing. */
async function keepBefore(tx: Tx, { report }: HeldReport, written: readonly Written[], now: Date) {
  const before = written.flatMap(({ answer, write, standing }) =>
    standing === undefined || (standing.value === write.value && standing.note === write.note)
      ? []
      : [{ target_id: answer.target, ...standing }],
  )
  if (before.length === 0) return
  const rows = before.map(({ target_id, version, value, note, entered_by, entered_at }) => {
    const figure = { target_id, version, value, note, entered_by, entered_at }
    return { ...figure, report_id: report.id, replaced_at: now }
  })
  await tx.insertInto('progress_entry_before').values(rows).execute()
}

interface Writer {
  actor: Actor
  now: Date
}

async function writeCells(tx: Tx, { actor, now }: Writer, held: HeldReport, written: readonly Written[]) {
  if (written.length === 0) return
  await keepBefore(tx, held, written, now)
  const rows = written.map(({ answer, write, version }) => ({
    report_id: held.report.id,
    target_id: answer.target,
    value: write.value,
    note: write.note,
    is_meant: write.isMeant,
    version,
    entered_by: actor.account,
    entered_at: now,
  }))
  await tx
    .insertInto('progress_entry')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['report_id', 'target_id']).doUpdateSet((set) => ({
        value: set.ref('excluded.value'),
        note: set.ref('excluded.note'),
        is_meant: set.ref('excluded.is_meant'),
        version: set.ref('excluded.version'),
        entered_by: set.ref('excluded.entered_by'),
        entered_at: set.ref('excluded.entered_at'),
      })),
    )
    .execute()
}

/** The same inside another command's transaction. */
export async function saveEntriesIn(tx: Tx, actor: Actor, input: SaveEntries, now: Date): Promise<SavedEntries> {
  const held = await lockReport(tx, input)
  demand(mayReportFor(actor, held))
  const before = await answeredBefore(tx, actor, input, held)
  if (before !== undefined) return before
  await demandTakesFigures(tx, held, dayOf(now))
  if (!reportCan('enter', held.report)) throw new RuleViolation('reporting.notOpen')

  const judged = eachOnce(input.cells, judge(held, await gridOf(tx, held)))
  const written = judged.filter((cell): cell is Written => 'write' in cell)
  await writeCells(tx, { actor, now }, held, written)
  const answer: SavedEntries = { report: held.report.id, cells: judged.map((cell) => cell.answer) }
  if (input.request !== undefined) {
    const saving = { account_id: actor.account, request_id: input.request, report_id: held.report.id }
    await tx
      .insertInto('progress_saving')
      .values({ ...saving, answer: JSON.stringify(answer), saved_at: now })
      .execute()
  }
  return answer
}

/**
 * Saves any number of figures of one unit's report as a draft; each answers for itself. `doubt` is saved too, and asks
 * to be meant before the report is sent; `conflict` and `fault` change nothing. Whatever stood before is kept.
 */
export async function saveEntries(db: Db, actor: Actor, input: SaveEntries, now: Date): Promise<SavedEntries> {
  return db.transaction().execute((tx) => saveEntriesIn(tx, actor, input, now))
}
