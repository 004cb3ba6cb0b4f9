import { z } from 'zod'
import { record, type Recorder } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { keepCheckTask } from '../drafts/consultation-tasks.ts'
import { consultationSubject, lockOpenToAll } from '../drafts/lock-consultation.ts'
import { commentContent, commentSaid, demandOpen } from './write-comment.ts'

/** Who reads the log learns that somebody wrote, and nothing of who. */
const somebody: Recorder = { account: null, name: 'Người dân', actingUnit: null }

export const givePublicCommentInput = z.object({
  provision: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  /** As they want to be called; nobody has to say. */
  writer: optionalLine(100),
  place: optionalLine(150),
  ...commentContent,
})
export type GivePublicComment = z.output<typeof givePublicCommentInput>

/** Somebody of the public comments without an account; nothing is shown before a person has looked at it. */
export async function givePublicComment(
  db: Db,
  { slug, ...input }: GivePublicComment & { slug: string },
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const consultation = await lockOpenToAll(tx, slug)
    demandOpen(consultation, now)
    const said = await commentSaid(tx, consultation.id, input)
    const { writer, place } = input
    await tx
      .insertInto('policy_comment')
      .values({
        id: newId(),
        consultation_id: consultation.id,
        ...said,
        origin: 'public',
        writer,
        place,
        state: 'waiting',
        written_at: now,
      })
      .execute()
    await keepCheckTask(tx, now, { year: await yearById(tx, consultation.bloc_year_id), consultation })
    const facts = { title: consultation.title }
    await record(tx, somebody, now, {
      action: 'policyComments.publicWrote',
      subject: consultationSubject(consultation.id),
      facts,
    })
  })
}
