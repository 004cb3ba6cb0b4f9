import { headOf } from '#domains/blocs/members/queries.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { dropDeadline, keepDeadline } from '#domains/calendar/deadlines/keep-deadline.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import type { Tx } from '#platform/database/database.ts'
import { consultationPaths } from '../paths.ts'
import { invitedMembers, invitedUnits, type ConsultationRow } from './queries.ts'

const deadlineKey = (id: string) => `consultation ${id}`
const unitKey = (id: string, unit: string) => `consultation.comment ${id} ${unit}`
const memberKey = (id: string, account: string) => `consultation.member ${id} ${account}`
const checkKey = (id: string) => `consultation.check ${id}`
const decideKey = (id: string) => `consultation.decide ${id}`

export interface InYear {
  year: BlocYearRow
  consultation: Pick<ConsultationRow, 'id' | 'title'>
}

const placeOf = ({ year, consultation }: InYear) => [year.bloc.slug, year.slug, consultation.id] as const

/** The head answers for it; where nobody leads, the authority does. */
async function keeperOf(tx: Tx, year: BlocYearRow) {
  const head = await headOf(tx, year.id)
  return head === undefined ? { tenantRole: 'authority' as const } : { unit: head }
}

/** Each unit and each person asked has a task until the last day, which stands in the calendar. */
export async function askAll(tx: Tx, now: Date, given: InYear & { openedOn: string; dueOn: string }): Promise<void> {
  const { year, consultation, openedOn, dueOn } = given
  const path = consultationPaths.one(...placeOf(given))
  const common = { blocYear: year.id, path, facts: { title: consultation.title }, dueOn }
  for (const { unit } of await invitedUnits(tx, consultation.id)) {
    await openTask(tx, now, { ...common, key: unitKey(consultation.id, unit), kind: 'consultation.comment', unit })
  }
  for (const { account } of await invitedMembers(tx, consultation.id)) {
    await openTask(tx, now, {
      ...common,
      key: memberKey(consultation.id, account),
      kind: 'consultation.member',
      account,
    })
  }
  await keepDeadline(tx, now, {
    key: deadlineKey(consultation.id),
    blocYear: year.id,
    kind: 'deadline',
    naming: 'consultation',
    facts: { title: consultation.title, opened: openedOn },
    startsOn: dueOn,
    audience: 'members',
    path,
  })
}

export const closeUnitTask = (tx: Tx, now: Date, id: string, unit: string) => closeTask(tx, now, unitKey(id, unit))
export const closeMemberTask = (tx: Tx, now: Date, id: string, account: string) =>
  closeTask(tx, now, memberKey(id, account))

/** Nobody is asked any more. */
export async function askNoMore(tx: Tx, now: Date, id: string): Promise<void> {
  for (const { unit } of await invitedUnits(tx, id)) await closeUnitTask(tx, now, id, unit)
  for (const { account } of await invitedMembers(tx, id)) await closeMemberTask(tx, now, id, account)
}

export const dropDay = (tx: Tx, now: Date, id: string, reason: string) => dropDeadline(tx, now, deadlineKey(id), reason)

/** What the public wrote waits to be looked at, as long as any of it does. */
export async function keepCheckTask(tx: Tx, now: Date, { year, consultation }: InYear): Promise<void> {
  const waiting = await tx
    .selectFrom('policy_comment')
    .select('id')
    .where('consultation_id', '=', consultation.id)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst()
  if (waiting === undefined) return closeTask(tx, now, checkKey(consultation.id))
  return openTask(tx, now, {
    key: checkKey(consultation.id),
    kind: 'consultation.check',
    ...(await keeperOf(tx, year)),
    blocYear: year.id,
    path: consultationPaths.checking(...placeOf({ year, consultation })),
    facts: { title: consultation.title },
  })
}

/** From the closing on the comments are decided and the outcome is made known. */
export async function askDecisions(tx: Tx, now: Date, { year, consultation }: InYear): Promise<void> {
  await openTask(tx, now, {
    key: decideKey(consultation.id),
    kind: 'consultation.decide',
    ...(await keeperOf(tx, year)),
    blocYear: year.id,
    path: consultationPaths.table(...placeOf({ year, consultation })),
    facts: { title: consultation.title },
  })
}

export const closeDecideTask = (tx: Tx, now: Date, id: string) => closeTask(tx, now, decideKey(id))
