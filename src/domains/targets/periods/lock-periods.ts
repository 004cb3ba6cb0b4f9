import { lockYear } from '#domains/blocs/lock-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { mayKeepPeriods } from './access.ts'
import type { Period } from './period.ts'
import { lockPeriod, periodById } from './queries.ts'

/** A period of a year that may still change, held for someone who keeps its periods. */
export async function lockKeptPeriod(tx: Tx, actor: Actor, id: string): Promise<{ period: Period; year: BlocYearRow }> {
  const { bloc_year_id } = await periodById(tx, id)
  const year = await lockYear(tx, bloc_year_id)
  demand(mayKeepPeriods(actor, year.id))
  return { period: await lockPeriod(tx, id), year }
}

export const periodSubject = (period: string) => ({ kind: 'report_period', id: period })
