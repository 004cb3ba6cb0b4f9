import { namesOn } from '#domains/units/queries.ts'
import type { WebContext } from '#platform/web.ts'
import { scoringPaths, sheetAddress } from '../paths.ts'
import { readRound, type RoundAt } from '../rounds/read-round.ts'
import { sheetsOfRound } from '../sheets/queries.ts'
import { gatherCrossGiven } from './gather-cross-given.ts'
import { levellingSigns, type LevellingSign } from './levelling.ts'
import { measuresOf, percentsBefore } from './queries.ts'
import type { RankedUnit } from './result.ts'

/** The help page of everything about results. */
export const resultHelp = 'chot-ket-qua-cham-diem'

export interface ResultAt extends RoundAt {
  /** What the paths of the round ask for. */
  at: readonly [bloc: string, label: string, round: string]
}

export async function readResult(c: WebContext): Promise<ResultAt> {
  const { year, round } = await readRound(c)
  return { year, round, at: [year.bloc.slug, year.slug, round.id] }
}

/** What pages say of units: their names, and where the sheet of each stands. */
export async function unitsOf(c: WebContext, { year, round }: RoundAt) {
  const sheets = await sheetsOfRound(c.var.db, round.id)
  const own = new Map(sheets.toReversed().map((sheet) => [sheet.unit_id, sheet]))
  const names = await namesOn(c.var.db, [...own.keys()], year.ends_on)
  return {
    nameOf: (unit: string) => names.get(unit)?.short_name ?? '',
    sheetOf: (unit: string) => {
      const sheet = own.get(unit)
      return sheet && scoringPaths.sheet(...sheetAddress(year, sheet))
    },
  }
}

export async function signsOf(
  c: WebContext,
  { year, round }: RoundAt,
  units: readonly RankedUnit[],
): Promise<LevellingSign[]> {
  const { db } = c.var
  return levellingSigns({
    units,
    measures: await measuresOf(db, round.id),
    before: await percentsBefore(db, year.id),
    given: await gatherCrossGiven(db, round.id),
  })
}
