import { headOf } from '#domains/blocs/members/queries.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import type { Tx } from '#platform/database/database.ts'
import type { AgreementRow } from '../queries.ts'
import { datesPath } from './paths.ts'
import { proposedDates } from './queries.ts'

const keyOf = (agreement: string) => `agreement.dates ${agreement}`

/** Asks the head to confirm the dates of a signed text, as long as any is undecided. */
export async function tellDates(tx: Tx, agreement: AgreementRow, now: Date): Promise<void> {
  const year = await yearById(tx, agreement.bloc_year_id)
  const [waiting, head] = [await proposedDates(tx, agreement.id, year), await headOf(tx, year.id)]
  if (waiting.length === 0 || head === undefined) {
    await closeTask(tx, now, keyOf(agreement.id))
    return
  }
  await openTask(tx, now, {
    key: keyOf(agreement.id),
    kind: 'agreement.dates',
    unit: head,
    blocYear: year.id,
    path: datesPath(year.bloc.slug, year.slug),
    facts: { title: agreement.title, count: waiting.length },
  })
}
