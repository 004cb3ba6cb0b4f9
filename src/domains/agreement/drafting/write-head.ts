import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict } from '#platform/errors.ts'
import { optionalDay, optionalLine } from '#platform/form.ts'
import type { AgreementHead } from '../agreement.ts'
import { lockDraft } from './lock-draft.ts'

const count = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.coerce.number().int().min(1).max(99).optional(),
)

export const writeHeadInput = z.object({
  agreement: z.uuid(),
  version: z.coerce.number().int().positive(),
  title: optionalLine(),
  theme: optionalLine(500),
  place: optionalLine(100),
  signing_on: optionalDay(),
  sign_by: optionalDay(),
  witness: optionalLine(),
  copies: count,
  substitutes: z.enum(['yes', 'no']).default('yes'),
})

export type WriteHead = z.output<typeof writeHeadInput>

/** The head as one text, to show beside another's. */
const spoken = ({ title, theme, place, signing_on, sign_by, witness, copies }: AgreementHead) =>
  [title, theme, place, signing_on, sign_by, witness, copies]
    .filter((value) => value !== null && value !== '')
    .join('\n')

/** Saves the agreement's head (title, theme, dates, witness, copies) as it is typed. */
export async function writeHead(db: Db, actor: Actor, input: WriteHead, now: Date): Promise<{ version: number }> {
  const { agreement: id, version, signing_on, sign_by, copies, substitutes, ...texts } = input
  const allows_substitute = substitutes === 'yes'
  return db.transaction().execute(async (tx) => {
    const before = await lockDraft(tx, actor, id)
    const head = { ...texts, signing_on: signing_on ?? null, sign_by: sign_by ?? null, copies: copies ?? null }
    if (before.head_version !== version) {
      if (spoken(before) === spoken(head) && before.allows_substitute === allows_substitute)
        return { version: before.head_version }
      throw new Conflict('agreement.headChanged', spoken(before))
    }
    const saved = await tx
      .updateTable('agreement')
      .set({ ...head, allows_substitute, head_version: version + 1, changed_at: now })
      .where('id', '=', id)
      .returning('head_version')
      .executeTakeFirstOrThrow()
    return { version: saved.head_version }
  })
}
