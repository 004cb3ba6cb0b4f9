import { demandOpenYear, lockYear } from '#domains/blocs/lock-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { consultationCan, type ConsultationVerb } from './consultation.ts'
import { consultationOf, openToAllAt, type ConsultationRow } from './queries.ts'

export interface ConsultationInYear {
  blocYear: string
  consultation: string
}

const lockRow = async (tx: Tx, id: string) =>
  found(await tx.selectFrom('consultation').select('id').where('id', '=', id).forUpdate().executeTakeFirst())

/** The year and the draft in it, held until the transaction ends. */
export async function lockConsultation(
  tx: Tx,
  { blocYear, consultation: id }: ConsultationInYear,
): Promise<{ year: BlocYearRow; consultation: ConsultationRow }> {
  const year = await lockYear(tx, blocYear)
  await lockRow(tx, id)
  return { year, consultation: await consultationOf(tx, blocYear, id) }
}

/** The same by its public address; the year is only looked at, for many may write at once. */
export async function lockOpenToAll(tx: Tx, slug: string): Promise<ConsultationRow> {
  await lockRow(tx, (await openToAllAt(tx, slug)).id)
  const consultation = await openToAllAt(tx, slug)
  await demandOpenYear(tx, consultation.bloc_year_id)
  return consultation
}

/** Asked after who may. */
export function demandState(consultation: ConsultationRow, verb: ConsultationVerb): void {
  if (!consultationCan(verb, consultation)) throw new RuleViolation(`consultation.not_${verb}`)
}

export const consultationSubject = (id: string) => ({ kind: 'consultation', id })
