import { readCertificate } from '#capabilities/signatures/trust/certificate.ts'
import { keepDocument, keepRevision } from '#capabilities/signatures/keeping/documents.ts'
import { prepareFields } from '#capabilities/signatures/signing/prepare-fields.ts'
import { samplePaper, samplePlaces } from '#capabilities/signatures/testing/papers.ts'
import { now as houseOpened, signAs, type TestHouse } from '#capabilities/signatures/testing/signers.ts'
import { canonicalHash } from '#platform/canonical-json.ts'
import { canonicalText, type CanonicalAgreement, type Party } from '#domains/agreement/canonical-text.ts'
import type { AgreementState } from '#domains/agreement/agreement.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import type { FileStore } from '#platform/files.ts'
import { newCode, newId } from '#platform/id.ts'
import { sampleText, sampleTitle } from './sample-text.ts'
import { makeCast, type Cast } from '../../../../test/cast.ts'

/** Within the life of the house's certificates. */
export const signingMoment = new Date(houseOpened.getTime() + 1_800_000)

/** The cast's unit of each signer of the house: the house names the women's union, the Front, … in its own order. */
const castOrder = [3, 0, 2, 5, 1, 4]

/** The paper before any signature, then after each signer. No two papers are alike: each prints its code. */
async function signPaper(house: TestHouse, code: string, signed: number): Promise<Uint8Array[]> {
  const places = samplePlaces(house.signers.map(({ unit }) => unit))
  const revisions = [await prepareFields(samplePaper(`Giao ước thi đua ${code}`), places)]
  for (const [index, signer] of house.signers.slice(0, signed).entries()) {
    const place = { field: `unit-${index + 1}`, certify: index === 0 }
    revisions.push(await signAs(house, signer, revisions.at(-1) ?? new Uint8Array(), place))
  }
  return revisions
}

export interface Laid {
  cast: Cast
  id: string
  code: string
  text: string
  hash: string
  revisions: readonly Uint8Array[]
}

interface Wanted {
  house: TestHouse
  state: AgreementState
  /** How many of the six have signed. */
  signed: number
  refusal?: string
}

const officeAt = (index: number) => (['head', 'deputy'] as const)[index] ?? null

const partiesOf = (cast: Cast, house: TestHouse, mandates: readonly string[]): Party[] =>
  house.signers.map((signer, index) => ({
    unit: cast.units[castOrder[index] ?? 0] ?? '',
    name: signer.unit,
    office: officeAt(index),
    field: `unit-${index + 1}`,
    signer: {
      name: signer.name,
      post: 'Chủ tịch',
      mandate: mandates[index] ?? '',
      document: `Giấy ủy quyền số ${index + 1}/UQ`,
    },
  }))

async function addMandate(tx: Tx, cast: Cast, unit: string, account: string): Promise<string> {
  const id = newId()
  await tx
    .insertInto('mandate')
    .values({
      id,
      unit_id: unit,
      account_id: account,
      post: 'Chủ tịch',
      may_act: true,
      may_sign: true,
      may_vote: true,
      from_on: '2022-01-01',
      to_on: '2027-12-31',
      document_name: 'Giấy ủy quyền',
      state: 'confirmed',
      asked_by: account,
      asked_at: signingMoment,
      decided_by: cast.dung.account,
      decided_at: signingMoment,
    })
    .execute()
  return id
}

async function addCertificates(tx: Tx, house: TestHouse, { mandates, accounts }: Signers) {
  const authority = newId()
  await tx
    .insertInto('certificate_authority')
    .values({
      id: authority,
      name: 'Thử',
      certificate: Buffer.from(house.root),
      sealed_key: '{}',
      created_at: signingMoment,
    })
    .execute()
  const ids: string[] = []
  for (const [index, signer] of house.signers.entries()) {
    const { serial, notBefore, notAfter } = readCertificate(signer.certificate)
    const id = newId()
    const known = await tx.selectFrom('signer_certificate').select('id').where('serial', '=', serial).executeTakeFirst()
    if (known === undefined)
      await tx
        .insertInto('signer_certificate')
        .values({
          id,
          authority_id: authority,
          account_id: accounts[index] ?? '',
          mandate_id: mandates[index] ?? '',
          serial,
          certificate: Buffer.from(signer.certificate),
          sealed_key: '{}',
          issued_at: notBefore,
          valid_from: notBefore,
          valid_to: notAfter,
        })
        .execute()
    ids.push(known?.id ?? id)
  }
  return ids
}

interface Signers {
  mandates: readonly string[]
  accounts: readonly string[]
}

async function addSigners(tx: Tx, cast: Cast): Promise<Signers> {
  const accounts = castOrder.map((place) => cast.leaders[place]?.account ?? '')
  const mandates: string[] = []
  for (const [index, place] of castOrder.entries())
    mandates.push(await addMandate(tx, cast, cast.units[place] ?? '', accounts[index] ?? ''))
  return { mandates, accounts }
}

const placesOf = (names: readonly string[]) =>
  samplePlaces(names).map((place, index) => ({ ...place, label: names[index] ?? '' }))

async function keepPaper(
  tx: Tx,
  files: FileStore,
  paper: Omit<Laid, 'cast'> & { document: string; text: string; names: readonly string[] },
  certificates: readonly string[],
) {
  const { document, code, revisions, hash: textSha256 } = paper
  const [pdf = new Uint8Array(), ...later] = revisions
  const kept = { id: document, code, title: sampleTitle, textSha256, fields: placesOf(paper.names), pdf }
  await keepDocument(tx, files, kept, signingMoment)
  for (const [index, pdf] of later.entries()) {
    const field = `unit-${index + 1}`
    const revision = { document, number: index + 1, pdf, field, certificate: certificates[index] ?? null }
    await keepRevision(tx, files, revision, signingMoment)
  }
}

interface Row extends Wanted {
  cast: Cast
  id: string
  document: string
  canonical: CanonicalAgreement
  text: string
  hash: string
}

async function addAgreement(tx: Tx, { cast, id, document, canonical, text, hash, state, refusal }: Row) {
  const frozen = state === 'drafting' ? {} : { canonical_text: text, text_sha256: hash, document_id: document }
  await tx
    .insertInto('agreement')
    .values({
      id,
      bloc_year_id: cast.blocYear,
      version: 1,
      state,
      origin: 'template',
      title: canonical.title,
      signing_on: canonical.signingOn,
      witness: canonical.witness,
      is_sample: true,
      ...frozen,
      signed_at: state === 'signed' ? signingMoment : null,
      voided_at: state === 'void' ? signingMoment : null,
      void_reason: refusal ?? null,
      created_by: cast.an.account,
      created_at: signingMoment,
      changed_at: signingMoment,
    })
    .execute()
}

function decisionOf(index: number, { state, signed, refusal }: Wanted) {
  const isRefused = refusal !== undefined && index === signed
  const decided = index < signed || isRefused ? signingMoment : null
  if (state === 'void') return { state: 'void' as const, decided_at: decided }
  if (index < signed) return { state: 'signed' as const, decided_at: decided }
  if (!isRefused) return { state: 'waiting' as const, decided_at: null }
  return { state: 'refused' as const, decided_at: decided, refusal_reason: refusal }
}

async function addPlaces(tx: Tx, row: Row, { mandates, accounts }: Signers) {
  const given = (index: number) => ({
    way: 'key' as const,
    signed_mandate_id: mandates[index] ?? '',
    signed_account_id: accounts[index] ?? '',
    signed_name: row.canonical.parties[index]?.signer.name ?? '',
    signed_post: row.canonical.parties[index]?.signer.post ?? '',
  })
  const places = row.canonical.parties.map((party, index) => ({
    agreement_id: row.id,
    unit_id: party.unit,
    position: index + 1,
    field: party.field,
    office: party.office,
    unit_name: party.name,
    mandate_id: mandates[index] ?? '',
    account_id: accounts[index] ?? '',
    signer_name: party.signer.name,
    signer_post: party.signer.post,
    ...decisionOf(index, row),
    ...(index < row.signed ? given(index) : {}),
  }))
  await tx.insertInto('agreement_signer').values(places).execute()
}

/** An agreement in any state with its paper, written straight into the tables: six units, the first is the head. */
export async function layAgreement(db: Db, files: FileStore, wanted: Wanted): Promise<Laid> {
  const { house, signed } = wanted
  const cast = await makeCast(db)
  const [id, document, code] = [newId(), newId(), newCode(12)]
  const revisions = await signPaper(house, code, signed)
  return db.transaction().execute(async (tx) => {
    const signers = await addSigners(tx, cast)
    const certificates = await addCertificates(tx, house, signers)
    const parties = partiesOf(cast, house, signers.mandates)
    const canonical = { ...sampleText(cast.bloc, id), parties }
    const text = canonicalText(canonical)
    const hash = canonicalHash(text)
    const names = parties.map(({ name }) => name)
    await keepPaper(tx, files, { id, document, code, text, hash, revisions, names }, certificates)
    const row = { ...wanted, cast, id, document, canonical, text, hash }
    await addAgreement(tx, row)
    await addPlaces(tx, row, signers)
    return { cast, id, code, text, hash, revisions }
  })
}
