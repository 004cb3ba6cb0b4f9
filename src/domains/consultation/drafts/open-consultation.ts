import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { peopleOfMembers } from '#domains/blocs/members/name-secretary.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, ticked } from '#platform/form.ts'
import { keepsConsultations } from '../access.ts'
import { countCommentable } from '../reading/read-provisions.ts'
import { askAll } from './consultation-tasks.ts'
import { consultationSubject, demandState, lockConsultation } from './lock-consultation.ts'
import { provisionsOf } from './queries.ts'

export const openConsultationInput = z.object({
  blocYear: z.uuid(),
  consultation: z.uuid(),
  closesOn: day(),
  /** The members that are asked. */
  units: z.array(z.uuid()).max(100),
  /** People of the bloc who are asked in their own name. */
  people: z.array(z.uuid()).max(500),
  isPublic: ticked(),
})
export type OpenConsultation = z.output<typeof openConsultationInput>

async function checkAsked(tx: Tx, input: OpenConsultation, today: string) {
  const { units, people, isPublic, blocYear } = input
  if (units.length === 0 && people.length === 0 && !isPublic) throw new RuleViolation('consultation.nobodyAsked')
  const members = new Set((await membersOn(tx, blocYear, today)).map(({ unit }) => unit))
  if (units.some((unit) => !members.has(unit))) throw new RuleViolation('consultation.notMember')
  const known = new Set((await peopleOfMembers(tx, blocYear, today)).map(({ account }) => account))
  if (people.some((account) => !known.has(account))) throw new RuleViolation('consultation.notPerson')
}

async function writeAsked(tx: Tx, { consultation: id, units, people }: OpenConsultation) {
  const asked = [...new Set(units)].map((unit_id) => ({ consultation_id: id, unit_id }))
  if (asked.length > 0) await tx.insertInto('consultation_unit').values(asked).execute()
  const named = [...new Set(people)].map((account_id) => ({ consultation_id: id, account_id }))
  if (named.length > 0) await tx.insertInto('consultation_member').values(named).execute()
}

/** From here on the text stands fixed, and those who are asked comment on it until the last day. */
export async function openConsultation(db: Db, actor: Actor, input: OpenConsultation, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, consultation } = await lockConsultation(tx, input)
    demand(keepsConsultations(actor, year.id))
    demandState(consultation, 'open')
    const today = dayOf(now)
    if (input.closesOn < today) throw new RuleViolation('consultation.closesInPast')
    await checkAsked(tx, input, today)
    if (countCommentable(await provisionsOf(tx, consultation.id)) === 0) throw new RuleViolation('consultation.noText')
    await tx
      .updateTable('consultation')
      .set({ state: 'open', opened_on: today, closes_on: input.closesOn, is_public: input.isPublic })
      .where('id', '=', consultation.id)
      .execute()
    await writeAsked(tx, input)
    await askAll(tx, now, { year, consultation, openedOn: today, dueOn: input.closesOn })
    const { title } = consultation
    const facts = { title, day: input.closesOn, units: input.units.length, public: input.isPublic }
    await record(tx, actor, now, {
      action: 'consultation.opened',
      subject: consultationSubject(consultation.id),
      facts,
    })
  })
}
