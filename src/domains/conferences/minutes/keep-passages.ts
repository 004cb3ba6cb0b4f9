import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import type { FixedPassage } from './minutes.ts'
import { isEdited, textOf } from './minutes.ts'
import type { Passage } from './passages.ts'
import { passagesOfMinutes, type PassageRow } from './queries.ts'

const apart = 10

async function keepOne(tx: Tx, minutes: string, passage: Passage, position: number) {
  const { key, section, title, text: generated, source } = passage
  const columns = { section, title, generated, source, position }
  await tx
    .insertInto('minutes_passage')
    .values({ id: newId(), minutes_id: minutes, key, ...columns })
    .onConflict((conflict) => conflict.columns(['minutes_id', 'key']).doUpdateSet(columns))
    .execute()
}

/** What the record no longer holds goes, unless the secretary wrote there: those words stay until they are left out. */
async function dropGone(tx: Tx, minutes: string, passages: readonly Passage[]) {
  const gone = () =>
    tx
      .selectFrom('minutes_passage')
      .select('id')
      .where('minutes_id', '=', minutes)
      .where('source', '<>', 'hand')
      .where(
        'key',
        'not in',
        passages.map(({ key }) => key),
      )
  await tx.deleteFrom('minutes_passage').where('id', 'in', gone()).where('written', 'is', null).execute()
  await tx.updateTable('minutes_passage').set({ generated: '' }).where('id', 'in', gone()).execute()
}

/** Puts what the rule writes now into the draft; the secretary's own words stay beside it. */
export async function keepPassages(tx: Tx, minutes: string, passages: readonly Passage[]): Promise<void> {
  for (const [index, passage] of passages.entries()) await keepOne(tx, minutes, passage, (index + 1) * apart)
  await dropGone(tx, minutes, passages)
}

/** What is read and signed: without what was left out. */
export const fixedOf = (passages: readonly PassageRow[]): FixedPassage[] =>
  passages
    .filter((passage) => !passage.is_left_out && (passage.title !== '' || textOf(passage) !== ''))
    .map((passage) => ({
      key: passage.key,
      section: passage.section,
      title: passage.title,
      text: textOf(passage),
      source: passage.source,
      isWritten: isEdited(passage),
    }))

interface NewDraft {
  minutes: string
  number: number
  reason: string
  account: string
  now: Date
}

/** The draft as members are given it, kept as it was. */
export async function keepDraft(tx: Tx, { minutes, number, reason, account, now }: NewDraft): Promise<void> {
  const passages = JSON.stringify(fixedOf(await passagesOfMinutes(tx, minutes)))
  await tx
    .insertInto('minutes_draft')
    .values({ minutes_id: minutes, number, passages, reason, made_by: account, made_at: now })
    .execute()
}
