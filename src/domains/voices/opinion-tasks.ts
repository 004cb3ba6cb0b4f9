import { sql } from 'kysely'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import type { Tx } from '#platform/database/database.ts'
import { voicePaths } from './paths.ts'

const at = ({ bloc, slug }: BlocYearRow) => [bloc.slug, slug] as const

/** One task a unit for all that waits there; it closes when nothing does. */
export async function keepModerationTask(tx: Tx, now: Date, year: BlocYearRow, unit: string): Promise<void> {
  const key = `voices.moderate ${year.id} ${unit}`
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from opinion
    where bloc_year_id = ${year.id} and unit_id = ${unit} and state = 'received'`.execute(tx)
  const count = rows[0]?.count ?? 0
  if (count === 0) return closeTask(tx, now, key)
  const path = `${voicePaths.list(...at(year))}?trang-thai=received`
  const facts = { count, bloc: year.bloc.short_name }
  return openTask(tx, now, { key, kind: 'voices.moderate', unit, blocYear: year.id, path, facts })
}

interface Answering {
  id: string
  title: string
  unit: string
  due_on: string
}

const answerKey = (id: string) => `voices.answer ${id}`

/** What a unit must answer stands among its tasks with its last day: late ones are told onwards by the tenant's rules. */
export async function openAnswerTask(tx: Tx, now: Date, year: BlocYearRow, opinion: Answering): Promise<void> {
  await openTask(tx, now, {
    key: answerKey(opinion.id),
    kind: 'voices.answer',
    unit: opinion.unit,
    blocYear: year.id,
    path: voicePaths.one(opinion.id, ...at(year)),
    facts: { title: opinion.title, bloc: year.bloc.short_name },
    dueOn: opinion.due_on,
  })
}

export const closeAnswerTask = (tx: Tx, now: Date, id: string) => closeTask(tx, now, answerKey(id))

const messageKey = (id: string) => `voices.message ${id}`

/** Whoever received the opinion reads what its sender wrote since. */
export async function openMessageTask(
  tx: Tx,
  now: Date,
  year: BlocYearRow,
  opinion: { id: string; unit_id: string; title: string },
) {
  await openTask(tx, now, {
    key: messageKey(opinion.id),
    kind: 'voices.message',
    unit: opinion.unit_id,
    blocYear: year.id,
    path: voicePaths.one(opinion.id, ...at(year)),
    facts: { title: opinion.title, bloc: year.bloc.short_name },
  })
}

export const closeMessageTask = (tx: Tx, now: Date, id: string) => closeTask(tx, now, messageKey(id))

const draftKey = (id: string) => `voices.publish ${id}`

/** An answer that is drafted waits for a second person, of the answering unit or of the one that received the opinion. */
export async function openPublishTask(tx: Tx, now: Date, year: BlocYearRow, opinion: Omit<Answering, 'due_on'>) {
  await openTask(tx, now, {
    key: `${draftKey(opinion.id)} ${opinion.unit}`,
    kind: 'voices.publish',
    unit: opinion.unit,
    blocYear: year.id,
    path: voicePaths.one(opinion.id, ...at(year)),
    facts: { title: opinion.title, bloc: year.bloc.short_name },
  })
}

export async function closePublishTask(tx: Tx, now: Date, id: string): Promise<void> {
  const open = tx
    .updateTable('task')
    .set({ closed_at: now })
    .where('key', 'like', `${draftKey(id)} %`)
  await open.where('closed_at', 'is', null).execute()
}
