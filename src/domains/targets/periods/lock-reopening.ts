import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import type { Period } from './period.ts'
import { periodById, lockPeriod } from './queries.ts'

export interface HeldReopening {
  id: string
  bloc_year_id: string
  unit_id: string | null
  until_on: string
  asked_by: string
  state: 'asked' | 'agreed' | 'refused'
  period: Period
}

/** A request to reopen, held until it is decided. */
export async function lockReopening(tx: Tx, id: string): Promise<HeldReopening> {
  const rows = tx.selectFrom('period_reopening').select(['id', 'period_id', 'unit_id', 'until_on', 'asked_by', 'state'])
  const { period_id } = found(await rows.where('id', '=', id).executeTakeFirst())
  const { bloc_year_id } = await periodById(tx, period_id)
  await lockYear(tx, bloc_year_id)
  const period = await lockPeriod(tx, period_id)
  const row = found(await rows.where('id', '=', id).forUpdate().executeTakeFirst())
  return { ...row, bloc_year_id, period }
}

export function demandAsked({ state }: HeldReopening): void {
  if (state !== 'asked') throw new RuleViolation('periods.reopeningDecided')
}
