import { moveStopForAct } from '#domains/blocs/move-stop.ts'
import type { Signer } from '#domains/units/mandates/queries.ts'
import { keepRoadDeadlines } from '#domains/calendar/deadlines/keep-road-deadlines.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import type { SigningWay } from '../../../../db/types.ts'
import { tellDates } from '../deadlines/tell-dates.ts'
import { closeScans } from '../pen/close-scans.ts'
import { lockPromised } from '../promises/lock-promised.ts'
import { signersOf, type AgreementRow, type SignerRow } from '../queries.ts'
import { closeSigningTask } from './signing-tasks.ts'

interface PlaceSigned {
  agreement: AgreementRow
  place: SignerRow
  signer: Signer
  way: SigningWay
  /** The browser of whoever signed; none for a paper signed by pen. */
  device: string | null
}

/** A unit has signed; after the last one all have. Answers with how many still wait. */
export async function signPlace(tx: Tx, signed: PlaceSigned, now: Date): Promise<number> {
  const { agreement, place, signer, way, device } = signed
  await tx
    .updateTable('agreement_signer')
    .set({
      state: 'signed',
      decided_at: now,
      way,
      device,
      signed_mandate_id: signer.mandate,
      signed_account_id: signer.account,
      signed_name: signer.name,
      signed_post: signer.post,
    })
    .where('agreement_id', '=', agreement.id)
    .where('unit_id', '=', place.unit_id)
    .execute()
  const remaining = (await signersOf(tx, agreement.id)).filter(({ state }) => state !== 'signed').length
  const isLast = remaining === 0
  await tx
    .updateTable('agreement')
    .set({ state: isLast ? 'signed' : 'signing', signed_at: isLast ? now : null })
    .where('id', '=', agreement.id)
    .execute()
  await closeSigningTask(tx, agreement.id, place.unit_id, now)
  await closeScans(tx, { agreement: agreement.id, unit: place.unit_id }, now)
  if (isLast) await lockPromised(tx, agreement.bloc_year_id, now)
  if (isLast) {
    await moveStopForAct(tx, { blocYear: agreement.bloc_year_id, stop: 'signing', state: 'done', doneOn: dayOf(now) })
    await keepRoadDeadlines(tx, now, agreement.bloc_year_id)
    await tellDates(tx, agreement, now)
  }
  return remaining
}
