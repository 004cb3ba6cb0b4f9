import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line, optionalDay, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { legalFields, peopleGroups } from '../queries.ts'
import { keepsCase } from './access.ts'
import { careSubject } from './care-case.ts'
import { postCare } from './post-care.ts'
import { caseById } from './queries.ts'

const chosen = z.preprocess((text) => (text === '' ? undefined : text), z.string().max(60).optional())

export const openCaseInput = z.object({
  blocYear: z.uuid(),
  unit: z.uuid(),
  receivedOn: day(),
  title: line(200),
  /** Who is concerned; a name only with the day of the person's consent. */
  subject: optionalLine(200),
  consentOn: optionalDay(),
  people: z.coerce.number().int().min(1).max(1_000_000).default(1),
  group: chosen,
  field: chosen,
  place: optionalLine(200),
})
export type OpenCase = z.output<typeof openCaseInput>

function demandSensible(input: OpenCase, year: { starts_on: string; ends_on: string }, today: string) {
  const { receivedOn: on, subject, consentOn } = input
  if (on > today) throw new RuleViolation('care.dayInFuture')
  if (on < year.starts_on || on > year.ends_on) throw new RuleViolation('care.outsideTheYear')
  if (subject !== '' && consentOn === undefined) throw new RuleViolation('care.noConsent')
}

/** Enters a case of protecting members' rights that a unit received. */
export async function openCase(db: Db, actor: Actor, input: OpenCase, now: Date): Promise<string> {
  demand(keepsCase(actor, { bloc_year_id: input.blocYear, unit_id: input.unit }))
  return db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    demandSensible(input, year, dayOf(now))
    const known = (codes: readonly { code: string }[], asked: string | undefined) =>
      codes.some(({ code }) => code === asked) ? asked : undefined
    const id = newId()
    await tx
      .insertInto('care_case')
      .values({
        id,
        bloc_year_id: year.id,
        unit_id: input.unit,
        title: input.title,
        subject: input.subject,
        consent_on: input.consentOn ?? null,
        people: input.people,
        group_code: known(await peopleGroups(tx), input.group) ?? null,
        field_code: known(await legalFields(tx), input.field) ?? null,
        place_name: input.place,
        received_on: input.receivedOn,
        entered_by: actor.account,
        entrant_name: actor.name,
        entered_at: now,
      })
      .execute()
    await postCare(tx, await caseById(tx, id), now)
    const { short_name: unit } = await nameOn(tx, input.unit, input.receivedOn)
    const facts = { unit, day: input.receivedOn }
    await record(tx, actor, now, { action: 'care.opened', subject: careSubject(id), facts })
    return id
  })
}
