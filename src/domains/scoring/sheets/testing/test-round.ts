import type { Db } from '#platform/database/database.ts'
import { newCode, newId } from '#platform/id.ts'
import { makeCast, morning, type Cast } from '../../../../../test/cast.ts'
import { openRound } from '../../rounds/open-round.ts'
import { prepareRound } from '../../rounds/prepare-round.ts'
import { roundById } from '../../rounds/queries.ts'
import type { ScoreTableInput } from '../../table/score-table.ts'
import { sheetOf, type SheetRow } from '../queries.ts'

export const telling = { now: morning, announce: async () => {} }

/** Two sections: facts that are typed or come from a target, a judged criterion, and penalties for late reports. */
export const smallTable: ScoreTableInput = {
  format: 'giao-uoc/score-table@1',
  code: 'B1',
  title: 'Bảng điểm thử',
  version: '1',
  facts: {
    'hoi_vien.dat': { label: 'Hội viên mới', type: 'number', measure: 'hội viên', from: 'typed' },
    'hoi_vien.giao': { label: 'Hội viên mới được giao', type: 'number', measure: 'hội viên' },
    quy: { label: 'Thu quỹ', type: 'number', measure: 'triệu đồng', from: 'target.QUY' },
    'quy.giao': { label: 'Kế hoạch thu quỹ', type: 'number', from: 'target.QUY.planned' },
    don_thu: { label: 'Có đơn thư kéo dài', type: 'yes_no' },
  },
  sections: [
    {
      code: 'I',
      title: 'Nhiệm vụ chính trị',
      children: [
        {
          code: 'I.1',
          title: 'Phát triển hội viên',
          max: 10,
          rules: [{ rule: 'proportional', done: 'hoi_vien.dat', of: 'hoi_vien.giao' }],
        },
        { code: 'I.2', title: 'Thu quỹ', max: 10, rules: [{ rule: 'proportional', done: 'quy', of: 'quy.giao' }] },
      ],
    },
    {
      code: 'II',
      title: 'Xây dựng tổ chức',
      children: [
        { code: 'II.1', title: 'Nền nếp sinh hoạt', max: 5, rules: [{ rule: 'judged', step: '0.25' }] },
        {
          code: 'II.2',
          title: 'Đơn thư',
          max: 2,
          rules: [{ rule: 'fixed', points: 2, when: '!don_thu' }],
        },
      ],
    },
  ],
}

/** An adopted version of a table of the bloc. */
export async function adoptTable(db: Db, { bloc, an }: Cast, content: ScoreTableInput = smallTable): Promise<string> {
  const [table, version] = [newId(), newId()]
  const code = newCode(8)
  const title = typeof content.title === 'string' ? content.title : content.title.vi
  const by = { created_by: an.account, created_at: morning }
  await db
    .insertInto('score_table')
    .values({ id: table, bloc_id: bloc, code, title, ...by })
    .execute()
  await db
    .insertInto('score_table_version')
    .values({
      id: version,
      score_table_id: table,
      number: 1,
      state: 'adopted',
      content: JSON.stringify(content),
      content_sha256: '0'.repeat(64),
      changed_by: an.account,
      changed_at: morning,
      adopted_by: an.account,
      adopted_at: morning,
    })
    .execute()
  return version
}

export const roundSaid = {
  name: 'Chấm điểm thử',
  hasCross: false,
  selfDueOn: '2023-03-10',
  crossDueOn: undefined,
  verifyDueOn: '2023-03-31',
  petitionDays: 5,
}

export interface TestRound {
  cast: Cast
  round: string
  version: string
  sheetOf: (unit: string) => Promise<SheetRow>
}

/** A round of six units that is open for self-scoring. */
export async function openTestRound(
  db: Db,
  { content = smallTable, said = {} }: { content?: ScoreTableInput; said?: Partial<typeof roundSaid> } = {},
): Promise<TestRound> {
  const cast = await makeCast(db)
  const version = await adoptTable(db, cast, content)
  const tables = [{ version, factor: '1' }]
  const round = await prepareRound(db, cast.an, { ...roundSaid, ...said, blocYear: cast.blocYear, tables }, morning)
  await openRound(db, cast.an, { round, version: (await roundById(db, round)).version }, telling)
  return { cast, round, version, sheetOf: (unit) => sheetOf(db, { round, unit, version }) }
}

/** The cell of a criterion or fact as it is sent. */
export const cell = (
  kind: 'fact' | 'mark',
  name: string,
  text: string,
  more: { note?: string; edition?: number } = {},
) => ({
  kind,
  name,
  text,
  isAssigned: true,
  edition: more.edition ?? 0,
  ...(more.note !== undefined && { note: more.note }),
})
