import { z } from 'zod'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import { authorityCertificate } from '#capabilities/signatures/authority.ts'
import { findAuthority } from '#capabilities/signatures/keeping/authorities.ts'
import { usableCertificate } from '#capabilities/signatures/keeping/certificates.ts'
import { documentById, fieldsOf } from '#capabilities/signatures/keeping/documents.ts'
import { openSigningJob, type Turn } from '#capabilities/signatures/keeping/signing-jobs.ts'
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
  const certificate = await usableCertificate(db, { account: actor.account, mandate: signer.mandate, now })
  const authority = await findAuthority(db)
  if (certificate === undefined || authority === null) throw new RuleViolation('agreement.noCertificate')
  const document = await documentById(db, found(agreement.document_id))
  const field = found(fieldsOf(document).find(({ name }) => name === place.field))
  const stamp = { seat, rect: field.rect, serial: certificate.serial, isSample: agreement.is_sample, now }
  const request = {
    field: place.field,
    certificate: certificate.certificate,
    chain: [authorityCertificate(authority.authority)],
    stamp: await stampOf(renderer, stamp),
    signerName: signer.name,
    reason: agreement.title,
    location: agreement.place,
    signedAt: now,
  }
  const job = { document: document.id, account: actor.account, by: { certificate: certificate.id }, request }
  return openSigningJob(db, files, job, now)
}
