import { createHash } from 'node:crypto'
import { documentByCode, documentOfBytes, type DocumentRow } from '#capabilities/signatures/keeping/documents.ts'
import type { AgreementRow } from '#domains/agreement/queries.ts'
import { yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { readCode } from '#platform/id.ts'

/** Hashes of the first so many bytes, in one pass. Lengths beyond the end have none. */
function hashesOfBeginnings(bytes: Uint8Array, lengths: readonly number[]): string[] {
  const hash = createHash('sha256')
  let end = 0
  return lengths
    .filter((length) => length <= bytes.length)
    .map((length) => {
      hash.update(bytes.subarray(end, length))
      end = length
      return hash.copy().digest('hex')
    })
}

/** The document whose unsigned paper these bytes begin with: every signed revision begins with it. */
async function documentBegunBy(db: Db, bytes: Uint8Array): Promise<DocumentRow | undefined> {
  const lengths = await db
    .selectFrom('document_revision')
    .select('length')
    .distinct()
    .where('number', '=', 0)
    .where('length', '<=', bytes.length)
    .orderBy('length')
    .execute()
  const hashes = hashesOfBeginnings(
    bytes,
    lengths.map(({ length }) => length),
  )
  if (hashes.length === 0) return undefined
  return db
    .selectFrom('document_revision')
    .innerJoin('signed_document', 'signed_document.id', 'document_revision.document_id')
    .selectAll('signed_document')
    .where('document_revision.number', '=', 0)
    .where('document_revision.sha256', 'in', hashes)
    .orderBy('document_revision.length', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The document of ours that a file is, was, or claims to be. */
export async function documentOfFile(db: Db, bytes: Uint8Array): Promise<DocumentRow | undefined> {
  return (await documentOfBytes(db, bytes)) ?? documentBegunBy(db, bytes)
}

/** The agreement that a document is the paper of; none when the text was opened again before anyone signed. */
export interface PaperOwner {
  agreement: AgreementRow
  year: BlocYearRow
}

export async function ownerOf(db: Db, document: DocumentRow): Promise<PaperOwner | null> {
  const agreement = await db
    .selectFrom('agreement')
    .selectAll()
    .where('document_id', '=', document.id)
    .executeTakeFirst()
  return agreement === undefined ? null : { agreement, year: await yearById(db, agreement.bloc_year_id) }
}

/** By the code that a person typed, with its look-alikes mended. */
export async function documentByTypedCode(db: Db, typed: string): Promise<DocumentRow | undefined> {
  const code = readCode(typed.normalize('NFC'))
  return code === '' ? undefined : documentByCode(db, code)
}
