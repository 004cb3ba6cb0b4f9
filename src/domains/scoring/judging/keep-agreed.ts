import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { roundSubject } from '../rounds/lock-round.ts'
import { roundById } from '../rounds/queries.ts'
import { readPoints, type CellAnswer, type TypedCell } from '../sheets/cell.ts'
import { leafOf } from '../sheets/leaf.ts'
import { lockSheet, sheetSubject } from '../sheets/lock-sheet.ts'
import type { SheetRow } from '../sheets/queries.ts'
import { writeEntries } from '../sheets/write-entries.ts'
import type { ScoreTable } from '../table/score-table.ts'
import { mayJudgeSheet } from './access.ts'
import { figuresOf, gatherFigures, type SheetFigures, type TableFigures } from './gather-figures.ts'
import { stageOf, type JudgingStage } from './judging.ts'
import { judgedOf } from './queries.ts'
import { isSameFigure } from './points.ts'

const agreedMark = z.object({
  sheet: z.uuid(),
  code: z.string().min(1).max(200),
  /** As typed: "1,5"; empty takes the agreed points back. */
  text: z.string().max(40),
  reason: z.string().trim().max(2000).default(''),
  edition: z.number().int().min(0),
})

export const keepAgreedInput = z.object({ round: z.uuid(), marks: z.array(agreedMark).min(1).max(2000) })
export type KeepAgreed = z.output<typeof keepAgreedInput>
type AgreedCell = z.output<typeof agreedMark>

/** What became of one agreed figure. */
export type AgreedAnswer = { sheet: string; code: string } & (
  | { outcome: 'applied' | 'unchanged'; edition: number }
  | { outcome: 'conflict'; by: string }
  | { outcome: 'fault'; fault: string }
)

const answerOf = (sheet: string, answer: CellAnswer): AgreedAnswer => {
  const at = { sheet, code: answer.name }
  if (answer.outcome === 'fault') return { ...at, outcome: 'fault', fault: answer.fault }
  if (answer.outcome === 'conflict') return { ...at, outcome: 'conflict', by: answer.by }
  return { ...at, outcome: answer.outcome, edition: answer.edition }
}

interface Desk {
  sheet: SheetRow
  stage: JudgingStage
  table: ScoreTable
  figures: SheetFigures
}

/** An agreed figure that is not the proposed one says why; a criterion that nothing proposes needs no reason. */
function lacksReason({ table, figures, stage }: Desk, { code, text, reason }: AgreedCell): boolean {
  const read = readPoints(text, leafOf(table, code))
  const proposed = figures.of(code).proposed[stage]
  if (!read.ok || typeof read.value !== 'string' || proposed === null) return false
  return reason === '' && !isSameFigure(read.value, proposed)
}

async function keepOnSheet(tx: Tx, by: { actor: Actor; now: Date }, desk: Desk, cells: readonly AgreedCell[]) {
  const { sheet, stage, table } = desk
  const lacking = new Set(cells.filter((cell) => lacksReason(desk, cell)).map(({ code }) => code))
  const typed = cells.map(({ code, text, reason, edition }): TypedCell => {
    return { kind: 'mark', name: code, text, note: reason, isAssigned: true, edition }
  })
  // A judging stage speaks with one voice, whoever writes: its rows carry the unit that is judged.
  const writing = { sheet, table, stage, assessor: sheet.unit_id }
  const kept = typed.filter(({ name }) => !lacking.has(name))
  const answers = kept.length === 0 ? [] : await writeEntries(tx, by, writing, kept)
  return [
    ...answers.map((answer) => answerOf(sheet.id, answer)),
    ...[...lacking].map((code): AgreedAnswer => ({ sheet: sheet.id, code, outcome: 'fault', fault: 'reasonMissing' })),
  ]
}

/** The sheets of a saving, locked in one order, so that two meetings' secretaries never wait for each other. */
async function lockDesks(tx: Tx, actor: Actor, { round: id, marks }: KeepAgreed, today: string): Promise<Desk[]> {
  const round = await roundById(tx, id)
  const figuresByVersion = new Map<string, TableFigures>()
  const desks: Desk[] = []
  for (const one of [...new Set(marks.map(({ sheet }) => sheet))].toSorted()) {
    const sheet = await lockSheet(tx, one)
    const stage = stageOf({ round, sheet })
    demand(sheet.round_id === round.id && mayJudgeSheet(actor, stage ?? 'bloc', await judgedOf(tx, sheet)))
    if (stage === undefined) throw new RuleViolation('judging.notNow')
    const { version_id: version } = sheet
    const all = figuresByVersion.get(version) ?? (await gatherFigures(tx, { round, version, today }))
    figuresByVersion.set(version, all)
    desks.push({ sheet, stage, table: all.standing.table, figures: figuresOf(all, sheet.unit_id) })
  }
  return desks
}

/** No figures: the log of a round is read by those who may not see every sheet. */
async function recordAgreed(
  tx: Tx,
  { actor, now }: { actor: Actor; now: Date },
  round: string,
  applied: readonly AgreedAnswer[],
) {
  const [first] = applied
  if (first === undefined) return
  const codes = [...new Set(applied.map(({ code }) => code))].join(', ')
  const sheets = new Set(applied.map(({ sheet }) => sheet)).size
  const subject = sheets === 1 ? sheetSubject(first.sheet) : roundSubject(round)
  await record(tx, actor, now, { action: 'judging.agreed', subject, facts: { codes, sheets } })
}

/** Keeps agreed figures, of one sheet or, in a meeting, of one criterion over many. Each answers for itself. */
export async function keepAgreed(db: Db, actor: Actor, input: KeepAgreed, now: Date): Promise<AgreedAnswer[]> {
  return db.transaction().execute(async (tx) => {
    const answers: AgreedAnswer[] = []
    for (const desk of await lockDesks(tx, actor, input, dayOf(now))) {
      const cells = input.marks.filter(({ sheet }) => sheet === desk.sheet.id)
      answers.push(...(await keepOnSheet(tx, { actor, now }, desk, cells)))
    }
    const applied = answers.filter(({ outcome }) => outcome === 'applied')
    await recordAgreed(tx, { actor, now }, input.round, applied)
    return answers
  })
}
