import type { Selectable } from 'kysely'
import type { DocumentRevision, SignedDocument } from '../../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { storeFile, type FileStore } from '#platform/files.ts'
import { sha256Of } from '#platform/files.ts'
import type { KnownRevision } from '../judging/known-revisions.ts'

export type DocumentRow = Selectable<SignedDocument>
export type RevisionRow = Selectable<DocumentRevision>

/** A prepared place to sign, in PDF points from the lower left corner; pages count from 1. */
export interface DocumentField {
  name: string
  label: string
  page: number
  rect: readonly [x1: number, y1: number, x2: number, y2: number]
  /** The paper is complete without it: a witness. */
  optional?: boolean
}

export interface NewDocument {
  id: string
  code: string
  title: string
  /** SHA-256 of the canonical text that the paper prints. */
  textSha256: string
  fields: readonly DocumentField[]
  /** The paper with its empty fields: revision 0, made once. */
  pdf: Uint8Array
}

export async function keepDocument(tx: Tx, files: FileStore, document: NewDocument, now: Date): Promise<void> {
  await tx
    .insertInto('signed_document')
    .values({
      id: document.id,
      code: document.code,
      title: document.title,
      text_sha256: document.textSha256,
      fields: JSON.stringify(document.fields),
      created_at: now,
    })
    .execute()
  await keepRevision(
    tx,
    files,
    { document: document.id, number: 0, pdf: document.pdf, field: null, certificate: null },
    now,
  )
}

interface NewRevision {
  document: string
  number: number
  pdf: Uint8Array
  field: string | null
  certificate: string | null
  /** The system's own, where it filled the field. */
  seal?: string | null
  /** Of a revision that adds proofs alone: when the time stamp over the file is to be renewed. */
  renewBefore?: Date | null
}

/** Hash and length of every revision are kept, so that an upload can be told from what was signed here; answers with the hash. */
export async function keepRevision(tx: Tx, files: FileStore, revision: NewRevision, now: Date): Promise<string> {
  const sha256 = await storeFile(tx, files, revision.pdf, 'application/pdf')
  await tx
    .insertInto('document_revision')
    .values({
      document_id: revision.document,
      number: revision.number,
      sha256,
      length: revision.pdf.length,
      field: revision.field,
      certificate_id: revision.certificate,
      seal_id: revision.seal ?? null,
      renew_before: revision.renewBefore ?? null,
      made_at: now,
    })
    .execute()
  return sha256
}

export async function documentById(db: Db | Tx, id: string): Promise<DocumentRow> {
  return found(await db.selectFrom('signed_document').selectAll().where('id', '=', id).executeTakeFirst())
}

export async function documentByCode(db: Db, code: string): Promise<DocumentRow | undefined> {
  return db.selectFrom('signed_document').selectAll().where('code', '=', code).executeTakeFirst()
}

export const fieldsOf = (document: Pick<DocumentRow, 'fields'>) => document.fields as unknown as DocumentField[]

/** In the order of signing; number 0 is the paper before any signature. */
export async function revisionsOf(db: Db | Tx, document: string): Promise<RevisionRow[]> {
  return db.selectFrom('document_revision').selectAll().where('document_id', '=', document).orderBy('number').execute()
}

export async function latestRevision(db: Db | Tx, document: string): Promise<RevisionRow> {
  return found((await revisionsOf(db, document)).at(-1))
}

/** What to compare a file with that claims to be this document. */
export const knownRevisions = (revisions: readonly RevisionRow[]): KnownRevision[] =>
  revisions.map(({ sha256, length, made_at: keptAt, kind }) => ({
    sha256,
    length,
    keptAt,
    isProofsOnly: kind === 'proofs',
  }))

/** The document of which these bytes are a revision we made. */
export async function documentOfBytes(db: Db, bytes: Uint8Array): Promise<DocumentRow | undefined> {
  return db
    .selectFrom('document_revision')
    .innerJoin('signed_document', 'signed_document.id', 'document_revision.document_id')
    .selectAll('signed_document')
    .where('document_revision.sha256', '=', sha256Of(bytes))
    .limit(1)
    .executeTakeFirst()
}

/** Held first by whatever changes what may be signed, so that signing and taking back wait for each other. */
export async function lockDocument(tx: Tx, id: string): Promise<DocumentRow> {
  return found(await tx.selectFrom('signed_document').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}
