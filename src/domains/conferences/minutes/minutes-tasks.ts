import { yearById } from '#domains/blocs/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import type { Tx } from '#platform/database/database.ts'
import type { ConferenceClosed } from '../conference.ts'
import { conferenceById } from '../queries.ts'
import type { LockedMinutes } from './lock-minutes.ts'
import { minutesPaths } from './paths.ts'
import { assentsOf, minutesOf, signersOfMinutes, type MinutesSignerRow } from './queries.ts'

const readKey = (minutes: string, unit: string) => `minutes.read ${minutes} ${unit}`
const answerKey = (minutes: string) => `minutes.answer ${minutes}`
const signKey = (minutes: string, role: string) => `minutes.sign ${minutes} ${role}`
const draftKey = (conference: string) => `minutes.draft ${conference}`
const returnedKey = (conference: string) => `minutes.returned ${conference}`

async function placeOf(tx: Tx, { conference }: Pick<LockedMinutes, 'conference'>) {
  const year = await yearById(tx, conference.bloc_year_id)
  return {
    blocYear: year.id,
    path: minutesPaths.one(year.bloc.slug, year.slug, conference.id),
    facts: { title: conference.title, bloc: year.bloc.short_name },
  }
}

/** The conference's secretary, else the unit that chaired it. */
function keeperOf({ conference }: Pick<LockedMinutes, 'conference'>) {
  if (conference.secretary_account_id !== null) return { account: conference.secretary_account_id }
  return conference.chair_unit_id === null ? undefined : { unit: conference.chair_unit_id }
}

/** A conference that was closed wants its minutes, where nobody began them in the hall. */
export async function askDraft(
  tx: Tx,
  now: Date,
  { conference: id }: Pick<ConferenceClosed, 'conference'>,
): Promise<void> {
  if ((await minutesOf(tx, id)).length > 0) return
  const conference = await conferenceById(tx, id)
  const keeper = keeperOf({ conference })
  if (keeper === undefined) return
  const place = await placeOf(tx, { conference })
  await openTask(tx, now, { key: draftKey(id), kind: 'minutes.draft', ...keeper, ...place })
}

export const closeDraft = (tx: Tx, now: Date, conference: string) => closeTask(tx, now, draftKey(conference))

/** Every member reads the draft until the last day, unless it said that it has nothing to correct. */
export async function askReaders(tx: Tx, now: Date, locked: LockedMinutes): Promise<void> {
  const place = await placeOf(tx, locked)
  const { id, respond_by: dueOn } = locked.minutes
  await closeTask(tx, now, returnedKey(locked.conference.id))
  for (const { unit, hasAssented } of await assentsOf(tx, locked.minutes)) {
    if (!hasAssented) await openTask(tx, now, { key: readKey(id, unit), kind: 'minutes.read', unit, ...place, dueOn })
  }
}

export const closeReading = (tx: Tx, now: Date, minutes: string, unit: string) =>
  closeTask(tx, now, readKey(minutes, unit))

export async function askAnswer(tx: Tx, now: Date, locked: LockedMinutes): Promise<void> {
  const keeper = keeperOf(locked)
  if (keeper === undefined) return
  const place = await placeOf(tx, locked)
  await openTask(tx, now, { key: answerKey(locked.minutes.id), kind: 'minutes.answer', ...keeper, ...place })
}

export const closeAnswer = (tx: Tx, now: Date, minutes: string) => closeTask(tx, now, answerKey(minutes))

/** Nobody reads or answers any more; chair and secretary sign. */
export async function askSignatures(tx: Tx, now: Date, locked: LockedMinutes): Promise<void> {
  const place = await placeOf(tx, locked)
  const { id } = locked.minutes
  await closeReaders(tx, now, id)
  for (const { role, account_id: account } of await signersOfMinutes(tx, id)) {
    await openTask(tx, now, { key: signKey(id, role), kind: 'minutes.sign', account, ...place })
  }
}

export const closeSigning = (tx: Tx, now: Date, minutes: string, { role }: Pick<MinutesSignerRow, 'role'>) =>
  closeTask(tx, now, signKey(minutes, role))

async function closeReaders(tx: Tx, now: Date, minutes: string) {
  await tx
    .updateTable('task')
    .set({ closed_at: now })
    .where('kind', 'in', ['minutes.read', 'minutes.answer'])
    .where((where) =>
      where.or([where('key', '=', answerKey(minutes)), where('key', 'like', `${readKey(minutes, '')}%`)]),
    )
    .where('closed_at', 'is', null)
    .execute()
}

/** The minutes go back to who keeps them. */
export async function askAgain(tx: Tx, now: Date, locked: LockedMinutes): Promise<void> {
  const { minutes, conference } = locked
  await closeReaders(tx, now, minutes.id)
  for (const signer of await signersOfMinutes(tx, minutes.id)) await closeSigning(tx, now, minutes.id, signer)
  const keeper = keeperOf(locked)
  if (keeper === undefined) return
  const place = await placeOf(tx, locked)
  await openTask(tx, now, { key: returnedKey(conference.id), kind: 'minutes.returned', ...keeper, ...place })
}
