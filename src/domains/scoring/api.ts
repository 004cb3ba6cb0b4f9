import { z } from 'zod'
import { reads, writes, type ApiCall, type Endpoint } from '#platform/api.ts'
import {
  count,
  dayText,
  decimal,
  explained,
  listOf,
  listQuery,
  maybe,
  moment,
  noQuery,
  pageOf,
  said,
  text,
  uuid,
  yes,
} from '#platform/api-schema.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { mayScoreFor, seesRounds, seesSheet } from './access.ts'
import { roundById, roundsOfYear, tablesOfRound } from './rounds/queries.ts'
import { isOpenToMembers, scoringStates } from './rounds/round.ts'
import { gatherFigures } from './sheets/gather-scores.ts'
import { lacksOf, scoresByCode } from './sheets/lacks.ts'
import { sheetOf, sheetsOfRound, type SheetRow } from './sheets/queries.ts'
import { saveEntries, saveEntriesInput } from './sheets/save-entries.ts'

const tag = 'Chấm điểm / Scoring'
const rounds = '/bloc-years/:blocYear/scoring-rounds'
const oneSheet = `${rounds}/:round/sheets/:unit/:version`

const sheetStates = ['open', 'submitted', 'returned', 'verified', 'agreed'] as const
const points = decimal(['Điểm, số thập phân chính xác', 'Points, an exact decimal'])
const version = uuid(['Bản của bảng điểm', 'Version of the score table'])
const unit = uuid(['Mã đơn vị', 'Id of the unit'])

const round = z
  .object({
    id: uuid(['Mã đợt chấm', 'Id of the round']),
    name: text(['Tên', 'Name']),
    state: said(z.enum(scoringStates), ['Giai đoạn', 'Stage']),
    hasCross: yes(['Có chấm chéo', 'Members assess one another']),
    selfDueOn: dayText(['Ngày cuối để tự chấm', 'Last day for self-scoring']),
    crossDueOn: maybe(dayText(['Ngày cuối để chấm chéo', 'Last day for cross-scoring'])),
    verifyDueOn: dayText(['Ngày cuối để thẩm định', 'Last day for verification']),
    tables: said(z.array(z.object({ version, code: z.string(), title: z.string(), factor: points })), [
      'Các bảng điểm được tính, kèm hệ số',
      'Tables that count, each with its factor',
    ]),
  })
  .meta({ id: 'ScoringRound' })

const sheetLine = z
  .object({
    unit,
    version,
    state: said(z.enum(sheetStates), ['Tình trạng', 'State']),
    submittedAt: maybe(moment(['Gửi lần cuối', 'Last sent'])),
  })
  .meta({ id: 'ScoreSheetLine' })

const criterion = z
  .object({
    code: text(['Mã tiêu chí như in', 'Code as printed']),
    standing: text(['scored, missing, not_marked, no_tier, asks, not_assigned, exempt', 'How it stands']),
    proposed: maybe(
      text([
        'Điểm bảng tính; phân số khi không hữu hạn',
        'What the table computes; a fraction where decimals do not end',
      ]),
    ),
    points: maybe(
      text(['Điểm được tính; null là chưa có, không phải là 0', 'What counts; null is missing, which is not 0']),
    ),
  })
  .meta({ id: 'CriterionPoints' })

const sheet = sheetLine
  .extend({
    total: text(['Tổng điểm của phần đã biết', 'Total of what is known']),
    max: text(['Điểm tối đa của đơn vị', 'The unit’s own maximum']),
    isComplete: yes(['Đủ số liệu và điểm', 'Nothing is missing']),
    lacking: count(['Số chỗ còn thiếu', 'Places that are empty']),
    criteria: z.array(criterion),
  })
  .meta({ id: 'ScoreSheet' })

const lineOf = (row: SheetRow) => ({
  unit: row.unit_id,
  version: row.version_id,
  state: row.state,
  submittedAt: row.submitted_at?.toISOString() ?? null,
})

function seenYear({ actor, id }: ApiCall): string {
  demand(seesRounds(actor, id('blocYear')))
  return id('blocYear')
}

async function roundAt(call: ApiCall) {
  const blocYear = seenYear(call)
  const row = await roundById(call.db, call.id('round'))
  return found(row.bloc_year_id === blocYear ? row : null)
}

/** The sheet of the address, for who may see it. */
async function sheetAt(call: ApiCall) {
  const { id: of, state, bloc_year_id: blocYear } = await roundAt(call)
  const row = await sheetOf(call.db, { round: of, unit: call.id('unit'), version: call.id('version') })
  demand(seesSheet(call.actor, { blocYear, unit: row.unit_id, state }))
  demand(call.onlyUnit === null || call.onlyUnit === row.unit_id)
  return row
}

async function wholeSheet(call: ApiCall) {
  const row = await sheetAt(call)
  const stage = isOpenToMembers(row.round_state) ? 'authority' : 'self'
  const figures = await gatherFigures(call.db, row, { stage, today: dayOf(call.now), locale: call.locale })
  const { total, max, state, criteria } = figures.unit
  const shown = [...scoresByCode(criteria).values()].map(({ code, standing, proposed, points: stands }) => {
    return { code, standing, proposed, points: stands }
  })
  const lacking = lacksOf(figures.table, figures.unit, figures.marks.get(row.unit_id)).length
  const whole = { total, max, isComplete: state !== 'incomplete', lacking, criteria: shown }
  return { body: { ...lineOf(row), ...whole }, version: row.edition }
}

const cells = z
  .array(
    explained(saveEntriesInput.shape.cells.element, {
      kind: ['fact: số liệu; mark: điểm của tiêu chí', 'fact: a typed fact; mark: points of a criterion'],
      name: ['Khóa số liệu hoặc mã tiêu chí', 'Key of the fact, or code of the criterion'],
      text: ['Như người gõ: "8,5", "có"; để trống là chưa có', 'As typed: "8,5", "có"; empty is missing'],
      note: ['Lý do hoặc ghi chú; không gửi thì giữ nguyên', 'Reason or note; left out it stays'],
      isAssigned: ['false: không giao cho đơn vị, cần ghi chú', 'false: not assigned to the unit, with a note'],
      edition: ['Bản đã đọc; 0 khi ô còn trống', 'The edition that was read; 0 where nothing stood'],
    }),
  )
  .min(1)
  .max(2000)

const cellAnswer = z
  .object({
    kind: z.enum(['fact', 'mark']),
    name: z.string(),
    outcome: said(z.enum(['applied', 'unchanged', 'conflict', 'fault']), [
      'conflict và fault không đổi gì',
      'conflict and fault change nothing',
    ]),
    edition: count(['Bản của ô; gửi lại khi ghi', 'Edition of the cell; sent back when writing']).optional(),
    by: text(['Ai đã ghi trước (conflict)', 'Who was quicker (conflict)']).optional(),
    fault: text(['Lỗi của ô', 'What is wrong with the cell']).optional(),
  })
  .meta({ id: 'ScoreCell' })

export const scoringApi: readonly Endpoint[] = [
  reads(rounds, {
    tag,
    summary: ['Các đợt chấm điểm của năm', 'Scoring rounds of the year'],
    query: listQuery,
    answer: listOf(round),
    run: async (call) => {
      const rows = await roundsOfYear(call.db, seenYear(call))
      const items = await Promise.all(
        rows.map(async (row) => {
          const { id, name, state, has_cross: hasCross } = row
          const tables = (await tablesOfRound(call.db, id)).map((table) => {
            return { version: table.version_id, code: table.code, title: table.title, factor: table.factor }
          })
          const days = { selfDueOn: row.self_due_on, crossDueOn: row.cross_due_on, verifyDueOn: row.verify_due_on }
          return { id, name, state, hasCross, ...days, tables }
        }),
      )
      return { body: pageOf(items, call.query, ({ id }) => id) }
    },
  }),
  reads(`${rounds}/:round/sheets`, {
    tag,
    summary: ['Phiếu của từng đơn vị và bảng điểm', 'The sheet of each unit and table'],
    query: listQuery,
    answer: listOf(sheetLine),
    run: async (call) => {
      const { id } = await roundAt(call)
      const rows = (await sheetsOfRound(call.db, id)).filter(
        ({ unit_id }) => call.onlyUnit === null || call.onlyUnit === unit_id,
      )
      return { body: pageOf(rows.map(lineOf), call.query, (row) => `${row.unit} ${row.version}`) }
    },
  }),
  reads(oneSheet, {
    tag,
    summary: ['Một phiếu với điểm từng tiêu chí', 'One sheet with the points of each criterion'],
    query: noQuery,
    isVersioned: true,
    answer: sheet,
    run: wholeSheet,
  }),
  writes(`${oneSheet}/entries`, {
    tag,
    summary: ['Ghi số liệu và điểm tự chấm của đơn vị mình', 'Save facts and points of one’s own sheet'],
    body: z.object({ cells }),
    answer: z.object({ cells: z.array(cellAnswer) }).meta({ id: 'SavedScoreCells' }),
    run: async (call) => {
      const row = await sheetAt(call)
      demand(mayScoreFor(call.actor, row.unit_id))
      const saved = await saveEntries(call.db, call.actor, { sheet: row.id, cells: call.body.cells }, call.now)
      const answers = saved.map((cell) => ({
        kind: cell.kind,
        name: cell.name,
        outcome: cell.outcome,
        ...('edition' in cell && { edition: cell.edition }),
        ...('by' in cell && { by: cell.by }),
        ...('fault' in cell && { fault: cell.fault }),
      }))
      return { body: { cells: answers } }
    },
  }),
]
