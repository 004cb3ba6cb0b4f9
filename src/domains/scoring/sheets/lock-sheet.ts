import { demandOpenYear } from '#domains/blocs/lock-year.ts'
import type { Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { lockedSheet, type SheetRow } from './queries.ts'

/** A sheet held until the transaction ends, and its round so that it does not move on meanwhile; a closed year takes nothing. */
export async function lockSheet(tx: Tx, id: string): Promise<SheetRow> {
  const round = tx
    .selectFrom('scoring_round')
    .select('bloc_year_id')
    .where('id', '=', (of) => of.selectFrom('score_sheet').select('round_id').where('id', '=', id))
  const { bloc_year_id } = found(await round.forShare().executeTakeFirst())
  await demandOpenYear(tx, bloc_year_id)
  return lockedSheet(tx, id)
}

export const sheetSubject = (id: string) => ({ kind: 'score_sheet', id })
