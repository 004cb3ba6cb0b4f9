import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, demand, RuleViolation } from '#platform/errors.ts'
import { mayDraft } from '../access.ts'
import { correctDraft, withoutRow, withRow, type RowList } from './correct-draft.ts'
import { spoken, type KeptDraft } from './kept-draft.ts'
import { lockReading, type ReadingRow } from './queries.ts'
import type { CorrectionFields } from './reading-form.ts'
import { takeOffer } from './standing-doubts.ts'
import { words } from './words.ts'

export type CorrectReading = CorrectionFields & { reading: string }

const mostRows = 200

function addedTo(draft: KeptDraft, list: RowList, version: number): KeptDraft {
  if (draft[list].length >= mostRows) throw new RuleViolation('agreement.tooManyClauses', { most: mostRows })
  return withRow(draft, list, `v${version}`)
}

/** What the pressed button asks besides saving. A version is given once, so it names a new row. */
function carriedOut(draft: KeptDraft, act: string | undefined, { version, source_text }: ReadingRow): KeptDraft {
  const [verb, what = '', id = ''] = act?.split('.') ?? []
  if (verb === 'add') return addedTo(draft, what as RowList, version)
  if (verb === 'remove') return withoutRow(draft, what as RowList, id)
  if (verb === 'take') return takeOffer(draft, source_text, { doubt: Number(what), offer: Number(id) })
  return draft
}

/** Saves what a person put right in a reading. Whoever typed on an older version gets both back and nothing is lost. */
export async function correctReading(db: Db, actor: Actor, input: CorrectReading): Promise<{ version: number }> {
  return db.transaction().execute(async (tx) => {
    const reading = await lockReading(tx, input.reading)
    demand(mayDraft(actor, reading))
    if (reading.kept_at !== null) throw new RuleViolation('agreement.readingKept')
    const typed = correctDraft(reading.draft, input)
    if (reading.version !== input.version && !isDeepStrictEqual(typed, reading.draft)) {
      throw new Conflict('agreement.readingChanged', spoken(reading.draft, words(actor.locale).contexts))
    }
    const draft = carriedOut(typed, input.act, reading)
    if (isDeepStrictEqual(draft, reading.draft)) return { version: reading.version }
    const version = reading.version + 1
    await tx
      .updateTable('article_reading')
      .set({ draft: JSON.stringify(draft), version })
      .where('id', '=', reading.id)
      .execute()
    return { version }
  })
}
