import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { paths } from '../paths.ts'
import { agreementById, signersOf, type AgreementRow, type SignerRow } from '../queries.ts'
import { seatsOn } from './signer.ts'

const key = (agreement: string, unit: string) => `agreement.sign ${agreement} ${unit}`

interface Waiting {
  agreement: AgreementRow
  place: SignerRow
  /** Who signs now, by name. */
  signer: string
}

export async function tellSigner(tx: Tx, waiting: Waiting, year: BlocYearRow, now: Date): Promise<void> {
  const { agreement, place, signer } = waiting
  await openTask(tx, now, {
    key: key(agreement.id, place.unit_id),
    kind: 'agreement.sign',
    blocYear: year.id,
    unit: place.unit_id,
    path: paths.signing(year.bloc.slug, year.slug),
    facts: { title: agreement.title, signer },
    dueOn: agreement.sign_by ?? agreement.signing_on,
  })
}

/** Each unit that has not signed finds it among its things to do. */
export async function tellSigners(tx: Tx, id: string, year: BlocYearRow, now: Date): Promise<void> {
  const agreement = await agreementById(tx, id)
  const waiting = (await signersOf(tx, id)).filter((place) => place.state === 'waiting')
  const seats = await seatsOn(tx, agreement, waiting, dayOf(now))
  for (const place of waiting) {
    const signer = seats.find((seat) => seat.place === place)?.signer.name ?? place.signer_name
    await tellSigner(tx, { agreement, place, signer }, year, now)
  }
}

export async function closeSigningTask(tx: Tx, agreement: string, unit: string, now: Date): Promise<void> {
  await closeTask(tx, now, key(agreement, unit))
}

export async function closeSigningTasks(tx: Tx, agreement: string, now: Date): Promise<void> {
  for (const signer of await signersOf(tx, agreement)) await closeSigningTask(tx, agreement, signer.unit_id, now)
}
