import { sql } from 'kysely'
import type { EvidenceMedium, EvidenceVerdictKind } from '../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { subjectName, type SubjectKey } from './subject.ts'

export async function lockEvidence(tx: Tx, id: string) {
  return found(await tx.selectFrom('evidence').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

/** A piece as lists show it. */
export interface PieceRow {
  id: string
  bloc_year_id: string
  unit_id: string
  unit_name: string
  medium: EvidenceMedium
  title: string
  shows: string
  document_number: string
  document_on: string | null
  document_issuer: string
  taken_on: string | null
  file_sha256: string | null
  file_name: string
  link: string | null
  brought_by: string
  bringer_name: string
  brought_at: Date
  withdrawn_at: Date | null
  withdrawn_reason: string | null
  /** Whether a small picture of it is made; what came of the bytes; nothing is asked of a link. */
  has_picture: boolean
  content_state: 'waiting' | 'made' | 'failed' | null
  media_type: string | null
  length: number | null
  pages: number | null
  body: string | null
}

/** Names of units are those of the day on which the piece was brought. */
export const selectPieces = sql`
  select e.id, e.bloc_year_id, e.unit_id, e.medium, e.title, e.shows, e.document_number, e.document_on,
    e.document_issuer, e.taken_on, e.file_sha256, e.file_name, e.link, e.brought_by, e.bringer_name, e.brought_at,
    e.withdrawn_at, e.withdrawn_reason,
    coalesce((select n.short_name from unit_name n where n.unit_id = e.unit_id
      and n.from_on <= (e.brought_at at time zone 'Asia/Ho_Chi_Minh')::date order by n.from_on desc limit 1), '') as unit_name,
    exists (select from evidence_picture p where p.source_sha256 = e.file_sha256 and p.page = 0) as has_picture,
    c.state as content_state, f.media_type, f.length, c.pages, c.body
  from evidence e
  left join evidence_content c on c.sha256 = e.file_sha256
  left join stored_file f on f.sha256 = e.file_sha256`

export async function pieceById(db: Db | Tx, id: string): Promise<PieceRow> {
  const { rows } = await sql<PieceRow>`${selectPieces} where e.id = ${id}`.execute(db)
  return found(rows[0])
}

export interface VerdictRow {
  citation_id: string
  verdict: EvidenceVerdictKind
  asked: string
  judged_by: string
  judge_name: string
  judged_at: Date
}

/** One piece cited for one subject, with the verdict that holds. */
export interface CitedEvidence {
  citation: string
  subject: Required<SubjectKey>
  label: string
  path: string
  unit_id: string
  cited_by: string
  citer_name: string
  cited_at: Date
  removed_at: Date | null
  removed_reason: string | null
  last: VerdictRow | null
  piece: PieceRow
}

interface CitationRow extends Omit<CitedEvidence, 'citation' | 'subject' | 'piece' | 'last'> {
  id: string
  evidence_id: string
  subject_kind: string
  subject_id: string
  detail: string
}

async function lastVerdicts(db: Db | Tx, citations: readonly string[]): Promise<Map<string, VerdictRow>> {
  if (citations.length === 0) return new Map()
  const { rows } = await sql<VerdictRow>`
    select distinct on (citation_id) citation_id, verdict, asked, judged_by, judge_name, judged_at
    from evidence_verdict where citation_id = any(${[...citations]}::uuid[])
    order by citation_id, judged_at desc, id desc`.execute(db)
  return new Map(rows.map((row) => [row.citation_id, row]))
}

async function piecesById(db: Db | Tx, ids: readonly string[]): Promise<Map<string, PieceRow>> {
  const { rows } = await sql<PieceRow>`${selectPieces} where e.id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function withPieces(db: Db | Tx, rows: readonly CitationRow[]): Promise<CitedEvidence[]> {
  if (rows.length === 0) return []
  const last = await lastVerdicts(
    db,
    rows.map(({ id }) => id),
  )
  const pieces = await piecesById(
    db,
    rows.map(({ evidence_id }) => evidence_id),
  )
  return rows.map(({ id, evidence_id, subject_kind, subject_id, detail, ...row }) => ({
    ...row,
    citation: id,
    subject: { kind: subject_kind, id: subject_id, detail },
    last: last.get(id) ?? null,
    piece: found(pieces.get(evidence_id)),
  }))
}

const citationColumns = sql`id, evidence_id, subject_kind, subject_id, detail, label, path, unit_id, cited_by,
  citer_name, cited_at, removed_at, removed_reason`

/**
 * What is cited for subjects now, under `subjectName` of each, the oldest first; one question however many subjects.
 * A subject without a `detail` stands for all of its details too: each citation says which.
 */
export async function evidenceOf(
  db: Db | Tx,
  subjects: readonly SubjectKey[],
): Promise<ReadonlyMap<string, readonly CitedEvidence[]>> {
  const answer = new Map<string, CitedEvidence[]>(subjects.map((subject) => [subjectName(subject), []]))
  if (subjects.length === 0) return answer
  const ids = [...new Set(subjects.map(({ id }) => id))]
  const { rows } = await sql<CitationRow>`
    select ${citationColumns} from evidence_citation
    where subject_id = any(${ids}::uuid[]) and removed_at is null order by cited_at, id`.execute(db)
  for (const cited of await withPieces(db, rows)) {
    const whole = { kind: cited.subject.kind, id: cited.subject.id }
    for (const name of new Set([subjectName(cited.subject), subjectName(whole)])) answer.get(name)?.push(cited)
  }
  return answer
}

/** Everything a piece is or was cited for. */
export async function citationsOf(db: Db | Tx, evidence: string): Promise<CitedEvidence[]> {
  const { rows } = await sql<CitationRow>`
    select ${citationColumns} from evidence_citation where evidence_id = ${evidence} order by cited_at, id`.execute(db)
  return withPieces(db, rows)
}

/** All verdicts on a piece, the newest first. */
export async function verdictsOf(db: Db | Tx, evidence: string): Promise<VerdictRow[]> {
  return db
    .selectFrom('evidence_verdict')
    .innerJoin('evidence_citation', 'evidence_citation.id', 'evidence_verdict.citation_id')
    .select(['citation_id', 'verdict', 'asked', 'judged_by', 'judge_name', 'judged_at'])
    .where('evidence_id', '=', evidence)
    .orderBy('judged_at', 'desc')
    .execute()
}

/** The hosts to which links may lead on a day. */
export async function linkHosts(db: Db | Tx, today: string) {
  return db
    .selectFrom('evidence_host')
    .select(['host', 'name'])
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', today)]))
    .orderBy('name')
    .execute()
}

/** The picture of a page of a piece: its bytes' name in the store. */
export async function pictureOf(db: Db, piece: Pick<PieceRow, 'file_sha256'>, page: number): Promise<string> {
  const row = await db
    .selectFrom('evidence_picture')
    .select('sha256')
    .where('source_sha256', '=', piece.file_sha256 ?? '')
    .where('page', '=', page)
    .executeTakeFirst()
  return found(row).sha256
}

/** How many pages of a piece have a picture. */
export async function shownPages(db: Db, piece: Pick<PieceRow, 'file_sha256'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from evidence_picture
    where source_sha256 = ${piece.file_sha256} and page > 0`.execute(db)
  return rows[0]?.count ?? 0
}
