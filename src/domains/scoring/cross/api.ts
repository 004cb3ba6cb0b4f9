import { z } from 'zod'
import { reads, type ApiCall, type Endpoint } from '#platform/api.ts'
import {
  dayText,
  decimal,
  listOf,
  listQuery,
  maybe,
  moment,
  pageOf,
  said,
  text,
  uuid,
  yes,
} from '#platform/api-schema.ts'
import { worksFor } from '#platform/actor.ts'
import { demand, found } from '#platform/errors.ts'
import { seesRounds } from '../access.ts'
import { explanationOutcomes } from '../judging/judging.ts'
import { explanationsOf } from '../judging/queries.ts'
import { roundById } from '../rounds/queries.ts'
import { isOpenToMembers, type Round } from '../rounds/round.ts'
import { sheetsOfRound } from '../sheets/queries.ts'
import { readMarks } from '../sheets/read-entries.ts'
import { areMarksShown } from './assignment.ts'
import { assignmentsOfRound, type AssignmentRow } from './queries.ts'

const tag = 'Chấm điểm / Scoring'
const ofRound = '/bloc-years/:blocYear/scoring-rounds/:round'
const states = ['waiting', 'scoring', 'submitted', 'recused', 'replaced', 'missed'] as const

const turn = z
  .object({
    id: uuid(['Mã lượt chấm', 'Id of the turn']),
    sheet: uuid(['Phiếu được chấm', 'The sheet that is assessed']),
    unit: uuid(['Đơn vị được chấm', 'The assessed unit']),
    part: text(['Phần của bảng điểm; rỗng là cả phiếu', 'Part of the table; empty is the whole sheet']),
    assessor: uuid(['Đơn vị chấm', 'The assessor']),
    state: said(z.enum(states), ['Tình trạng', 'State']),
    isMutual: yes(['Hai đơn vị chấm lẫn nhau', 'The two units assess each other']),
    reason: text(['Vì sao thôi hoặc đổi', 'Why it ended or changed']),
    submittedAt: maybe(moment(['Lúc gửi', 'When it was handed in'])),
  })
  .meta({ id: 'CrossTurn' })

const mark = z
  .object({
    sheet: uuid(['Phiếu', 'Sheet']),
    code: text(['Mục', 'Criterion']),
    assessor: uuid(['Đơn vị chấm', 'The assessor']),
    points: decimal(['Điểm, số thập phân chính xác; 0 là không điểm', 'Points, exact; 0 is zero points']),
    reason: text(['Lý do khi khác điểm tự chấm', 'Reason where it differs from the self-score']),
  })
  .meta({ id: 'CrossMark' })

const explanation = z
  .object({
    id: uuid(['Mã câu hỏi', 'Id of the question']),
    sheet: uuid(['Phiếu', 'Sheet']),
    codes: said(z.array(z.string()), ['Các mục', 'Criteria']),
    question: text(['Câu hỏi', 'Question']),
    dueOn: dayText(['Hạn trả lời, tính cả ngày ấy', 'Answer until, included']),
    state: said(z.enum(['asked', 'answered', 'settled']), ['Tình trạng', 'State']),
    answer: text(['Trả lời', 'Answer']),
    outcome: maybe(said(z.enum(explanationOutcomes), ['Kết luận', 'Outcome'])),
    outcomeNote: text(['Nhận xét', 'Remark']),
  })
  .meta({ id: 'Explanation' })

async function seenRound({ db, actor, id }: ApiCall): Promise<Round> {
  demand(seesRounds(actor, id('blocYear')))
  const round = await roundById(db, id('round'))
  return found(round.bloc_year_id === id('blocYear') ? round : undefined)
}

const turnAnswer = (row: AssignmentRow) => ({
  id: row.id,
  sheet: row.sheet_id,
  unit: row.unit_id,
  part: row.part,
  assessor: row.assessor_unit_id,
  state: row.state,
  isMutual: row.is_mutual,
  reason: row.reason,
  submittedAt: row.submitted_at?.toISOString() ?? null,
})

/** Points that this person may see: their own unit's, and those of sheets on which every turn is over. */
async function seenMarks(call: ApiCall, round: Round) {
  const turns = await assignmentsOfRound(call.db, round.id)
  const submitted = turns.filter(({ state }) => state === 'submitted')
  const isSeen = (sheet: string, assessor: string) =>
    worksFor(call.actor, assessor) ||
    areMarksShown(
      round,
      turns.filter((one) => one.sheet_id === sheet),
    )
  const sheets = [...new Set(submitted.map((one) => one.sheet_id))]
  return (await readMarks(call.db, sheets)).flatMap((one) => {
    const { sheet_id: sheet, assessor_unit_id: assessor, points } = one
    const isIn = submitted.some((row) => row.sheet_id === sheet && row.assessor_unit_id === assessor)
    if (one.stage !== 'cross' || points === null || !isIn || !isSeen(sheet, assessor)) return []
    return [{ sheet, code: one.code, assessor, points, reason: one.reason }]
  })
}

export const crossApi: readonly Endpoint[] = [
  reads(`${ofRound}/cross-turns`, {
    tag,
    summary: ['Phân công chấm chéo và tình trạng từng lượt', 'Who assesses whom, and how each turn stands'],
    query: listQuery,
    answer: listOf(turn),
    run: async (call) => {
      const round = await seenRound(call)
      const turns = (await assignmentsOfRound(call.db, round.id)).map(turnAnswer)
      return { body: pageOf(turns, call.query, (row) => row.id) }
    },
  }),
  reads(`${ofRound}/cross-marks`, {
    tag,
    summary: ['Điểm chấm chéo được phép xem', 'Cross-scores that may be seen'],
    about: [
      'Điểm của đơn vị mình; điểm của người khác chỉ có khi mọi lượt của phiếu đã gửi và đợt chấm sang thẩm định.',
      'The own unit’s; those of others only when every turn on the sheet is over and the round is being verified.',
    ],
    query: listQuery,
    answer: listOf(mark),
    run: async (call) => {
      const round = await seenRound(call)
      const marks = await seenMarks(call, round)
      return { body: pageOf(marks, call.query, (row) => `${row.sheet} ${row.assessor} ${row.code}`) }
    },
  }),
  reads(`${ofRound}/explanations`, {
    tag,
    summary: ['Câu hỏi giải trình, trả lời và kết luận', 'Questions to units, their answers and outcomes'],
    query: listQuery,
    answer: listOf(explanation),
    run: async (call) => {
      const round = await seenRound(call)
      const sheets = isOpenToMembers(round.state) ? await sheetsOfRound(call.db, round.id) : []
      const rows = await explanationsOf(
        call.db,
        sheets.map(({ id }) => id),
      )
      const answers = rows.map((row) => ({
        id: row.id,
        sheet: row.sheet_id,
        codes: row.codes,
        question: row.question,
        dueOn: row.due_on,
        state: row.state,
        answer: row.answer,
        outcome: row.outcome,
        outcomeNote: row.outcome_note,
      }))
      return { body: pageOf(answers, call.query, (row) => row.id) }
    },
  }),
]
