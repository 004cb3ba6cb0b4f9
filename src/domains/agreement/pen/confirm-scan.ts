import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { readCertificate } from '#capabilities/signatures/trust/certificate.ts'
import { documentById, fieldsOf } from '#capabilities/signatures/keeping/documents.ts'
import { ensureSeal, type SealPieces } from '#capabilities/signatures/keeping/seals.ts'
import { signWithSeal } from '#capabilities/signatures/keeping/sign-with-seal.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { closeTask } from '#domains/calendar/open-task.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { lockWithDocument } from '../lock-with-document.ts'
import { agreementById, lockAgreement, signersOf, type AgreementRow, type SignerRow } from '../queries.ts'
import type { SigningPieces } from '../signing/begin-signature.ts'
import type { GivingPieces } from '../signing/give-agreement-signature.ts'
import { signPlace } from '../signing/sign-place.ts'
import { mayWitness } from './access.ts'
import { closeWitnessTasks, witnessKey } from './close-scans.ts'
import { lockScan, scanById, witnessesOf, type ScanRow } from './queries.ts'
import { witnessesNeeded } from './scan-rules.ts'
import { addWitness, demandWaiting, seenBy, witnessOf, type Witness } from './witness.ts'
import { words } from './words.ts'

export const confirmScanInput = z.object({ scan: z.uuid() })

export type ConfirmScan = z.output<typeof confirmScanInput>

export type ConfirmPieces = SigningPieces & GivingPieces & { seal: SealPieces }

interface Looking {
  agreement: AgreementRow
  scan: ScanRow
  witness: Witness
}

const namesOf = async (db: Db | Tx, scan: string) =>
  (await witnessesOf(db, [scan])).map(({ name, unit_name }) => ({ name, unit_name }))

/** Answers with `false`, and writes nothing, when this confirmation turns out to be the last one needed. */
async function confirmAsFirst(db: Db, actor: Actor, { agreement, scan, witness }: Looking, now: Date) {
  return db.transaction().execute(async (tx) => {
    await lockWithDocument(tx, agreement.id)
    const place = await demandWaiting(tx, await lockScan(tx, scan.id), now)
    const seen = await seenBy(tx, scan, agreement.bloc_year_id)
    demand(mayWitness(actor, seen))
    if (seen.spoken.length + 1 >= witnessesNeeded) return false
    await addWitness(tx, actor, { scan: scan.id, witness, reason: null }, now)
    await closeTask(tx, now, witnessKey(scan.id, witness.unit))
    const facts = { unit: place.unit_name, witness: witness.unitName, scan: scan.scan_sha256 }
    await record(tx, actor, now, {
      action: 'agreement.scanWitnessed',
      subject: { kind: 'agreement', id: agreement.id },
      facts,
    })
    return true
  })
}

/** What the system's seal shows and says: that it records a pen signature, of whom, by which scan, before whom. */
async function sealRequest(
  db: Db,
  { looking, place, serial }: { looking: Looking; place: SignerRow; serial: string },
  { renderer, seal, now }: ConfirmPieces & { now: Date },
) {
  const { agreement, scan, witness } = looking
  const document = await documentById(db, scan.document_id)
  const [x1, y1, x2, y2] = found(fieldsOf(document).find(({ name }) => name === place.field)).rect
  const earlier = await namesOf(db, scan.id)
  const witnesses = [...earlier, { name: witness.name, unit_name: witness.unitName }]
  const stamp = await renderer.renderStamp({
    language: 'vi',
    width: x2 - x1,
    height: y2 - y1,
    signer: scan.signer_name,
    lines: [scan.signer_post, place.unit_name],
    signedAt: now.toISOString(),
    serial,
    pen: {
      signedOn: scan.signed_on,
      scan: scan.scan_sha256,
      witnesses: witnesses.map(({ name, unit_name }) => `${name} (${unit_name})`),
    },
    ...(agreement.is_sample ? { mark: 'KÝ MẪU' } : {}),
  })
  return {
    field: place.field,
    stamp,
    signerName: words('vi').seal.name(seal.tenantName),
    reason: words('vi').seal.reason({ scan: scan.scan_sha256, signer: scan.signer_name, unit: place.unit_name }),
    location: agreement.place,
    signedAt: now,
  }
}

/** The last confirmation and the field it fills become true together, or not at all. */
async function confirmAndSeal(db: Db, actor: Actor, looking: Looking, pieces: ConfirmPieces & { now: Date }) {
  const { now } = pieces
  const { agreement, scan, witness } = looking
  const place = found((await signersOf(db, agreement.id)).find(({ unit_id }) => unit_id === scan.unit_id))
  const seal = await ensureSeal(db, pieces.seal, now)
  const request = await sealRequest(db, { looking, place, serial: readCertificate(seal.certificate).serial }, pieces)
  const sealed = { document: scan.document_id, account: actor.account, seal, request }
  await signWithSeal(db, pieces, sealed, {
    now,
    afterwards: async (tx, { revision, sha256 }) => {
      const locked = await lockAgreement(tx, agreement.id)
      await demandWaiting(tx, await lockScan(tx, scan.id), now)
      demand(mayWitness(actor, await seenBy(tx, scan, locked.bloc_year_id)))
      await addWitness(tx, actor, { scan: scan.id, witness, reason: null }, now)
      if ((await witnessesOf(tx, [scan.id])).length !== witnessesNeeded) throw new RuleViolation('signatures.busy')
      const remaining = await keepSigned(tx, { agreement: locked, scan, place }, now)
      const facts = { unit: place.unit_name, signer: scan.signer_name, on: scan.signed_on, scan: scan.scan_sha256 }
      await record(tx, actor, now, {
        action: 'agreement.penSigned',
        subject: { kind: 'agreement', id: agreement.id },
        facts: { ...facts, witness: witness.unitName, revision, sha256, remaining },
      })
    },
  })
}

async function keepSigned(
  tx: Tx,
  { agreement, scan, place }: { agreement: AgreementRow; scan: ScanRow; place: SignerRow },
  now: Date,
): Promise<number> {
  await tx.updateTable('pen_scan').set({ state: 'confirmed', closed_at: now }).where('id', '=', scan.id).execute()
  await closeWitnessTasks(tx, scan.id, now)
  const signer = {
    mandate: scan.mandate_id,
    account: scan.signer_account_id,
    name: scan.signer_name,
    post: scan.signer_post,
  }
  return signPlace(tx, { agreement, place, signer, way: 'pen', device: null }, now)
}

/**
 * A witness has seen that the scan shows this paper, signed by that person. With the second witness the unit has signed:
 * the system's seal fills its field. Throws `signatures.busy` while someone else signs the same paper.
 */
export async function confirmScan(
  db: Db,
  actor: Actor,
  input: ConfirmScan,
  pieces: ConfirmPieces & { now: Date },
): Promise<{ signed: boolean }> {
  const { now } = pieces
  const scan = await scanById(db, input.scan)
  const agreement = await agreementById(db, scan.agreement_id)
  await demandWaiting(db, scan, now)
  const seen = await seenBy(db, scan, agreement.bloc_year_id)
  demand(mayWitness(actor, seen))
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  const looking = { agreement, scan, witness: await witnessOf(db, actor, seen, now) }
  if (await confirmAsFirst(db, actor, looking, now)) return { signed: false }
  await confirmAndSeal(db, actor, looking, pieces)
  return { signed: true }
}
