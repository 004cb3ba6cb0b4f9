import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { attendanceStates, type AttendanceWay } from '../conference.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'
import { rollOf, type InviteeRow } from './queries.ts'

const tickShape = z.object({
  invitee: z.uuid(),
  state: z.enum(attendanceStates),
  proxyName: z.string().trim().max(120),
  proxyMandate: z.string().trim().max(300),
  /** Which line of the roll the sender saw. */
  edition: z.coerce.number().int().min(0),
})
export type Tick = z.output<typeof tickShape>

export const markRollInput = z.object({ conference: z.uuid(), ticks: z.array(tickShape).max(500) })
export type MarkRoll = z.output<typeof markRollInput>

const isSame = (invitee: InviteeRow, tick: Tick) =>
  invitee.attendance === tick.state &&
  (tick.state !== 'proxy' || (invitee.proxy_name === tick.proxyName && invitee.proxy_mandate === tick.proxyMandate))

const folded = (name: string) => name.normalize('NFC').toLocaleLowerCase('vi').replaceAll(/\s+/gu, ' ')

/** A proxy needs a name and, for a vote, a mandate. */
function checkProxy({ state, proxyName, proxyMandate }: Tick, invitee: InviteeRow) {
  if (state !== 'proxy') return
  if (proxyName === '') throw new RuleViolation('conferences.proxyNameless', { name: invitee.name })
  if (proxyMandate === '') throw new RuleViolation('conferences.proxyNoMandate', { name: invitee.name })
}

/** One person counts once: not for two others, and not for another when they have a vote of their own. */
function checkOnce(roll: readonly InviteeRow[]) {
  const voters = roll.filter((one) => one.has_vote && one.removed_at === null)
  const taken = new Set(voters.filter(({ attendance }) => attendance === 'present').map(({ name }) => folded(name)))
  for (const { attendance, proxy_name: name } of voters) {
    if (attendance !== 'proxy') continue
    if (taken.has(folded(name))) throw new RuleViolation('conferences.countsOnce', { name })
    taken.add(folded(name))
  }
}

interface Marking {
  by: string | null
  way: AttendanceWay
  now: Date
}

/** Writes a line for whoever is ticked otherwise than before; the same again writes nothing. */
export async function writeTick(tx: Tx, invitee: InviteeRow, tick: Tick, { by, way, now }: Marking): Promise<boolean> {
  if (isSame(invitee, tick)) return false
  if (invitee.attendance_version !== tick.edition) {
    throw new RuleViolation('conferences.rollChanged', { name: invitee.name })
  }
  checkProxy(tick, invitee)
  const isProxy = tick.state === 'proxy'
  await tx
    .insertInto('conference_attendance')
    .values({
      id: newId(),
      conference_id: invitee.conference_id,
      invitee_id: invitee.id,
      version: tick.edition + 1,
      state: tick.state,
      proxy_name: isProxy ? tick.proxyName : '',
      proxy_mandate: isProxy ? tick.proxyMandate : '',
      way,
      marked_by: by,
      marked_at: now,
    })
    .execute()
  return true
}

/** The secretary ticks who is there, who sent someone and who is absent; the lines before stay as history. */
export async function markRoll(db: Db, actor: Actor, input: MarkRoll, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'attend')
    const roll = await rollOf(tx, conference.id)
    let count = 0
    for (const tick of input.ticks) {
      const invitee = found(roll.find(({ id, removed_at: removed }) => id === tick.invitee && removed === null))
      if (await writeTick(tx, invitee, tick, { by: actor.account, way: 'roll', now })) count += 1
    }
    if (count === 0) return
    checkOnce(await rollOf(tx, conference.id))
    const facts = { title: conference.title, count }
    const subject = conferenceSubject(conference.id)
    await record(tx, actor, now, { action: 'conferences.rollMarked', subject, facts })
  })
}
