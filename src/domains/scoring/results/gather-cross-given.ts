import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { decimalText, divided, exact, plus, times, zero, type Exact } from '#platform/exact.ts'
import { readExactText } from '../engine/exact-text.ts'
import { tableOfVersion } from '../rounds/queries.ts'
import { leavesOf } from '../sheets/leaf.ts'
import type { CrossGiven } from './levelling.ts'

interface Given {
  assessor: string
  assessed: string
  version_id: string
  code: string
  points: string
}

async function maximaOf(db: Db, version: string): Promise<ReadonlyMap<string, Exact>> {
  const leaves = leavesOf(await tableOfVersion(db, version))
  return new Map(leaves.flatMap(({ code, max }) => (max === undefined ? [] : [[code, readExactText(String(max))]])))
}

function percentOf(marks: readonly Given[], maxima: ReadonlyMap<string, ReadonlyMap<string, Exact>>): string | null {
  let given = zero
  let most = zero
  for (const { version_id, code, points } of marks) {
    const max = maxima.get(version_id)?.get(code)
    if (max === undefined) continue
    given = plus(given, exact(points))
    most = plus(most, max)
  }
  const share = divided(times(given, exact('100')), most)
  return share === null ? null : decimalText(share, 2)
}

/** What each member gave another, in per cent of the maxima of what it scored; only of those who have handed in. */
export async function gatherCrossGiven(db: Db, round: string): Promise<CrossGiven[]> {
  const { rows } = await sql<Given>`
    select m.assessor_unit_id as assessor, s.unit_id as assessed, s.version_id, m.code, m.points::text as points
    from score_mark m join score_sheet s on s.id = m.sheet_id
    join cross_assignment a on a.sheet_id = m.sheet_id and a.assessor_unit_id = m.assessor_unit_id
      and a.state = 'submitted'
    where s.round_id = ${round} and m.stage = 'cross' and m.points is not null`.execute(db)
  const versions = [...new Set(rows.map(({ version_id }) => version_id))]
  const maxima = new Map<string, ReadonlyMap<string, Exact>>()
  for (const version of versions) maxima.set(version, await maximaOf(db, version))
  const pairs = Map.groupBy(rows, ({ assessor, assessed }) => `${assessor} ${assessed}`)
  return [...pairs.values()].flatMap((marks) => {
    const percent = percentOf(marks, maxima)
    const [first] = marks
    return first === undefined || percent === null
      ? []
      : [{ assessor: first.assessor, assessed: first.assessed, percent }]
  })
}
