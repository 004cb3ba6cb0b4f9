import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { draftsForUnit, readsConsultations } from '../access.ts'
import { takesComments } from '../drafts/consultation.ts'
import { closeMemberTask } from '../drafts/consultation-tasks.ts'
import { consultationSubject, lockConsultation } from '../drafts/lock-consultation.ts'
import { invitedMembers, invitedUnits, provisionsOf, type ConsultationRow } from '../drafts/queries.ts'
import { isHeading, textOf } from '../reading/provision.ts'
import { proposedIn } from './comment.ts'

const opinion = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(most))

/** What is said of a provision; of the whole text nothing else can be worded. */
export const commentContent = { text: opinion(8000), proposed: opinion(60_000) }

const chosen = () => z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional())

export const writeCommentInput = z.object({
  blocYear: z.uuid(),
  consultation: z.uuid(),
  /** Absent for the text as a whole. */
  provision: chosen(),
  /** For which unit; absent for a person who was asked in their own name. */
  unit: chosen(),
  ...commentContent,
})
export type WriteComment = z.output<typeof writeCommentInput>

interface Opinion {
  provision?: string | undefined
  text: string
  proposed: string
}

/** Headings are not commented on. */
async function commentable(tx: Tx, consultation: string, id: string) {
  const provisions = await provisionsOf(tx, consultation)
  return found(provisions.find((provision) => provision.id === id && !isHeading(provision)))
}

/** What is kept of a comment: a wording that changes nothing is left out, and something must be said. */
export async function commentSaid(
  tx: Tx,
  consultation: string,
  { provision: id, text, proposed: typed }: Opinion,
): Promise<{ provision_id: string | null; text: string; proposed: string }> {
  const provision = id === undefined ? undefined : await commentable(tx, consultation, id)
  const proposed = provision === undefined ? '' : proposedIn(typed, textOf(provision))
  if (text === '' && proposed === '') throw new RuleViolation('policyComments.nothingSaid')
  return { provision_id: id ?? null, text, proposed }
}

export function demandOpen(consultation: ConsultationRow, now: Date): void {
  if (takesComments(consultation, dayOf(now))) return
  throw new RuleViolation('policyComments.notOpen')
}

/** The unit or the person must be among those who were asked. */
async function demandAsked(tx: Tx, actor: Actor, { consultation, unit }: WriteComment) {
  const asked =
    unit === undefined
      ? (await invitedMembers(tx, consultation)).some(({ account }) => account === actor.account)
      : (await invitedUnits(tx, consultation)).some((one) => one.unit === unit)
  if (!asked) throw new RuleViolation('policyComments.notAsked')
}

/** A unit's officer drafts for the unit, and its leader sends; a person who was asked speaks at once. */
export async function writeComment(db: Db, actor: Actor, input: WriteComment, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { year, consultation } = await lockConsultation(tx, input)
    const { unit } = input
    demand(unit === undefined ? readsConsultations(actor, year.id) : draftsForUnit(actor, year.id, unit))
    await demandAsked(tx, actor, input)
    demandOpen(consultation, now)
    const id = newId()
    const said = await commentSaid(tx, consultation.id, input)
    const sent = unit === undefined ? { sent_at: now, sent_by: actor.account } : {}
    await tx
      .insertInto('policy_comment')
      .values({
        id,
        consultation_id: consultation.id,
        ...said,
        origin: unit === undefined ? 'member' : 'unit',
        unit_id: unit ?? null,
        written_by: actor.account,
        writer: actor.name,
        state: unit === undefined ? 'sent' : 'draft',
        written_at: now,
        ...sent,
      })
      .execute()
    if (unit === undefined) await closeMemberTask(tx, now, consultation.id, actor.account)
    const action = unit === undefined ? 'policyComments.memberWrote' : 'policyComments.drafted'
    const facts = { title: consultation.title }
    await record(tx, actor, now, { action, subject: consultationSubject(consultation.id), facts })
    return id
  })
}
