import { lockYear } from '#domains/blocs/lock-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Tx } from '#platform/database/database.ts'
import { lockRoundRow, roundById } from './queries.ts'
import type { Round } from './round.ts'

export interface HeldRound {
  year: BlocYearRow
  round: Round
}

/** A round with its year, both held: acts on the rounds of a year take turns, and a closed year takes none. */
export async function lockRound(tx: Tx, id: string): Promise<HeldRound> {
  const { bloc_year_id } = await roundById(tx, id)
  const year = await lockYear(tx, bloc_year_id)
  return { year, round: await lockRoundRow(tx, id) }
}

export const roundSubject = (id: string) => ({ kind: 'scoring_round', id })
