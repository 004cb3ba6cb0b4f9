import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { clausesOfAgreement } from '../queries.ts'
import { datesInClause, type ClauseDate } from './clause-dates.ts'

export interface ProposedDate extends ClauseDate {
  clause: string
  text: string
}

/** What is read in the clauses on how the agreement is carried out, and was not decided yet. */
export async function proposedDates(
  db: Db | Tx,
  agreement: string,
  year: Pick<BlocYearRow, 'starts_on' | 'ends_on'>,
): Promise<ProposedDate[]> {
  const clauses = (await clausesOfAgreement(db, agreement)).filter(({ section }) => section === 'organisation')
  const decided = await db
    .selectFrom('clause_date')
    .innerJoin('clause', 'clause.id', 'clause_date.clause_id')
    .select(['clause_date.clause_id', 'clause_date.at'])
    .where('clause.agreement_id', '=', agreement)
    .execute()
  const isDecided = (clause: string, at: number) => decided.some((one) => one.clause_id === clause && one.at === at)
  return clauses.flatMap(({ id: clause, text }) =>
    datesInClause(text, year)
      .filter(({ at }) => !isDecided(clause, at))
      .map((date) => ({ ...date, clause, text })),
  )
}
