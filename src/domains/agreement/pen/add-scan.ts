import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { documentById, revisionsOf } from '#capabilities/signatures/keeping/documents.ts'
import type { Signer } from '#domains/units/mandates/queries.ts'
import { worksFor, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { sha256Of, storeFile, type FileStore } from '#platform/files.ts'
import { day, line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { lockWithDocument } from '../lock-with-document.ts'
import { agreementById, type AgreementRow, type SignerRow } from '../queries.ts'
import { seatsOn } from '../signing/signer.ts'
import { demandOpen } from '../signing/signing-state.ts'
import { mayBringScan } from './access.ts'
import { closeScans } from './close-scans.ts'
import { checkCode, checkSignedOn, mediaTypeOf } from './scan-rules.ts'
import { tellOwner, tellWitnesses } from './scan-tasks.ts'

export const addScanInput = z.object({
  agreement: z.uuid(),
  unit: z.uuid(),
  /** The mandate under which the person signed. */
  mandate: z.uuid(),
  signedOn: day(),
  /** As it is printed on the paper that was scanned. */
  code: line(40),
})

export type AddScan = z.output<typeof addScanInput>

export interface ScanPieces {
  files: FileStore
  /** PDF, PNG or JPEG. */
  scan: Uint8Array
}

/** The mandate must have held on the day of the pen; what became of it later changes nothing. */
async function signerThen(tx: Tx, agreement: AgreementRow, place: SignerRow, input: AddScan): Promise<Signer> {
  const [seat] = await seatsOn(tx, agreement, [place], input.signedOn)
  if (seat === undefined || seat.signer.mandate !== input.mandate)
    throw new RuleViolation('pen.notSignerThen', { day: input.signedOn })
  return seat.signer
}

/** The paper's base bytes: the scan must be of that print, not the file itself sent back. */
async function baseOf(tx: Tx, agreement: AgreementRow, scan: Uint8Array): Promise<string> {
  const revisions = await revisionsOf(tx, found(agreement.document_id))
  const sha256 = sha256Of(scan)
  if (revisions.some((revision) => revision.sha256 === sha256)) throw new RuleViolation('pen.scanIsThePaper')
  return found(revisions[0]).sha256
}

interface Bringing {
  agreement: AgreementRow
  place: SignerRow
  input: AddScan
  scan: Uint8Array
}

/** What the scan is bound to: the text, the paper's base bytes, the person and their mandate on that day. */
async function boundTo(tx: Tx, { agreement, place, input, scan }: Bringing, now: Date) {
  const document = await documentById(tx, found(agreement.document_id))
  checkCode(input.code, document.code)
  checkSignedOn(input.signedOn, { frozenOn: dayOf(agreement.frozen_at ?? now), today: dayOf(now) })
  const signer = await signerThen(tx, agreement, place, input)
  return {
    agreement_id: agreement.id,
    unit_id: input.unit,
    document_id: document.id,
    text_sha256: document.text_sha256,
    base_sha256: await baseOf(tx, agreement, scan),
    mandate_id: signer.mandate,
    signer_account_id: signer.account,
    signer_name: signer.name,
    signer_post: signer.post,
    signed_on: input.signedOn,
  }
}

/** Brings the scan of a paper signed by pen, bound to the fixed text; it counts once two witnesses have confirmed it. */
export async function addScan(
  db: Db,
  actor: Actor,
  input: AddScan,
  { now, files, scan }: ScanPieces & { now: Date },
): Promise<string> {
  demand(mayBringScan(actor, await agreementById(db, input.agreement), input.unit))
  const mediaType = mediaTypeOf(scan)
  const id = newId()
  await db.transaction().execute(async (tx) => {
    const agreement = await lockWithDocument(tx, input.agreement)
    const place = found((await demandOpen(tx, agreement, now)).find(({ unit_id }) => unit_id === input.unit))
    if (place.state !== 'waiting') throw new RuleViolation('agreement.alreadyDecided')
    const bound = await boundTo(tx, { agreement, place, input, scan }, now)
    const sha256 = await storeFile(tx, files, scan, mediaType)
    const brought = { uploaded_by: actor.account, uploader_name: actor.name, uploaded_at: now }
    const row = { ...bound, ...brought, id, scan_sha256: sha256 }
    await closeScans(tx, { agreement: agreement.id, unit: input.unit }, now)
    await tx.insertInto('pen_scan').values(row).execute()
    const told = { agreement, scan: row, unitName: place.unit_name }
    await tellWitnesses(tx, told, now)
    if (!worksFor(actor, input.unit)) await tellOwner(tx, told, now)
    const facts = { unit: place.unit_name, signer: row.signer_name, on: input.signedOn, scan: sha256 }
    const subject = { kind: 'agreement', id: agreement.id }
    await record(tx, actor, now, { action: 'agreement.scanBrought', subject, facts })
  })
  return id
}
