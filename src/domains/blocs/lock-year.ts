import type { Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { yearById, type BlocYearRow } from './queries.ts'

/** A year that a reorganisation closed takes no more changes: what it was stays as it was. */
export async function demandOpenYear(tx: Tx, blocYear: string): Promise<void> {
  const closing = await tx
    .selectFrom('bloc_year_closing')
    .select('closed_on')
    .where('bloc_year_id', '=', blocYear)
    .executeTakeFirst()
  if (closing) throw new RuleViolation('blocs.yearClosed', { on: closing.closed_on })
}

/** Commands about one bloc-year take turns: each begins here. */
export async function lockYear(tx: Tx, blocYear: string): Promise<BlocYearRow> {
  found(await tx.selectFrom('bloc_year').select('id').where('id', '=', blocYear).forUpdate().executeTakeFirst())
  await demandOpenYear(tx, blocYear)
  return yearById(tx, blocYear)
}

export const yearSubject = (blocYear: string) => ({ kind: 'bloc_year', id: blocYear })
