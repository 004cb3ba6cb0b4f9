import { z } from 'zod'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import type { Turn } from '#capabilities/signatures/keeping/signing-jobs.ts'
import { takeTurnWithKey } from '#capabilities/signatures/keeping/take-turn-with-key.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden, found, RuleViolation } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { agreementById } from '../queries.ts'
import { demandSeat, type Seat } from './signer.ts'
import { demandOpen } from './signing-state.ts'
import { words } from './words.ts'

export const beginSignatureInput = z.object({ agreement: z.uuid() })

export type BeginSignature = z.output<typeof beginSignatureInput>

export interface SigningPieces {
  files: FileStore
  renderer: Pick<Renderer, 'renderStamp'>
}

interface Stamping {
  seat: Seat
  rect: readonly [number, number, number, number]
  serial: string
  isSample: boolean
  now: Date
}

/** Who signs for the person whom the text names says so on the paper. */
const insteadOf = ({ isSubstitute, place }: Seat) => (isSubstitute ? [words('vi').insteadOf(place.signer_name)] : [])

async function stampOf(renderer: SigningPieces['renderer'], { seat, rect, serial, isSample, now }: Stamping) {
  return renderer.renderStamp({
    language: 'vi',
    width: rect[2] - rect[0],
    height: rect[3] - rect[1],
    signer: seat.signer.name,
    lines: [seat.signer.post, seat.place.unit_name, ...insteadOf(seat)],
    signedAt: now.toISOString(),
    serial,
    ...(isSample ? { mark: 'KÝ MẪU' } : {}),
  })
}

/** The first half of a signature: takes the turn and answers with what the signer's own key has to sign. */
export async function beginSignature(
  db: Db,
  actor: Actor,
  input: BeginSignature,
  { now, files, renderer }: SigningPieces & { now: Date },
): Promise<Turn> {
  const agreement = await agreementById(db, input.agreement)
  const seat = await demandSeat(db, actor, agreement, now)
  const { place, signer } = seat
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  await demandOpen(db, agreement, now)
  if (place.state !== 'waiting') throw new RuleViolation('agreement.alreadyDecided')
  const wanted = {
    document: found(agreement.document_id),
    field: place.field,
    account: actor.account,
    mandate: signer.mandate,
    signerName: signer.name,
    reason: agreement.title,
    location: agreement.place,
    stamp: (rect: Stamping['rect'], serial: string) =>
      stampOf(renderer, { seat, rect, serial, isSample: agreement.is_sample, now }),
  }
  return takeTurnWithKey(db, files, wanted, now)
}
