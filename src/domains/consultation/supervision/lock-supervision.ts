import { lockYear } from '#domains/blocs/lock-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { keepsSupervision } from '../access.ts'
import { supervisionOf, type SupervisionRow } from './queries.ts'
import { supervisionCan, type SupervisionVerb } from './supervision.ts'

export interface SupervisionInYear {
  blocYear: string
  supervision: string
}

/** The year and the file in it for who keeps it, in a state that allows the act. */
export async function lockSupervision(
  tx: Tx,
  actor: Actor,
  { blocYear, supervision: id }: SupervisionInYear,
  verb: SupervisionVerb,
): Promise<{ year: BlocYearRow; supervision: SupervisionRow }> {
  const year = await lockYear(tx, blocYear)
  found(await tx.selectFrom('supervision').select('id').where('id', '=', id).forUpdate().executeTakeFirst())
  const supervision = await supervisionOf(tx, blocYear, id)
  demand(keepsSupervision(actor, supervision))
  if (!supervisionCan(verb, supervision)) throw new RuleViolation(`supervision.not_${verb}`)
  return { year, supervision }
}

export const supervisionSubject = (id: string) => ({ kind: 'supervision', id })
