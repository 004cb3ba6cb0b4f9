import { headOf } from '#domains/blocs/members/queries.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import type { Tx } from '#platform/database/database.ts'
import { paths } from '../paths.ts'
import type { AgreementRow } from '../queries.ts'

/** What ended the signing of a text, so that the head has to go on with it. */
export const stops = ['refused', 'withdrawn', 'expired'] as const

type Waiting = 'draft' | (typeof stops)[number]

const key = (waiting: Waiting, agreement: string) => `agreement.${waiting} ${agreement}`

/** The head has a text to draft, or one whose signing came to an end. */
export async function tellHead(tx: Tx, waiting: Waiting, agreement: AgreementRow, now: Date): Promise<void> {
  const unit = await headOf(tx, agreement.bloc_year_id)
  if (unit === undefined) return
  const year = await yearById(tx, agreement.bloc_year_id)
  const at = [year.bloc.slug, year.slug] as const
  await openTask(tx, now, {
    key: key(waiting, agreement.id),
    kind: `agreement.${waiting}`,
    blocYear: year.id,
    unit,
    path: waiting === 'draft' ? paths.editor(...at) : paths.agreement(...at),
    facts: { title: agreement.title },
    // What ended before its time has no day of its own to go on by.
    dueOn: waiting === 'draft' ? agreement.signing_on : null,
  })
}

export async function closeHeadTask(tx: Tx, waiting: Waiting, agreement: string, now: Date): Promise<void> {
  await closeTask(tx, now, key(waiting, agreement))
}
