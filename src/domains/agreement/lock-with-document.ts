import { lockDocument } from '#capabilities/signatures/keeping/documents.ts'
import type { Tx } from '#platform/database/database.ts'
import { Conflict } from '#platform/errors.ts'
import { agreementById, lockAgreement, type AgreementRow } from './queries.ts'

/**
 * The agreement with its paper, held in the order in which a signature holds them: the paper first. A text that was
 * opened and fixed anew in between has another paper, which the person has not seen.
 */
export async function lockWithDocument(tx: Tx, id: string): Promise<AgreementRow> {
  const { document_id: document } = await agreementById(tx, id)
  if (document !== null) await lockDocument(tx, document)
  const agreement = await lockAgreement(tx, id)
  if (agreement.document_id !== document) throw new Conflict('agreement.textChanged')
  return agreement
}
