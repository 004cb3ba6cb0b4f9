import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { demandOpenYear } from '#domains/blocs/lock-year.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { keepsConference } from '../access.ts'
import { conferenceCan } from '../conference.ts'
import { conferenceById, decisionsOf, type ConferenceRow } from '../queries.ts'
import { resolutionSubject } from './lock-resolution.ts'
import { resolutionById } from './queries.ts'
import { askDeed } from './resolution-tasks.ts'
import { resolutionKinds } from './resolution.ts'

export const issueResolutionInput = z.object({
  conference: z.uuid(),
  /** The decision of the conference that it carries out. */
  decision: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  kind: z.enum(resolutionKinds),
  number: line(60),
  issuedOn: day(),
  text: paragraph(4000),
  unit: z.uuid(),
  dueOn: day(),
})
export type IssueResolution = z.output<typeof issueResolutionInput>

function checkDays(conference: ConferenceRow, { issuedOn, dueOn }: IssueResolution, today: string) {
  if (!conferenceCan('settle', conference)) throw new RuleViolation('resolutions.notHeldYet')
  if (issuedOn < conference.held_on || issuedOn > today) throw new RuleViolation('resolutions.dayOfIssue')
  if (dueOn < issuedOn) throw new RuleViolation('resolutions.dueBeforeIssue')
}

async function checkNamed(tx: Tx, conference: ConferenceRow, { unit, decision, issuedOn }: IssueResolution) {
  const members = await membersOn(tx, conference.bloc_year_id, issuedOn)
  if (!members.some((member) => member.unit === unit)) throw new RuleViolation('resolutions.notMember')
  const decisions = await decisionsOf(tx, conference.id)
  if (decision !== undefined && !decisions.some(({ id }) => id === decision))
    throw new RuleViolation('resolutions.noSuchDecision')
}

/** Charges a unit with something that the conference resolved; it has a task with the last day. */
export async function issueResolution(db: Db, actor: Actor, input: IssueResolution, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const conference = await conferenceById(tx, input.conference)
    demand(keepsConference(actor, conference))
    await demandOpenYear(tx, conference.bloc_year_id)
    checkDays(conference, input, dayOf(now))
    await checkNamed(tx, conference, input)
    const id = newId()
    const { kind, number, text } = input
    await tx
      .insertInto('resolution')
      .values({
        id,
        conference_id: conference.id,
        bloc_year_id: conference.bloc_year_id,
        decision_id: input.decision ?? null,
        kind,
        number,
        issued_on: input.issuedOn,
        text,
        unit_id: input.unit,
        due_on: input.dueOn,
        issued_by: actor.account,
        issued_at: now,
      })
      .execute()
    const resolution = await resolutionById(tx, id)
    await askDeed(tx, now, resolution)
    const facts = { number, unit: resolution.unit, day: input.dueOn }
    await record(tx, actor, now, { action: 'resolutions.issued', subject: resolutionSubject(id), facts })
    return id
  })
}
