import { z } from 'zod'
import type { Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { day, line, optionalDay, ticked } from '#platform/form.ts'
import { choosableTables } from './queries.ts'

const factor = z
  .string()
  .trim()
  .transform((text) => (text === '' ? '1' : text.replace(',', '.')))
  .pipe(z.string().regex(/^(?!0+(?:\.0+)?$)\d{1,4}(?:\.\d{1,6})?$/u))

/** What is said of a round when it is prepared, and may be said anew until it opens. */
export const roundFields = {
  name: line(120),
  /** Versions of adopted tables in their order; each weighs by its factor. */
  tables: z
    .array(z.object({ version: z.uuid(), factor }))
    .min(1)
    .max(10),
  hasCross: ticked(),
  selfDueOn: day(),
  crossDueOn: optionalDay(),
  verifyDueOn: day(),
  /** Working days for petitions after the provisional result. */
  petitionDays: z.coerce.number().int().min(1).max(60),
}
const roundSaid = z.object(roundFields)
export type RoundSaid = z.output<typeof roundSaid>

type Days = Pick<RoundSaid, 'hasCross' | 'selfDueOn' | 'crossDueOn' | 'verifyDueOn'>

/** Each stage has its last day, and none ends before the one that it follows. */
export function demandDays({ hasCross, selfDueOn, crossDueOn, verifyDueOn }: Days): void {
  if (hasCross && crossDueOn === undefined) throw new RuleViolation('rounds.crossWithoutDay')
  const days = [selfDueOn, ...(hasCross && crossDueOn !== undefined ? [crossDueOn] : []), verifyDueOn]
  if (days.some((day, index) => day < (days[index - 1] ?? ''))) throw new RuleViolation('rounds.daysOutOfOrder')
}

/** The row of a round as it is said. */
export const roundRow = (said: RoundSaid) => ({
  name: said.name,
  has_cross: said.hasCross,
  self_due_on: said.selfDueOn,
  cross_due_on: said.hasCross ? (said.crossDueOn ?? null) : null,
  verify_due_on: said.verifyDueOn,
  petition_days: said.petitionDays,
})

/** Only tables of this bloc, or of the authority, that were adopted; each once. */
export async function writeRoundTables(tx: Tx, { round, bloc }: { round: string; bloc: string }, said: RoundSaid) {
  const choosable = new Set((await choosableTables(tx, bloc)).map(({ version_id }) => version_id))
  const versions = said.tables.map(({ version }) => version)
  if (versions.some((version) => !choosable.has(version))) throw new RuleViolation('rounds.tableNotAdopted')
  if (new Set(versions).size < versions.length) throw new RuleViolation('rounds.tableTwice')
  await tx.deleteFrom('scoring_round_table').where('round_id', '=', round).execute()
  const rows = said.tables.map(({ version, factor }, index) => ({
    round_id: round,
    version_id: version,
    position: index + 1,
    factor,
  }))
  await tx.insertInto('scoring_round_table').values(rows).execute()
}

/** Two rounds of a year are told apart by their names. */
export async function demandOwnName(tx: Tx, { blocYear, name, id }: { blocYear: string; name: string; id: string }) {
  const same = tx.selectFrom('scoring_round').select('id').where('bloc_year_id', '=', blocYear)
  const other = await same.where('name', '=', name).where('id', '<>', id).executeTakeFirst()
  if (other !== undefined) throw new RuleViolation('rounds.sameName', { name })
}
