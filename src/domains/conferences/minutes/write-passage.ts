import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, demand, found } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { mayKeepMinutes } from './access.ts'
import { demandMinutesCan, lockMinutes, minutesSubject } from './lock-minutes.ts'
import { textOf } from './minutes.ts'
import { passagesOfMinutes, type PassageRow } from './queries.ts'

/** The secretary's words stand; those of the rule again; the passage stands or is left out. */
export const passageDeeds = ['write', 'restore', 'leaveOut', 'takeBack'] as const
export type PassageDeed = (typeof passageDeeds)[number]

export const writePassageInput = z.object({
  minutes: z.uuid(),
  passage: z.uuid(),
  deed: z.enum(passageDeeds),
  text: paragraph(20_000),
  /** The words that the writer had before them. */
  before: z.string().max(40_000),
})
export type WritePassage = z.output<typeof writePassageInput>

function changed(passage: PassageRow, { deed, text }: WritePassage, actor: Actor, now: Date) {
  if (deed === 'leaveOut' || deed === 'takeBack') return { is_left_out: deed === 'leaveOut' }
  if (deed === 'restore' && passage.source !== 'hand') return { written: null, written_from: null }
  return { written: text, written_from: passage.generated, written_by: actor.account, written_at: now }
}

/** Changes one passage of a draft; what the rule wrote stays beside it, and what somebody else wrote is not lost. */
export async function writePassage(db: Db, actor: Actor, input: WritePassage, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { minutes, conference } = await lockMinutes(tx, input.minutes)
    demand(mayKeepMinutes(actor, conference))
    demandMinutesCan('write', minutes)
    const passages = await passagesOfMinutes(tx, minutes.id)
    const passage = found(passages.find(({ id }) => id === input.passage))
    const standing = textOf(passage)
    if (standing.trim() !== input.before.trim()) throw new Conflict('minutes.changedMeanwhile', standing)
    await tx
      .updateTable('minutes_passage')
      .set(changed(passage, input, actor, now))
      .where('id', '=', passage.id)
      .execute()
    const facts = { deed: input.deed, title: passage.title }
    await record(tx, actor, now, { action: 'minutes.passageWritten', subject: minutesSubject(minutes.id), facts })
  })
}
