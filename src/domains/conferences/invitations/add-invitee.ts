import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { line, optionalLine, ticked } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { rollOf } from '../attendance/queries.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'
import type { ConferenceRow } from '../queries.ts'

export const addInviteeInput = z.object({
  conference: z.uuid(),
  /** A delegate's unit; a guest has none. */
  unit: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  name: line(120),
  post: optionalLine(200),
  organisation: optionalLine(200),
  email: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.union([z.literal(''), z.email()])),
  hasVote: ticked().default(false),
})
export type AddInvitee = z.output<typeof addInviteeInput>

async function checkUnit(tx: Tx, conference: ConferenceRow, { unit, hasVote }: AddInvitee) {
  if (unit === undefined) {
    if (hasVote) throw new RuleViolation('conferences.guestHasNoVote')
    return
  }
  const members = await membersOn(tx, conference.bloc_year_id, conference.held_on)
  if (!members.some((member) => member.unit === unit)) throw new RuleViolation('conferences.notMember')
}

const sameName = (one: string, other: string) => one.toLocaleLowerCase('vi') === other.toLocaleLowerCase('vi')

/** Puts a delegate or a guest on the list; who is added in the hall needs no invitation. */
export async function addInvitee(db: Db, actor: Actor, input: AddInvitee, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'list')
    await checkUnit(tx, conference, input)
    const roll = await rollOf(tx, conference.id)
    const { name, unit = null } = input
    if (roll.some((one) => one.removed_at === null && one.unit_id === unit && sameName(one.name, name))) {
      throw new RuleViolation('conferences.onList', { name })
    }
    const id = newId()
    await tx
      .insertInto('conference_invitee')
      .values({
        id,
        conference_id: conference.id,
        kind: unit === null ? 'guest' : 'delegate',
        unit_id: unit,
        name,
        post: input.post,
        organisation: input.organisation,
        email: input.email,
        has_vote: input.hasVote,
        position: Math.max(0, ...roll.map(({ position }) => position)) + 1,
        added_by: actor.account,
      })
      .execute()
    const facts = { title: conference.title, name }
    const subject = conferenceSubject(conference.id)
    await record(tx, actor, now, { action: 'conferences.inviteeAdded', subject, facts })
    return id
  })
}
