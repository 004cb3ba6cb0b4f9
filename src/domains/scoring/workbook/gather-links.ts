import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Db } from '#platform/database/database.ts'
import type { Locale } from '#platform/words.ts'
import { tablesOfRound } from '../rounds/queries.ts'
import { isOpenToMembers, type Round } from '../rounds/round.ts'
import { scoreWorkbookPaths } from './paths.ts'
import { words } from './words.ts'

interface Asking {
  readonly var: { readonly db: Db; readonly locale: Locale }
}

/** Workbooks of a round, one a table, once all members may see all sheets. */
export async function gatherLinks(
  { var: { db, locale } }: Asking,
  { year, round }: { year: BlocYearRow; round: Round },
) {
  if (!isOpenToMembers(round.state)) return []
  const tables = await tablesOfRound(db, round.id)
  return tables.map(({ version_id, code }) => ({
    label: `${words(locale).download}: ${code}`,
    href: scoreWorkbookPaths.bloc(year.bloc.slug, year.slug, round.id, version_id),
  }))
}
