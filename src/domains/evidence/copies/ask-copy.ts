import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Box } from '#capabilities/pictures/picture-job.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/queue.ts'
import { mayMakeCopy } from '../access.ts'
import { lockEvidence } from '../queries.ts'
import { leastWord, readBoxes, readWords } from './covers.ts'

/** What was ticked comes as `found0`, `found1`…; more is typed. */
export const askCopyInput = z
  .looseObject({ words: z.string().max(4000).default(''), boxes: z.string().max(4000).default('') })
  .transform((typed, context) => {
    const ticked = Object.entries(typed).flatMap(([name, value]) =>
      /^found\d+$/.test(name) && typeof value === 'string' ? [value] : [],
    )
    const boxes = readBoxes(typed.boxes)
    if (boxes === undefined) context.addIssue({ code: 'custom', path: ['boxes'], message: '' })
    return { words: readWords([...ticked, typed.words].join('\n')), boxes: boxes ?? [] }
  })

export interface AskCopy {
  evidence: string
  words: readonly string[]
  boxes: readonly Box[]
}

/** Has a copy made that may become public, with what must not be seen covered. The one before it, if any, is dropped. */
export async function askCopy(db: Db, actor: Actor, input: AskCopy, now: Date): Promise<void> {
  const short = input.words.find((word) => word.length < leastWord)
  if (short !== undefined) throw new RuleViolation('evidence.wordTooShort', { word: short })
  await db.transaction().execute(async (tx) => {
    const piece = await lockEvidence(tx, input.evidence)
    demand(mayMakeCopy(actor, { blocYear: piece.bloc_year_id, unit: piece.unit_id }))
    if (piece.withdrawn_at !== null) throw new RuleViolation('evidence.isWithdrawn')
    if (piece.medium !== 'pdf' && piece.medium !== 'picture') throw new RuleViolation('evidence.noCopyOfThis')
    await tx
      .updateTable('evidence_copy')
      .set({ state: 'withdrawn', reason: 'replaced' })
      .where('evidence_id', '=', piece.id)
      .where('state', 'in', ['asked', 'made', 'published'])
      .execute()
    const id = newId()
    await tx
      .insertInto('evidence_copy')
      .values({
        id,
        evidence_id: piece.id,
        words: [...input.words],
        boxes: JSON.stringify(input.boxes),
        made_by: actor.account,
        maker_name: actor.name,
        asked_at: now,
      })
      .execute()
    await enqueue(tx, 'cover-evidence', { copy: id }, { key: `cover-evidence-${id}` })
    // How much is covered, never what.
    const facts = { title: piece.title, words: input.words.length, boxes: input.boxes.length }
    await record(tx, actor, now, { action: 'evidence.copyAsked', subject: { kind: 'evidence', id: piece.id }, facts })
  })
}
