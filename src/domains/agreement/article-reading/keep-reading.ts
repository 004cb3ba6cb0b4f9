import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, demand, RuleViolation } from '#platform/errors.ts'
import { mayDraft } from '../access.ts'
import { readingBeginning } from '../drafting/beginnings.ts'
import { startDraftWithin } from '../drafting/start-draft.ts'
import { contentOf, isEmpty, spoken } from './kept-draft.ts'
import { lockReading } from './queries.ts'
import { words } from './words.ts'

export interface KeepReading {
  reading: string
  /** The version that was on screen: nobody keeps what they have not seen. */
  version: number
  /** "2023": the year's label, for the agreement's title. */
  label: string
}

/** Makes the year's agreement draft of a reading; answers with the agreement's id. */
export async function keepReading(db: Db, actor: Actor, input: KeepReading, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const reading = await lockReading(tx, input.reading)
    demand(mayDraft(actor, reading))
    if (reading.version !== input.version) {
      throw new Conflict('agreement.readingChanged', spoken(reading.draft, words(actor.locale).contexts))
    }
    if (isEmpty(reading.draft)) throw new RuleViolation('agreement.nothingKept')
    await tx.updateTable('article_reading').set({ kept_at: now }).where('id', '=', reading.id).execute()
    const beginning = readingBeginning(input, contentOf(reading.draft))
    const start = { blocYear: reading.bloc_year_id, origin: 'reading', reading: reading.id, beginning } as const
    return startDraftWithin(tx, actor, start, now)
  })
}
