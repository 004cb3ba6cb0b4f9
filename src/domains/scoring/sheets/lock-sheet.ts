import { demandOpenYear } from '#domains/blocs/lock-year.ts'
import type { Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { sheetById, type SheetRow } from './queries.ts'

/** A sheet held until the transaction ends, and its round so that it does not move on meanwhile; a closed year takes nothing. */
export async function lockSheet(tx: Tx, id: string): Promise<SheetRow> {
  const { round_id, bloc_year_id } = await sheetById(tx, id)
  await demandOpenYear(tx, bloc_year_id)
  found(await tx.selectFrom('scoring_round').select('id').where('id', '=', round_id).forShare().executeTakeFirst())
  found(await tx.selectFrom('score_sheet').select('id').where('id', '=', id).forUpdate().executeTakeFirst())
  return sheetById(tx, id)
}

export const sheetSubject = (id: string) => ({ kind: 'score_sheet', id })
