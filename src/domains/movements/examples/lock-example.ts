import { lockYear } from '#domains/blocs/lock-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { exampleCan, type ExampleVerb } from './example.ts'
import { exampleOf, type ExampleRow } from './queries.ts'

export interface ExampleInYear {
  blocYear: string
  example: string
}

/** The year and the example in it, locked in this order by every command about an example. */
export async function lockExample(
  tx: Tx,
  { blocYear, example: id }: ExampleInYear,
): Promise<{ year: BlocYearRow; example: ExampleRow }> {
  const year = await lockYear(tx, blocYear)
  found(await tx.selectFrom('example').select('id').where('id', '=', id).forUpdate().executeTakeFirst())
  return { year, example: await exampleOf(tx, blocYear, id) }
}

export function demandState(verb: ExampleVerb, example: ExampleRow): void {
  if (!exampleCan(verb, example)) throw new RuleViolation(`examples.not_${verb}`)
}

export const exampleSubject = (id: string) => ({ kind: 'example', id })

/** The log is for ever and a person's consent is not: entries about a person carry no name. */
export const namedInLog = ({ kind, name }: Pick<ExampleRow, 'kind' | 'name'>) => (kind === 'person' ? '' : name)
