import { lockDocument } from '#capabilities/signatures/keeping/documents.ts'
import type { Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { demandOpenYear } from '../lock-year.ts'
import { handoverById, type HandoverRow } from './queries.ts'

/** Held until the transaction ends, in the order in which a signature holds them: the paper, then the record. */
export async function lockHandover(tx: Tx, id: string): Promise<HandoverRow> {
  const { document_id: document } = await handoverById(tx, id)
  if (document !== null) await lockDocument(tx, document)
  await tx.selectFrom('handover').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  const handover = found(await handoverById(tx, id))
  await demandOpenYear(tx, handover.bloc_year_id)
  return handover
}

export const handoverSubject = (id: string) => ({ kind: 'handover', id })
