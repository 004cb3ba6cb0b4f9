import { z } from 'zod'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import type { DocumentField } from '#capabilities/signatures/keeping/documents.ts'
import type { Turn } from '#capabilities/signatures/keeping/signing-jobs.ts'
import { takeTurnWithKey } from '#capabilities/signatures/keeping/take-turn-with-key.ts'
import { seatFor } from '#domains/units/mandates/queries.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden, found, RuleViolation } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { demandMinutesCan } from '../minutes/lock-minutes.ts'
import type { CanonicalMinutes } from '../minutes/minutes.ts'
import { titleOf } from '../minutes/minutes-document.ts'
import { minutesById, signersOfMinutes, type MinutesRow, type MinutesSignerRow } from '../minutes/queries.ts'

export const beginMinutesSignatureInput = z.object({ minutes: z.uuid() })
export type BeginMinutesSignature = z.output<typeof beginMinutesSignatureInput>

interface BeginningPieces {
  now: Date
  files: FileStore
  renderer: Pick<Renderer, 'renderStamp'>
}

/** The place of this person in fixed minutes: nobody signs for another, who was not there to chair or to write. */
export async function beginSeat(db: Db | Tx, actor: Actor, minutes: MinutesRow, now: Date): Promise<MinutesSignerRow> {
  const places = await signersOfMinutes(db, minutes.id)
  const seat = await seatFor(db, actor, places, { day: dayOf(now), allowsSubstitute: false })
  if (seat === undefined) throw new Forbidden()
  demandMinutesCan('sign', minutes)
  if (seat.place.state !== 'waiting') throw new RuleViolation('minutes.alreadyDecided')
  return seat.place
}

interface Stamping extends Omit<BeginningPieces, 'files'> {
  place: MinutesSignerRow
  isSample: boolean
}

const stampWith =
  ({ renderer, place, isSample, now }: Stamping) =>
  async (rect: DocumentField['rect'], serial: string) =>
    renderer.renderStamp({
      language: 'vi',
      width: rect[2] - rect[0],
      height: rect[3] - rect[1],
      signer: place.signer_name,
      lines: [place.signer_post, place.unit_name],
      signedAt: now.toISOString(),
      serial,
      ...(isSample ? { mark: 'KÝ MẪU' } : {}),
    })

/** The first half of a signature: takes the turn and answers with what the signer's own key has to sign. */
export async function beginMinutesSignature(
  db: Db,
  actor: Actor,
  input: BeginMinutesSignature,
  { now, files, renderer }: BeginningPieces,
): Promise<Turn> {
  const minutes = await minutesById(db, input.minutes)
  const place = await beginSeat(db, actor, minutes, now)
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  const canonical = JSON.parse(found(minutes.canonical_text)) as CanonicalMinutes
  const wanted = {
    document: found(minutes.document_id),
    field: place.field,
    account: actor.account,
    mandate: place.mandate_id,
    signerName: place.signer_name,
    reason: titleOf(canonical),
    location: canonical.conference.place,
    stamp: stampWith({ renderer, place, isSample: minutes.is_sample, now }),
  }
  return takeTurnWithKey(db, files, wanted, now)
}
