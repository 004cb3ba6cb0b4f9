import { membersOn, yearById } from '#domains/blocs/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { resolutionPaths } from './paths.ts'
import type { ResolutionRow } from './queries.ts'
import { words } from './words.ts'

const doKey = (id: string) => `resolutions.do ${id}`
const confirmKey = (id: string) => `resolutions.confirm ${id}`

const shortText = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text)

async function placeOf(tx: Tx, { id, bloc_year_id, kind, number, text, unit }: ResolutionRow) {
  const year = await yearById(tx, bloc_year_id)
  const names = { kind: words('vi').kindNames[kind], kindEn: words('en').kindNames[kind] }
  return {
    blocYear: year.id,
    path: resolutionPaths.one(year.bloc.slug, year.slug, id),
    facts: { ...names, number, text: shortText(text), unit, bloc: year.bloc.short_name },
  }
}

/** The unit in charge has it in its calendar until it is reported done; what is late is told by the usual reminders. */
export async function askDeed(tx: Tx, now: Date, resolution: ResolutionRow): Promise<void> {
  const { id, unit_id: unit, due_on: dueOn } = resolution
  await closeTask(tx, now, confirmKey(id))
  const place = await placeOf(tx, resolution)
  await openTask(tx, now, { key: doKey(id), kind: 'resolutions.do', unit, ...place, dueOn })
}

/** The head looks at the report; of its own the authority does. */
export async function askConfirmation(tx: Tx, now: Date, resolution: ResolutionRow): Promise<void> {
  await closeTask(tx, now, doKey(resolution.id))
  const members = await membersOn(tx, resolution.bloc_year_id, dayOf(now))
  const head = members.find(({ office }) => office === 'head')?.unit
  const place = await placeOf(tx, resolution)
  const task = { key: confirmKey(resolution.id), kind: 'resolutions.confirm', ...place }
  const isOthers = head !== undefined && head !== resolution.unit_id
  await openTask(tx, now, isOthers ? { ...task, unit: head } : { ...task, tenantRole: 'authority' })
}

export const closeConfirmation = (tx: Tx, now: Date, resolution: string) => closeTask(tx, now, confirmKey(resolution))
