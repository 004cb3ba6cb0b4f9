import type { HandoverFact, HandoverSide } from '#domains/blocs/handover/handover.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { closeTask, openTask } from './open-task.ts'
import { workIn } from './year-tasks.ts'

/** What waits for a unit because it leads, not because it is a member: it goes to whoever leads next. */
const ofTheOffice = [
  'agreement.draft',
  'agreement.refused',
  'agreement.withdrawn',
  'agreement.expired',
  'blocs.memberEnded',
  'blocs.secretaryLeft',
  'blocs.handedOn',
  'blocs.takenOver',
  'movements.review',
  'movements.carry',
  'activities.plan',
  'calendar.headDue',
  'agreement.dates',
  'evidence.judge',
] as const

interface Office {
  unit: string
  blocYear: string
}

const openTasksOf = (db: Db | Tx, { unit, blocYear }: Office) =>
  db
    .selectFrom('task')
    .select(['id', 'kind', 'path', 'due_on', 'facts'])
    .where('unit_id', '=', unit)
    .where('bloc_year_id', '=', blocYear)
    .where('kind', 'in', [...ofTheOffice])
    .where('closed_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')

/** What waits for the head of a year, in words of the paper. */
export async function openItemsOf(db: Db, office: Office) {
  const tasks = await openTasksOf(db, office).execute()
  return tasks.map((task) => ({ title: workIn('vi', task), dueOn: task.due_on }))
}

const draftKey = ({ term }: HandoverFact) => `handover.draft ${term}`
const signKey = ({ term }: HandoverFact, side: HandoverSide) => `handover.sign ${term} ${side}`
const names = ({ giving, receiving }: HandoverFact) => ({ giving: giving.name, receiving: receiving.name })

async function askDraft(tx: Tx, now: Date, fact: HandoverFact) {
  for (const side of ['giving', 'receiving'] as const) await closeTask(tx, now, signKey(fact, side))
  await openTask(tx, now, {
    key: draftKey(fact),
    kind: fact.reason === undefined ? 'handover.draft' : 'handover.returned',
    unit: fact.giving.unit,
    blocYear: fact.blocYear,
    path: fact.path,
    facts: names(fact),
  })
  await tx
    .updateTable('task')
    .set({ kind: fact.reason === undefined ? 'handover.draft' : 'handover.returned' })
    .where('key', '=', draftKey(fact))
    .execute()
}

async function askSignatures(tx: Tx, now: Date, fact: HandoverFact) {
  await closeTask(tx, now, draftKey(fact))
  for (const side of ['giving', 'receiving'] as const) {
    const place = { unit: fact[side].unit, blocYear: fact.blocYear, path: fact.path }
    await openTask(tx, now, { key: signKey(fact, side), kind: 'handover.sign', ...place, facts: names(fact) })
  }
}

/** Within a year a task changes hands; of a year that is over, the next head is told what was left. */
async function moveOffice(tx: Tx, now: Date, fact: HandoverFact) {
  const { giving, receiving, blocYear, nextYear } = fact
  const open = await openTasksOf(tx, { unit: giving.unit, blocYear }).execute()
  for (const task of open) {
    if (blocYear === nextYear) {
      await tx.updateTable('task').set({ unit_id: receiving.unit }).where('id', '=', task.id).execute()
      continue
    }
    await tx.updateTable('task').set({ closed_at: now }).where('id', '=', task.id).execute()
    const said = { work: workIn('vi', task), workEn: workIn('en', task), bloc: fact.bloc, year: fact.year }
    const key = `blocs.takenOver ${task.id}`
    const place = { unit: receiving.unit, blocYear: nextYear, path: task.path, dueOn: task.due_on }
    await openTask(tx, now, { key, kind: 'blocs.takenOver', ...place, facts: { ...said, giving: giving.name } })
    await tx.updateTable('task').set({ handed_from: task.id }).where('key', '=', key).execute()
  }
}

const listeners: Record<HandoverFact['name'], (tx: Tx, now: Date, fact: HandoverFact) => Promise<void>> = {
  'handover.wanted': askDraft,
  'handover.returned': askDraft,
  'handover.frozen': askSignatures,
  'handover.signed': (tx, now, fact) => closeTask(tx, now, signKey(fact, fact.side ?? 'giving')),
  'handover.closed': moveOffice,
}

/** Which tasks a hand-over opens, closes and moves. */
export const handoverTasks = (tx: Tx, now: Date, fact: HandoverFact) => listeners[fact.name](tx, now, fact)
