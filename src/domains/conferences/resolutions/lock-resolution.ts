import { demandOpenYear } from '#domains/blocs/lock-year.ts'
import type { Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { resolutionById, type ResolutionRow } from './queries.ts'
import { resolutionCan, type ResolutionVerb } from './resolution.ts'

/** Held until the transaction ends; a year that a reorganisation closed takes no change. */
export async function lockResolution(tx: Tx, id: string): Promise<ResolutionRow> {
  await tx.selectFrom('resolution').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  const resolution = await resolutionById(tx, id)
  await demandOpenYear(tx, resolution.bloc_year_id)
  return resolution
}

/** After who asks may: the state must allow it. */
export function demandResolutionCan(verb: ResolutionVerb, resolution: ResolutionRow): void {
  if (!resolutionCan(verb, resolution)) throw new RuleViolation(`resolutions.not_${verb}`)
}

export const resolutionSubject = (id: string) => ({ kind: 'resolution', id })
