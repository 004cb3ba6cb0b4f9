import { sql } from 'kysely'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import type { ScoringStage } from '../rounds/round.ts'
import type { ScoreTable } from '../table/score-table.ts'
import {
  judgeCell,
  readFactCell,
  readPoints,
  type CellAnswer,
  type JudgedCell,
  type StandingCell,
  type TypedCell,
} from './cell.ts'
import { leavesOf } from './leaf.ts'
import { readMarks, readTypedFacts } from './read-entries.ts'
import type { Sheet } from './sheet.ts'

/** Whose entries on which sheet; a cell of each assessor unit is its own. */
export interface Writing {
  sheet: Pick<Sheet, 'id' | 'submitted_at'>
  table: ScoreTable
  stage: ScoringStage
  assessor: string
  /** Refuses what this stage may not say of a criterion, after it could be read. */
  deny?: (cell: TypedCell) => JudgedCell | undefined
}

const nameOf = ({ kind, name }: Pick<TypedCell, 'kind' | 'name'>) => `${kind} ${name}`

/** What this assessor said so far. */
async function standingCells(
  tx: Tx,
  { sheet, stage, assessor }: Writing,
  cells: readonly TypedCell[],
): Promise<Map<string, StandingCell>> {
  const sheetsWith = (asked: TypedCell['kind']) => (cells.some(({ kind }) => kind === asked) ? [sheet.id] : [])
  const isOwn = (entry: { stage: ScoringStage; assessor_unit_id: string }) =>
    entry.stage === stage && entry.assessor_unit_id === assessor
  const marks = (await readMarks(tx, sheetsWith('mark'))).filter(isOwn)
  const facts = (await readTypedFacts(tx, sheetsWith('fact'))).filter(isOwn)
  return new Map([
    ...marks.map(({ code, points, reason, ...mark }) => {
      return [nameOf({ kind: 'mark', name: code }), { ...mark, value: points, note: reason, isAssigned: true }] as const
    }),
    ...facts.map(({ key, is_assigned, ...fact }) => {
      return [nameOf({ kind: 'fact', name: key }), { ...fact, isAssigned: is_assigned }] as const
    }),
  ])
}

function judge(writing: Writing, standing: ReadonlyMap<string, StandingCell>) {
  const { table, stage, deny } = writing
  const leaves = new Map(leavesOf(table).map((leaf) => [leaf.code, leaf]))
  return (cell: TypedCell): JudgedCell => {
    const denied = deny?.(cell)
    if (denied !== undefined) return denied
    const read =
      cell.kind === 'mark'
        ? readPoints(cell.text, leaves.get(cell.name))
        : readFactCell(cell.text, table.facts[cell.name], stage === 'self')
    return judgeCell(cell, read, standing.get(nameOf(cell)))
  }
}

/** Of two cells of one thing in the same saving nobody could say which is meant. */
function eachOnce(cells: readonly TypedCell[], judgeOne: (cell: TypedCell) => JudgedCell): JudgedCell[] {
  const seen = new Set<string>()
  return cells.map((cell) => {
    const { kind, name } = cell
    if (seen.has(nameOf(cell))) return { answer: { kind, name, outcome: 'fault', fault: 'twice' } }
    seen.add(nameOf(cell))
    return judgeOne(cell)
  })
}

type Written = Extract<JudgedCell, { write: object }>

/** From the first sending on, what stood before is kept. */
async function keepBefore(tx: Tx, { sheet, stage, assessor }: Writing, written: readonly Written[], now: Date) {
  if (sheet.submitted_at === null) return
  const rows = written.flatMap(({ answer, standing }) =>
    standing === undefined
      ? []
      : [
          {
            id: newId(),
            sheet_id: sheet.id,
            kind: answer.kind,
            name: answer.name,
            stage,
            assessor_unit_id: assessor,
            value: JSON.stringify(
              answer.kind === 'mark' ? standing.value : { value: standing.value, assigned: standing.isAssigned },
            ),
            reason: standing.note,
            edition: standing.edition,
            by_account: standing.by_account,
            at: standing.at,
            replaced_at: now,
          },
        ],
  )
  if (rows.length > 0) await tx.insertInto('score_entry_before').values(rows).execute()
}

const baseOf = ({ sheet, stage, assessor }: Writing, { edition }: Written, actor: Actor, now: Date) => ({
  sheet_id: sheet.id,
  stage,
  assessor_unit_id: assessor,
  edition,
  by_account: actor.account,
  at: now,
})

async function putMark(tx: Tx, base: ReturnType<typeof baseOf>, { answer, write }: Written) {
  const said = { points: typeof write.value === 'string' ? write.value : null, reason: write.note }
  const { sheet_id: _sheet, stage: _stage, assessor_unit_id: _unit, ...anew } = base
  await tx
    .insertInto('score_mark')
    .values({ ...base, ...said, code: answer.name })
    .onConflict((conflict) =>
      conflict.columns(['sheet_id', 'code', 'stage', 'assessor_unit_id']).doUpdateSet({ ...said, ...anew }),
    )
    .execute()
}

async function putFact(tx: Tx, base: ReturnType<typeof baseOf>, { answer, write }: Written) {
  const value = write.value === null ? sql<string>`null` : JSON.stringify(write.value)
  const said = { value, is_assigned: write.isAssigned, note: write.note }
  const { sheet_id: _sheet, stage: _stage, assessor_unit_id: _unit, ...anew } = base
  await tx
    .insertInto('score_fact')
    .values({ ...base, ...said, key: answer.name })
    .onConflict((conflict) =>
      conflict.columns(['sheet_id', 'key', 'stage', 'assessor_unit_id']).doUpdateSet({ ...said, ...anew }),
    )
    .execute()
}

/**
 * Writes cells of one assessor at one stage, as a step of a command that has locked the sheet and asked whether they
 * may. Each cell answers for itself; `conflict` and `fault` change nothing.
 */
export async function writeEntries(
  tx: Tx,
  { actor, now }: { actor: Actor; now: Date },
  writing: Writing,
  cells: readonly TypedCell[],
): Promise<CellAnswer[]> {
  const judged = eachOnce(cells, judge(writing, await standingCells(tx, writing, cells)))
  const written = judged.filter((cell): cell is Written => 'write' in cell)
  await keepBefore(tx, writing, written, now)
  for (const one of written) {
    const base = baseOf(writing, one, actor, now)
    await (one.answer.kind === 'mark' ? putMark : putFact)(tx, base, one)
  }
  return judged.map(({ answer }) => answer)
}
