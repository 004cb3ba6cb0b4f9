import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { membersOn, yearById } from '#domains/blocs/queries.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { optionalDay, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { keepsOpinion } from '../access.ts'
import { opinionCan, opinionSubject, type Opinion } from '../opinion.ts'
import { closePublishTask, openAnswerTask } from '../opinion-tasks.ts'
import { lockOpinion } from '../queries.ts'
import { answerDue } from './queries.ts'

export const routeOpinionInput = z.object({
  id: z.uuid(),
  /** The member that must answer. */
  unit: z.uuid(),
  note: optionalLine(500),
  /** Empty: the day that the bloc's decision or the law's rule gives. */
  dueOn: optionalDay(),
})
type RouteOpinion = z.output<typeof routeOpinionInput>

async function dueOf(tx: Tx, opinion: Opinion, bloc: string, { dueOn, today }: { dueOn?: string; today: string }) {
  if (dueOn === undefined) {
    const due = await answerDue(tx, bloc, opinion.concern, today)
    if (due === undefined) throw new RuleViolation('voices.noRule')
    return { due_on: due.due_on, due_basis: due.basis }
  }
  if (dueOn < today) throw new RuleViolation('voices.dueInPast')
  return { due_on: dueOn, due_basis: '' }
}

/** Who was to answer before is no longer asked, and an unpublished draft of theirs is dropped. */
async function endBefore(tx: Tx, now: Date, id: string) {
  const open = tx.updateTable('opinion_routing').set({ ended_at: now }).where('opinion_id', '=', id)
  await open.where('ended_at', 'is', null).execute()
  const drafts = tx.updateTable('opinion_answer').set({ state: 'dropped' }).where('opinion_id', '=', id)
  await drafts.where('state', '=', 'draft').execute()
  await closePublishTask(tx, now, id)
}

/** Asks a member to answer until a day, which stands among its tasks. */
export async function routeOpinion(db: Db, actor: Actor, input: RouteOpinion, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const opinion = await lockOpinion(tx, input.id)
    demand(keepsOpinion(actor, opinion))
    if (!opinionCan('route', opinion)) throw new RuleViolation('voices.notRoutable')
    const today = dayOf(now)
    const year = await yearById(tx, opinion.bloc_year_id)
    const members = await membersOn(tx, year.id, today)
    if (!members.some(({ unit }) => unit === input.unit)) throw new RuleViolation('voices.noReceiver')
    const asked = input.dueOn === undefined ? { today } : { dueOn: input.dueOn, today }
    const due = await dueOf(tx, opinion, year.bloc.id, asked)
    await endBefore(tx, now, opinion.id)
    const by = { routed_by: actor.account, routed_by_name: actor.name, routed_at: now }
    const row = { id: newId(), opinion_id: opinion.id, unit_id: input.unit, note: input.note, ...due, ...by }
    await tx.insertInto('opinion_routing').values(row).execute()
    const set = { state: 'routed', version: opinion.version + 1 } as const
    await tx.updateTable('opinion').set(set).where('id', '=', opinion.id).execute()
    const { id, title } = opinion
    await openAnswerTask(tx, now, year, { id, title, unit: input.unit, due_on: due.due_on })
    const { short_name: unit } = await nameOn(tx, input.unit, today)
    const facts = { unit, day: due.due_on, title }
    await record(tx, actor, now, { action: 'voices.routed', subject: opinionSubject(id), facts })
  })
}
