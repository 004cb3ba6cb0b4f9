import { evidenceOf, type CitedEvidence } from '#domains/evidence/queries.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Db } from '#platform/database/database.ts'
import type { Locale } from '#platform/words.ts'
import type { ScoringStage } from '../rounds/round.ts'
import { gatherFigures, type Figures } from './gather-scores.ts'
import { gridRows, type GridRow } from './grid-row.ts'
import { lacksOf, type Lack } from './lacks.ts'
import { detailOf, leavesOf } from './leaf.ts'
import type { SheetRow } from './queries.ts'
import { readMarks, readTypedFacts } from './read-entries.ts'

export const criterionSubject = (sheet: string, code: string) => ({
  kind: 'criterion',
  id: sheet,
  detail: detailOf(code),
})

export interface GatheredSheet {
  figures: Figures
  rows: readonly GridRow[]
  lacks: readonly Lack[]
  /** When anything was last saved by the unit. */
  savedAt: Date | undefined
}

/** What is cited on a sheet, by what of it. */
export async function citedOnSheet(db: Db, sheet: string): Promise<ReadonlyMap<string, readonly CitedEvidence[]>> {
  const whole = { kind: 'criterion', id: sheet }
  const cited = [...(await evidenceOf(db, [whole])).values()].flat()
  return Map.groupBy(cited, ({ subject }) => subject.detail)
}

const lastOf = (moments: readonly Date[]) =>
  moments.length === 0 ? undefined : new Date(Math.max(...moments.map((moment) => moment.getTime())))

/** All that a page of a sheet shows. */
export async function gatherSheet(
  db: Db,
  sheet: SheetRow,
  asked: { stage: ScoringStage; today: string; locale: Locale; year?: BlocYearRow },
): Promise<GatheredSheet> {
  const [figures, given, said, cited] = await Promise.all([
    gatherFigures(db, sheet, asked),
    readMarks(db, [sheet.id]),
    readTypedFacts(db, [sheet.id]),
    citedOnSheet(db, sheet.id),
  ])
  const { table, unit: score } = figures
  const marks = given.filter(({ stage }) => stage === 'self')
  const typed = said.filter(({ stage }) => stage === 'self')
  const standing = figures.marks.get(sheet.unit_id) ?? new Map()
  const rows = gridRows({
    table,
    score,
    marks: new Map(marks.map((mark) => [mark.code, mark])),
    typed: new Map(typed.map((fact) => [fact.key, fact])),
    standing,
    known: figures.gathered.get(sheet.unit_id) ?? new Map(),
    evidence: new Map(leavesOf(table).map(({ code }) => [code, cited.get(detailOf(code))?.length ?? 0])),
    locale: asked.locale,
  })
  return {
    figures,
    rows,
    lacks: lacksOf(table, score, standing),
    savedAt: lastOf([...marks, ...typed].map(({ at }) => at)),
  }
}
