import type { ScoringState } from '../../../../../db/types.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { morning, type Cast } from '../../../../../test/cast.ts'
import type { ScoreTableInput } from '../../table/score-table.ts'
import { addAdoptedTable } from '../../testing/scored-round.ts'

/** Two criteria that people judge, and one that its rule gives from a typed fact; each section has its own office. */
const crossTable: ScoreTableInput = {
  format: 'giao-uoc/score-table@1',
  code: 'BDC',
  title: 'Bảng điểm chấm chéo',
  version: '1',
  assessors: { TC: 'Phòng Tổ chức', VP: 'Văn phòng' },
  facts: { so_mo_hinh: { label: 'Số mô hình mới', type: 'number', from: 'typed' } },
  sections: [
    {
      code: 'I',
      title: 'Nhiệm vụ',
      assessor: 'TC',
      children: [
        { code: '1', title: 'Công việc', max: 10, rules: [{ rule: 'judged' }] },
        { code: '2', title: 'Báo cáo', max: 5, rules: [{ rule: 'judged' }] },
      ],
    },
    {
      code: 'II',
      title: 'Sáng kiến',
      assessor: 'VP',
      children: [{ code: '3', title: 'Mô hình mới', max: 4, rules: [{ rule: 'formula', points: 'so_mo_hinh' }] }],
    },
  ],
}

/** A round whose six units have sent 8, 0 and, by two models, 2 points. Sheets in official order. */
export async function sentRound(db: Db, cast: Cast, state: ScoringState = 'cross_scoring') {
  const version = await addAdoptedTable(db, cast, { ...crossTable, code: newId() })
  const round = newId()
  await db
    .insertInto('scoring_round')
    .values({
      id: round,
      bloc_year_id: cast.blocYear,
      name: `Chấm điểm ${round}`,
      state,
      has_cross: true,
      self_due_on: '2023-02-10',
      cross_due_on: '2023-02-22',
      verify_due_on: '2023-02-28',
      petition_days: 3,
      created_by: cast.an.account,
      created_at: morning,
      opened_at: morning,
    })
    .execute()
  await db.insertInto('scoring_round_table').values({ round_id: round, version_id: version, position: 1 }).execute()
  const sheets = await Promise.all(
    cast.units.map((unit, index) => addSheet(db, { round, version, unit, by: cast.leaders[index]?.account ?? '' })),
  )
  return { round, version, sheets }
}

interface Sent {
  round: string
  version: string
  unit: string
  by: string
}

async function addSheet(db: Db, { round, version, unit, by }: Sent): Promise<string> {
  const id = newId()
  const row = { id, round_id: round, version_id: version, unit_id: unit, state: 'submitted' } as const
  await db
    .insertInto('score_sheet')
    .values({ ...row, submitted_at: morning, submitted_by: by })
    .execute()
  const own = { sheet_id: id, stage: 'self', assessor_unit_id: unit, by_account: by, at: morning } as const
  await db
    .insertInto('score_mark')
    .values([
      { ...own, code: '1', points: '8' },
      { ...own, code: '2', points: '0' },
    ])
    .execute()
  await db
    .insertInto('score_fact')
    .values({ ...own, key: 'so_mo_hinh', value: JSON.stringify('2') })
    .execute()
  return id
}
