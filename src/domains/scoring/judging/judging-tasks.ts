import { membersOn, yearById } from '#domains/blocs/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import { nameOn } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import type { SheetRow } from '../sheets/queries.ts'
import type { ScoringStage } from '../rounds/round.ts'
import type { JudgingStage } from './judging.ts'
import { judgingPaths } from './paths.ts'

const explainKey = (id: string) => `scoring.explain ${id}`
const secondLookKey = (id: string) => `scoring.secondLook ${id}`
const reopeningKey = (id: string) => `scoring.sheetReopening ${id}`
const acceptKey = (sheet: string) => `scoring.accept ${sheet}`

async function placeOf(tx: Tx, now: Date, sheet: SheetRow) {
  const year = await yearById(tx, sheet.bloc_year_id)
  const { short_name: unit } = await nameOn(tx, sheet.unit_id, dayOf(now))
  const at = [year.bloc.slug, year.slug, sheet.round_id] as const
  const facts = { bloc: year.bloc.short_name, round: sheet.round_name, table: sheet.title, unit }
  return { at, facts, blocYear: year.id }
}

/** For whom a judging stage's work waits: the head, its deputy where the head's own sheet is judged; or the authority. */
async function judgeHolder(tx: Tx, now: Date, sheet: SheetRow, stage: ScoringStage) {
  if (stage === 'authority') return { tenantRole: 'authority' } as const
  const members = await membersOn(tx, sheet.bloc_year_id, dayOf(now))
  const holds = (office: 'head' | 'deputy') => members.find((member) => member.office === office)?.unit
  const judge = [holds('head'), holds('deputy')].find((unit) => unit !== undefined && unit !== sheet.unit_id)
  return judge === undefined ? ({ tenantRole: 'authority' } as const) : { unit: judge }
}

interface Question {
  id: string
  codes: readonly string[]
  due_on: string
}

/** The unit is asked to explain, until a day. */
export async function openExplanationTask(tx: Tx, now: Date, sheet: SheetRow, question: Question): Promise<void> {
  const { at, facts, blocYear } = await placeOf(tx, now, sheet)
  await openTask(tx, now, {
    key: explainKey(question.id),
    kind: 'scoring.explain',
    unit: sheet.unit_id,
    blocYear,
    path: judgingPaths.explanation(...at, question.id),
    facts: { ...facts, codes: question.codes.join(', ') },
    dueOn: question.due_on,
  })
}

/** The unit has answered; who asked looks again. */
export async function openSecondLook(
  tx: Tx,
  now: Date,
  sheet: SheetRow,
  { id, stage, codes }: { id: string; stage: ScoringStage; codes: readonly string[] },
): Promise<void> {
  const { at, facts, blocYear } = await placeOf(tx, now, sheet)
  await closeTask(tx, now, explainKey(id))
  await openTask(tx, now, {
    key: secondLookKey(id),
    kind: 'scoring.secondLook',
    ...(await judgeHolder(tx, now, sheet, stage)),
    blocYear,
    path: judgingPaths.explanation(...at, id),
    facts: { ...facts, codes: codes.join(', ') },
  })
}

/** Someone has looked again. */
export async function closeExplanationTasks(tx: Tx, now: Date, id: string): Promise<void> {
  await closeTask(tx, now, explainKey(id))
  await closeTask(tx, now, secondLookKey(id))
}

/** What the bloc has verified waits for the authority. */
export async function tasksOfSettling(tx: Tx, now: Date, sheet: SheetRow, stage: JudgingStage): Promise<void> {
  if (stage === 'authority') {
    await closeTask(tx, now, acceptKey(sheet.id))
    return
  }
  const { at, facts, blocYear } = await placeOf(tx, now, sheet)
  const path = judgingPaths.sheet(...at, sheet.id)
  const task = { key: acceptKey(sheet.id), kind: 'scoring.accept', tenantRole: 'authority' } as const
  await openTask(tx, now, { ...task, blocYear, path, facts })
}

export const closeAcceptTask = (tx: Tx, now: Date, sheet: string) => closeTask(tx, now, acceptKey(sheet))

/** A second person is asked whether a settled sheet opens again. */
export async function openReopeningTask(tx: Tx, now: Date, sheet: SheetRow, id: string): Promise<void> {
  const { at, facts, blocYear } = await placeOf(tx, now, sheet)
  const path = judgingPaths.reopening(...at, id)
  const holder = await judgeHolder(tx, now, sheet, 'bloc')
  await openTask(tx, now, { key: reopeningKey(id), kind: 'scoring.sheetReopening', ...holder, blocYear, path, facts })
}

export const closeReopeningTask = (tx: Tx, now: Date, id: string) => closeTask(tx, now, reopeningKey(id))
