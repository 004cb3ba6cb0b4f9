import type { Db } from '#platform/database/database.ts'
import { compare, divided, plus, zero, type Exact } from '#platform/exact.ts'
import { readExactText } from '../engine/exact-text.ts'
import { tableOfVersion } from '../rounds/queries.ts'
import { amountOf } from '../sheets/judged-points.ts'
import { readMarks } from '../sheets/read-entries.ts'
import type { Given } from './harshness.ts'
import type { AssignmentRow } from './queries.ts'
import { leavesIn } from './table-parts.ts'

const sum = (values: readonly Exact[]) => values.reduce((left, right) => plus(left, right), zero)

/** What each assessor gave in each turn that was handed in, as a share of the maximum of what it scored. */
export async function gatherGiven(db: Db, turns: readonly AssignmentRow[]): Promise<Given[]> {
  const submitted = turns.filter(({ state }) => state === 'submitted')
  const marks = await readMarks(
    db,
    submitted.map((turn) => turn.sheet_id),
  )
  const given: Given[] = []
  for (const turn of submitted) {
    const leaves = new Map(
      leavesIn(await tableOfVersion(db, turn.version_id), turn.part).map((leaf) => [leaf.code, leaf]),
    )
    const own = marks.filter(
      (mark) =>
        mark.stage === 'cross' &&
        mark.sheet_id === turn.sheet_id &&
        mark.assessor_unit_id === turn.assessor_unit_id &&
        mark.points !== null &&
        leaves.has(mark.code),
    )
    const most = sum(own.map(({ code }) => amountOf(leaves.get(code)?.max ?? 0)))
    const share =
      compare(most, zero) > 0 ? divided(sum(own.map(({ points }) => readExactText(points ?? '0'))), most) : null
    if (share !== null) given.push({ assessor: turn.assessor_unit_id, unit: turn.unit_id, share })
  }
  return given
}
