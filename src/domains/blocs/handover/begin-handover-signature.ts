import { z } from 'zod'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import type { DocumentField } from '#capabilities/signatures/keeping/documents.ts'
import type { Turn } from '#capabilities/signatures/keeping/signing-jobs.ts'
import { takeTurnWithKey } from '#capabilities/signatures/keeping/take-turn-with-key.ts'
import { seatFor, type SeatAt } from '#domains/units/mandates/queries.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden, found, RuleViolation } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { handoverCan } from './handover.ts'
import { titleOf } from './handover-document.ts'
import { handoverById, handoverSigners, type HandoverRow, type HandoverSignerRow } from './queries.ts'
import { words } from './words.ts'

export const beginHandoverSignatureInput = z.object({ handover: z.uuid() })
export type BeginHandoverSignature = z.output<typeof beginHandoverSignatureInput>

interface BeginningPieces {
  now: Date
  files: FileStore
  renderer: Pick<Renderer, 'renderStamp'>
}

type Seat = SeatAt<HandoverSignerRow>

/** The place of this person in a fixed record; nobody fills both, and a closed place stays as it is. */
export async function beginSeat(db: Db | Tx, actor: Actor, handover: HandoverRow, now: Date): Promise<Seat> {
  const places = await handoverSigners(db, handover.id)
  const seat = await seatFor(db, actor, places, { day: dayOf(now), allowsSubstitute: true })
  if (seat === undefined) throw new Forbidden()
  if (!handoverCan('sign', handover)) throw new RuleViolation('handover.notOpenForSigning')
  const isOther = (place: HandoverSignerRow) => place.side !== seat.place.side
  if (places.some((place) => isOther(place) && place.signed_account_id === actor.account)) throw new Forbidden()
  if (seat.place.state !== 'waiting') throw new RuleViolation('handover.alreadyDecided')
  return seat
}

interface Stamping extends Omit<BeginningPieces, 'files'> {
  seat: Seat
  isSample: boolean
}

const stampWith =
  ({ renderer, seat, isSample, now }: Stamping) =>
  async (rect: DocumentField['rect'], serial: string) =>
    renderer.renderStamp({
      language: 'vi',
      width: rect[2] - rect[0],
      height: rect[3] - rect[1],
      signer: seat.signer.name,
      lines: [
        seat.signer.post,
        seat.place.unit_name,
        ...(seat.isSubstitute ? [words('vi').insteadOf(seat.place.signer_name)] : []),
      ],
      signedAt: now.toISOString(),
      serial,
      ...(isSample ? { mark: 'KÝ MẪU' } : {}),
    })

/** The first half of a signature: takes the turn and answers with what the signer's own key has to sign. */
export async function beginHandoverSignature(
  db: Db,
  actor: Actor,
  input: BeginHandoverSignature,
  { now, files, renderer }: BeginningPieces,
): Promise<Turn> {
  const handover = await handoverById(db, input.handover)
  const seat = await beginSeat(db, actor, handover, now)
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  const wanted = {
    document: found(handover.document_id),
    field: seat.place.field,
    account: actor.account,
    mandate: seat.signer.mandate,
    signerName: seat.signer.name,
    reason: titleOf(JSON.parse(found(handover.canonical_text))),
    location: handover.place,
    stamp: stampWith({ renderer, seat, isSample: handover.is_sample, now }),
  }
  return takeTurnWithKey(db, files, wanted, now)
}
