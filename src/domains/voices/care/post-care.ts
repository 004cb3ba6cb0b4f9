import type { Fact } from '#domains/facts/fact.ts'
import { postFacts } from '#domains/facts/post-facts.ts'
import type { Tx } from '#platform/database/database.ts'
import { inMillions, type CareCase } from './care-case.ts'
import { careCounts } from './queries.ts'

/** Posts what a unit did in the year: `care.received`, `.supported`, `.solved` and `.value` in millions of đồng. */
export async function postCare(tx: Tx, { id, bloc_year_id, unit_id }: CareCase, now: Date): Promise<void> {
  const counts = (await careCounts(tx, bloc_year_id, unit_id))[0]
  if (counts === undefined) return
  const base = {
    unit: unit_id,
    blocYear: bloc_year_id,
    isAssigned: true,
    standing: 'declared',
    source: { kind: 'care_case', id },
  } as const
  const fact = (name: string, value: string | null, measure: string): Fact => ({
    ...base,
    key: `care.${name}`,
    value,
    measure,
  })
  await postFacts(
    tx,
    [
      fact('received', String(counts.received), 'vụ'),
      fact('supported', String(counts.supported), 'vụ'),
      fact('solved', String(counts.solved), 'vụ'),
      fact('value', counts.value === null ? null : inMillions(counts.value), 'triệu đồng'),
    ],
    now,
  )
}
