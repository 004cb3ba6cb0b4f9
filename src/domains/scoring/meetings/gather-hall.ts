import type { Db } from '#platform/database/database.ts'
import { exact } from '#platform/exact.ts'
import { combined } from '../cross/harshness.ts'
import { planOf } from '../cross/queries.ts'
import { exactText } from '../engine/exact-text.ts'
import { tableOfVersion, tablesOfRound } from '../rounds/queries.ts'
import type { Round } from '../rounds/round.ts'
import { leavesOf } from '../sheets/leaf.ts'
import type { SheetRow } from '../sheets/queries.ts'
import type { Criterion } from '../table/criterion.ts'
import { figuresOf, gatherFigures, type Figures } from '../judging/gather-figures.ts'

/** One criterion of the round, in the order in which a meeting goes through them. */
export interface Stop {
  version: string
  table: string
  node: Criterion
}

export interface HallRow {
  sheet: SheetRow
  figures: Figures
  /** What several assessors come to, and how many they are; nothing while hidden. */
  cross: { points: string; count: number } | undefined
}

export interface Hall {
  stops: readonly Stop[]
  /** Where the meeting stands; -1 before it began. */
  index: number
  rows: readonly HallRow[]
}

export async function stopsOf(db: Db, round: string): Promise<Stop[]> {
  const stops: Stop[] = []
  for (const { version_id: version, title } of await tablesOfRound(db, round)) {
    const leaves = leavesOf(await tableOfVersion(db, version))
    stops.push(...leaves.map((node) => ({ version, table: title, node })))
  }
  return stops
}

/** All units' figures of the criterion at which a meeting stands. */
export async function gatherHall(
  db: Db,
  round: Round,
  place: { version_id: string; code: string } | undefined,
  today: string,
): Promise<Hall> {
  const stops = await stopsOf(db, round.id)
  const index = stops.findIndex(({ version, node }) => version === place?.version_id && node.code === place.code)
  const stop = stops[index]
  if (stop === undefined) return { stops, index: -1, rows: [] }
  const all = await gatherFigures(db, { round, version: stop.version, today })
  const method = (await planOf(db, round.id))?.method ?? 'median'
  const rows = all.standing.sheets.map((sheet): HallRow => {
    const figures = figuresOf(all, sheet.unit_id).of(stop.node.code)
    const points = combined(
      figures.cross.map((mark) => exact(mark.points ?? '0')),
      method,
    )
    const cross = points === null ? undefined : { points: exactText(points), count: figures.cross.length }
    return { sheet, figures, cross }
  })
  return { stops, index, rows }
}
