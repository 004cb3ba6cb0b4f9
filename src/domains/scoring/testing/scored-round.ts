import { canonicalHash, canonicalJson } from '#platform/canonical-json.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { morning, type Cast } from '../../../../test/cast.ts'
import { scoreTable, type ScoreTableInput } from '../table/score-table.ts'

/** Two criteria that people judge: ten points for the work, five for reports, and a bonus of two. */
const judgedTable: ScoreTableInput = {
  format: 'giao-uoc/score-table@1',
  code: 'BD',
  title: 'Bảng điểm thử',
  version: '1',
  sections: [
    {
      code: 'I',
      title: 'Nhiệm vụ',
      children: [
        { code: '1', title: 'Công việc', max: 10, rules: [{ rule: 'judged' }] },
        { code: '2', title: 'Báo cáo', max: 5, rules: [{ rule: 'judged' }] },
        { code: '3', title: 'Mô hình mới', column: 'bonus', rules: [{ rule: 'judged', to: 2 }] },
      ],
    },
  ],
}

export async function addAdoptedTable(db: Db, cast: Cast, input: ScoreTableInput = judgedTable): Promise<string> {
  const content = canonicalJson(scoreTable.parse(input))
  const [table, version] = [newId(), newId()]
  const created = { created_by: cast.an.account, created_at: morning }
  const { code } = input
  await db
    .insertInto('score_table')
    .values({ id: table, bloc_id: cast.bloc, code, title: 'Bảng điểm thử', ...created })
    .execute()
  const adopted = { state: 'adopted', adopted_by: cast.an.account, adopted_at: morning } as const
  const changed = { changed_by: cast.an.account, changed_at: morning }
  const hash = { content, content_sha256: canonicalHash(content) }
  await db
    .insertInto('score_table_version')
    .values({ id: version, score_table_id: table, number: 1, ...hash, ...adopted, ...changed })
    .execute()
  return version
}

/** Points of the three criteria by unit, in official order; a unit that is not named never sent its sheet. */
export type Given = readonly (readonly [work: string, reports: string, bonus: string])[]

async function addRound(db: Db, cast: Cast, version: string): Promise<string> {
  const round = newId()
  await db
    .insertInto('scoring_round')
    .values({
      id: round,
      bloc_year_id: cast.blocYear,
      name: 'Chấm điểm năm 2023',
      state: 'verifying',
      has_cross: false,
      self_due_on: '2023-02-10',
      verify_due_on: '2023-02-19',
      petition_days: 3,
      created_by: cast.an.account,
      created_at: morning,
      opened_at: morning,
    })
    .execute()
  await db.insertInto('scoring_round_table').values({ round_id: round, version_id: version, position: 1 }).execute()
  return round
}

interface OfUnit {
  unit: string
  /** Who leads it. */
  account: string
  points: Given[number] | undefined
}

async function addSheet(db: Db, place: { round: string; version: string }, { unit, account, points }: OfUnit) {
  const id = newId()
  const row = { id, round_id: place.round, version_id: place.version, unit_id: unit }
  const sent = { submitted_at: morning, submitted_by: account, state: 'agreed' } as const
  await db
    .insertInto('score_sheet')
    .values(points === undefined ? row : { ...row, ...sent })
    .execute()
  const marks = (points ?? []).map((figure, index) => ({
    sheet_id: id,
    code: String(index + 1),
    stage: 'self' as const,
    assessor_unit_id: unit,
    points: figure,
    by_account: account,
    at: morning,
  }))
  if (marks.length > 0) await db.insertInto('score_mark').values(marks).execute()
  return id
}

/** A round in which all sheets are verified and agreed, with the points that the units gave themselves. */
export async function scoredRound(db: Db, cast: Cast, given: Given) {
  const version = await addAdoptedTable(db, cast)
  const round = await addRound(db, cast, version)
  const sheets: string[] = []
  for (const [index, unit] of cast.units.entries()) {
    const account = cast.leaders[index]?.account ?? cast.an.account
    sheets.push(await addSheet(db, { round, version }, { unit, account, points: given[index] }))
  }
  return { round, version, sheets }
}
