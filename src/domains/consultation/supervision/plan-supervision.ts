import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { keepsSupervision } from '../access.ts'
import { consultationOf } from '../drafts/queries.ts'
import { supervisionSubject } from './lock-supervision.ts'
import { supervisionKinds } from './supervision.ts'
import { keepDay } from './supervision-tasks.ts'

const optionalText = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(most))

/** What a plan says, whether it is new or corrected. */
export const planFields = {
  kind: z.enum(supervisionKinds),
  title: line(300),
  subject: line(500),
  request: optionalText(2000),
  legalBasis: optionalText(2000),
  leadUnit: z.uuid(),
  /** The draft that a criticism is about, where the bloc asked for comments on it. */
  consultation: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  plannedOn: day(),
  place: optionalLine(200),
  participants: optionalText(4000),
}

export const planSupervisionInput = z.object({ blocYear: z.uuid(), ...planFields })
export type PlanSupervision = z.output<typeof planSupervisionInput>

/** Who leads is a member, its day lies in the year, and only a criticism is about a draft. */
export async function checkPlan(tx: Tx, year: BlocYearRow, input: PlanSupervision): Promise<void> {
  const { plannedOn, leadUnit, consultation, kind } = input
  if (plannedOn < year.starts_on || plannedOn > year.ends_on) {
    throw new RuleViolation('supervision.outsideYear', { from: year.starts_on, to: year.ends_on })
  }
  const members = await membersOn(tx, year.id, plannedOn)
  if (!members.some(({ unit }) => unit === leadUnit)) throw new RuleViolation('supervision.notMember')
  if (consultation === undefined) return
  if (kind !== 'criticism') throw new RuleViolation('supervision.draftOfSupervision')
  await consultationOf(tx, year.id, consultation)
}

export const planColumns = (input: PlanSupervision) => ({
  kind: input.kind,
  title: input.title,
  subject: input.subject,
  request: input.request,
  legal_basis: input.legalBasis,
  lead_unit_id: input.leadUnit,
  consultation_id: input.consultation ?? null,
  planned_on: input.plannedOn,
  place: input.place,
  participants: input.participants,
})

/** The head plans one, or a member one that it leads itself. */
export async function planSupervision(db: Db, actor: Actor, input: PlanSupervision, now: Date): Promise<string> {
  demand(keepsSupervision(actor, { bloc_year_id: input.blocYear, lead_unit_id: input.leadUnit }))
  return db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    await checkPlan(tx, year, input)
    const id = newId()
    const columns = planColumns(input)
    await tx
      .insertInto('supervision')
      .values({ id, bloc_year_id: year.id, ...columns, created_by: actor.account, created_at: now })
      .execute()
    const { plannedOn, place } = input
    await keepDay(tx, now, { year, supervision: { id, ...columns }, plannedOn, place })
    const facts = { title: input.title, day: plannedOn }
    await record(tx, actor, now, { action: 'supervision.planned', subject: supervisionSubject(id), facts })
    return id
  })
}
