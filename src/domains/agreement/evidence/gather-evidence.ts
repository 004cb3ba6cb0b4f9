import { documentById, revisionsOf, type RevisionRow } from '#capabilities/signatures/keeping/documents.ts'
import type { SignatureReport } from '#capabilities/signatures/report/report.ts'
import { verifyPdf } from '#capabilities/signatures/verify-pdf.ts'
import { mandateById, type MandateRow } from '#domains/units/mandates/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { scansOf, witnessesOf, type ScanRow, type WitnessRow } from '../pen/queries.ts'
import { signersOf, voidVersions, type AgreementRow, type SignerRow } from '../queries.ts'

/** What is known of one unit's place: who signed, by what right, how, with what proof. */
export interface UnitEvidence {
  place: SignerRow
  /** Of whoever signed; of whom the text names while nobody has. */
  mandate: MandateRow
  confirmedBy: string | null
  /** What stands in the file itself. */
  signature: SignatureReport | null
  revision: RevisionRow | null
  scan: ScanRow | null
  witnesses: readonly WitnessRow[]
}

export interface Evidence {
  agreement: AgreementRow
  code: string
  textSha256: string
  units: readonly UnitEvidence[]
  revisions: readonly RevisionRow[]
  voided: readonly AgreementRow[]
}

/** Read from the paper without asking who is trusted: what it says of itself. */
async function signaturesIn(files: FileStore, sha256: string, now: Date): Promise<Map<string, SignatureReport>> {
  const report = await verifyPdf(await files.get(sha256), { trust: [], at: now })
  return new Map('problem' in report ? [] : report.signatures.map((signature) => [signature.field, signature]))
}

async function nameOf(db: Db, account: string | null): Promise<string | null> {
  if (account === null) return null
  const row = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select('person.full_name')
    .where('account.id', '=', account)
    .executeTakeFirst()
  return row?.full_name ?? null
}

interface Known {
  signatures: ReadonlyMap<string, SignatureReport>
  revisions: readonly RevisionRow[]
  scans: readonly ScanRow[]
}

async function unitEvidence(db: Db, place: SignerRow, { signatures, revisions, scans }: Known): Promise<UnitEvidence> {
  const mandate = await mandateById(db, place.signed_mandate_id ?? place.mandate_id)
  const scan = scans.find(({ unit_id, state }) => unit_id === place.unit_id && state === 'confirmed') ?? null
  return {
    place,
    mandate,
    confirmedBy: await nameOf(db, mandate.decided_by),
    signature: signatures.get(place.field) ?? null,
    revision: revisions.find(({ field }) => field === place.field) ?? null,
    scan,
    witnesses: scan === null ? [] : await witnessesOf(db, [scan.id]),
  }
}

/** All that proves how a text was signed, unit by unit in official order. */
export async function gatherEvidence(db: Db, files: FileStore, agreement: AgreementRow, now: Date): Promise<Evidence> {
  const document = await documentById(db, found(agreement.document_id))
  const revisions = await revisionsOf(db, document.id)
  const signatures = await signaturesIn(files, found(revisions.at(-1)).sha256, now)
  const known = { signatures, revisions, scans: await scansOf(db, agreement.id) }
  const places = await signersOf(db, agreement.id)
  return {
    agreement,
    code: document.code,
    textSha256: document.text_sha256,
    units: await Promise.all(places.map((place) => unitEvidence(db, place, known))),
    revisions,
    voided: (await voidVersions(db, agreement.bloc_year_id)).filter(({ id }) => id !== agreement.id),
  }
}
