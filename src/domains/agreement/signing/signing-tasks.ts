import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import type { Tx } from '#platform/database/database.ts'
import { paths } from '../paths.ts'
import { agreementById, signersOf } from '../queries.ts'

const key = (agreement: string, unit: string) => `agreement.sign ${agreement} ${unit}`

/** Each unit that has not signed finds it among its things to do. */
export async function tellSigners(tx: Tx, id: string, year: BlocYearRow, now: Date): Promise<void> {
  const agreement = await agreementById(tx, id)
  const waiting = (await signersOf(tx, id)).filter((signer) => signer.state === 'waiting')
  for (const signer of waiting) {
    await openTask(tx, now, {
      key: key(id, signer.unit_id),
      kind: 'agreement.sign',
      blocYear: year.id,
      unit: signer.unit_id,
      path: paths.signing(year.bloc.slug, year.slug),
      facts: { title: agreement.title, signer: signer.signer_name },
      dueOn: agreement.sign_by ?? agreement.signing_on,
    })
  }
}

export async function closeSigningTask(tx: Tx, agreement: string, unit: string, now: Date): Promise<void> {
  await closeTask(tx, now, key(agreement, unit))
}

export async function closeSigningTasks(tx: Tx, agreement: string, now: Date): Promise<void> {
  for (const signer of await signersOf(tx, agreement)) await closeSigningTask(tx, agreement, signer.unit_id, now)
}
