import type { Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { yearById, type BlocYearRow } from './queries.ts'

/** Commands about one bloc-year take turns: each begins here. */
export async function lockYear(tx: Tx, blocYear: string): Promise<BlocYearRow> {
  found(await tx.selectFrom('bloc_year').select('id').where('id', '=', blocYear).forUpdate().executeTakeFirst())
  return yearById(tx, blocYear)
}

export const yearSubject = (blocYear: string) => ({ kind: 'bloc_year', id: blocYear })
