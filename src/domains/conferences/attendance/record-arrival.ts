import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found, NotFound, RuleViolation } from '#platform/errors.ts'
import type { AttendanceWay } from '../conference.ts'
import { isArrivalCode } from '../invitations/invitation-code.ts'
import { inviteeOfCode } from '../invitations/queries.ts'
import { conferenceSubject, demandState, holdConference } from '../lock-conference.ts'
import { writeTick } from './mark-roll.ts'
import { rollOf } from './queries.ts'

export const recordArrivalInHallInput = z.object({ conference: z.uuid(), code: z.string(), invitee: z.uuid() })
export type RecordArrivalInHall = z.output<typeof recordArrivalInHallInput>

interface Arriving {
  conference: string
  invitee: string
  way: AttendanceWay
}

async function arrive(tx: Tx, { conference: of, invitee: id, way }: Arriving, now: Date): Promise<void> {
  const conference = await holdConference(tx, of)
  await demandState(tx, conference, 'attend')
  if (dayOf(now) !== conference.held_on) throw new RuleViolation('conferences.notThatDay', { day: conference.held_on })
  const invitee = found((await rollOf(tx, of)).find((one) => one.id === id && one.removed_at === null))
  if (invitee.attendance === 'proxy') throw new RuleViolation('conferences.representedAlready', { name: invitee.name })
  const tick = {
    invitee: id,
    state: 'present' as const,
    proxyName: '',
    proxyMandate: '',
    edition: invitee.attendance_version,
  }
  if (!(await writeTick(tx, invitee, tick, { by: null, way, now }))) return
  const by = { account: null, name: invitee.name, actingUnit: null }
  const facts = { title: conference.title, name: invitee.name, way }
  await record(tx, by, now, { action: 'conferences.arrived', subject: conferenceSubject(of), facts })
}

/** By the code of one's own invitation, on the day. */
export async function recordArrival(db: Db, { code }: { code: string }, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { id, conference_id: conference } = await inviteeOfCode(tx, code)
    await arrive(tx, { conference, invitee: id, way: 'invitation' }, now)
  })
}

/** By the code on the large screen: whoever is in the hall says who they are; the secretary sees how each arrived. */
export async function recordArrivalInHall(
  db: Db,
  { conference, code, invitee }: RecordArrivalInHall,
  { now, secretKey }: { now: Date; secretKey: string },
): Promise<void> {
  if (!isArrivalCode(code, { conference, now, secretKey })) throw new NotFound()
  await db.transaction().execute(async (tx) => {
    await arrive(tx, { conference, invitee, way: 'screen' }, now)
  })
}
