import { sql } from 'kysely'
import type { AgreementState } from '#domains/agreement/agreement.ts'
import { allowedIn } from '#domains/agreement/agreement.ts'
import { readCanonical, type CanonicalAgreement } from '#domains/agreement/canonical-text.ts'
import { scansOf, witnessesOf } from '#domains/agreement/pen/queries.ts'
import { signersOf, type AgreementRow, type SignerRow } from '#domains/agreement/queries.ts'
import {
  documentById,
  revisionsOf,
  type DocumentRow,
  type RevisionRow,
} from '#capabilities/signatures/keeping/documents.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'

/** A text that all sign, with its paper: what the public may read once the first unit has signed. */
export interface PublishedAgreement {
  row: AgreementRow
  text: CanonicalAgreement
  /** The exact bytes that were hashed. */
  canonicalText: string
  hash: string
  signers: readonly SignerRow[]
  document: DocumentRow
  /** Oldest first; number 0 is the paper before any signature. */
  revisions: readonly RevisionRow[]
  newest: RevisionRow
}

const published = [...allowedIn.publish]

/** A frozen text with its paper, whatever became of it. */
export async function paperOf(db: Db, row: AgreementRow): Promise<PublishedAgreement> {
  const canonicalText = found(row.canonical_text)
  const document = await documentById(db, found(row.document_id))
  const [signers, revisions] = await Promise.all([signersOf(db, row.id), revisionsOf(db, document.id)])
  const newest = found(revisions.at(-1))
  const text = readCanonical(canonicalText)
  return { row, text, canonicalText, hash: found(row.text_sha256), signers, document, revisions, newest }
}

/** The public agreement of a bloc-year; a draft, and a text that nobody has signed, is none. */
export async function publishedAgreement(db: Db, blocYear: string): Promise<PublishedAgreement | null> {
  const row = await db
    .selectFrom('agreement')
    .selectAll()
    .where('bloc_year_id', '=', blocYear)
    .where('state', 'in', published)
    .executeTakeFirst()
  return row === undefined ? null : paperOf(db, row)
}

/** How far the signing of a bloc's newest public agreement has come. */
export interface PublishedState {
  bloc_id: string
  bloc_slug: string
  year_slug: string
  state: AgreementState
  is_sample: boolean
  signed: number
  refused: number
  withdrawn: number
  all: number
  /** The last day for signing passed before all had signed. */
  is_over: boolean
  /** The moment of its last signature. */
  changed_at: Date | null
}

const selectPublished = sql`
  select b.id as bloc_id, b.slug as bloc_slug, y.slug as year_slug, y.starts_on, a.state, a.is_sample,
    count(*) filter (where s.state = 'signed') as signed, count(*) filter (where s.state = 'refused') as refused,
    count(*) filter (where s.state = 'withdrawn') as withdrawn, a.expired_at is not null as is_over, count(*) as "all", max(s.decided_at) as changed_at
  from agreement a
  join bloc_year y on y.id = a.bloc_year_id
  join bloc b on b.id = y.bloc_id
  join agreement_signer s on s.agreement_id = a.id
  where a.state = any(${published}::agreement_state[])
  group by a.id, y.id, b.id`

/** The newest public agreement of each bloc named, by bloc. */
export async function newestPublished(db: Db, blocs: readonly string[]): Promise<Map<string, PublishedState>> {
  const { rows } = await sql<PublishedState>`
    select distinct on (bloc_id) * from (${selectPublished}) p
    where bloc_id = any(${[...blocs]}::uuid[]) order by bloc_id, starts_on desc`.execute(db)
  return new Map(rows.map((row) => [row.bloc_id, row]))
}

/** The public agreements of one bloc, the newest year first. */
export async function publishedOfBloc(db: Db, bloc: string): Promise<PublishedState[]> {
  const { rows } = await sql<PublishedState>`
    select * from (${selectPublished}) p where bloc_id = ${bloc} order by starts_on desc`.execute(db)
  return rows
}

/** A search engine takes at most 50,000 addresses from one map; each agreement has two. */
const mostInMap = 20_000

export async function allPublished(db: Db): Promise<PublishedState[]> {
  const { rows } = await sql<PublishedState>`
    select * from (${selectPublished}) p order by bloc_slug, starts_on desc limit ${mostInMap}`.execute(db)
  return rows
}

/** What anyone may know of a signature by pen: its day, the hash of the scan, who saw it. The scan itself is not public. */
export interface PublicPen {
  signedOn: string
  scan: string
  witnesses: readonly { name: string; unit_name: string }[]
}

/** The pen signatures of a text, by unit. */
export async function pensOf(db: Db, agreement: string): Promise<Map<string, PublicPen>> {
  const scans = (await scansOf(db, agreement)).filter(({ state }) => state === 'confirmed')
  const spoken = await witnessesOf(
    db,
    scans.map(({ id }) => id),
  )
  return new Map(
    scans.map(({ id, unit_id, signed_on, scan_sha256 }) => {
      const witnesses = spoken.filter(({ scan_id }) => scan_id === id)
      return [unit_id, { signedOn: signed_on, scan: scan_sha256, witnesses }] as const
    }),
  )
}

/** The serial of the certificate behind each signature of a document, by field. */
export async function serialsByField(db: Db, document: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('document_revision')
    .innerJoin('signer_certificate', 'signer_certificate.id', 'document_revision.certificate_id')
    .select(['document_revision.field', 'signer_certificate.serial'])
    .where('document_revision.document_id', '=', document)
    .execute()
  return new Map(rows.flatMap(({ field, serial }) => (field === null ? [] : [[field, serial] as const])))
}
