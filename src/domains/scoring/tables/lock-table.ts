import { yearsOfBloc, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { mayKeepTables } from './access.ts'
import { versionById, type TableVersion } from './queries.ts'

export const tableSubject = (table: string) => ({ kind: 'score_table', id: table })

/** The years of a bloc, the latest first, for who keeps its tables; others are refused. */
export async function lockBlocFor(tx: Tx, actor: Actor, bloc: string, now: Date): Promise<BlocYearRow[]> {
  found(await tx.selectFrom('bloc').select('id').where('id', '=', bloc).forUpdate().executeTakeFirst())
  const years = await yearsOfBloc(tx, bloc)
  demand(mayKeepTables(actor, years, dayOf(now)))
  return years
}

/** A version held for one command; commands about one table take turns. */
export async function lockVersionFor(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ version: TableVersion; years: BlocYearRow[] }> {
  const { table, bloc } = await versionById(tx, id)
  found(await tx.selectFrom('score_table').select('id').where('id', '=', table).forUpdate().executeTakeFirst())
  const years = await yearsOfBloc(tx, bloc)
  demand(mayKeepTables(actor, years, dayOf(now)))
  return { version: await versionById(tx, id), years }
}

export async function lockDraftFor(tx: Tx, actor: Actor, id: string, now: Date): Promise<TableVersion> {
  const { version } = await lockVersionFor(tx, actor, id, now)
  if (version.state !== 'draft') throw new RuleViolation('scoreTables.notADraft')
  return version
}
