import { z } from 'zod'
import { reads, writes, type Endpoint } from '#platform/api.ts'
import {
  amount,
  count,
  dayText,
  explained,
  listOf,
  listQuery,
  maybe,
  moment,
  pageOf,
  text,
  uuid,
} from '#platform/api-schema.ts'
import { found } from '#platform/errors.ts'
import { yearOfCall } from '../register/api.ts'
import { movementOf } from '../register/queries.ts'
import { writeFigures } from './figures.ts'
import { participationsOf, resultsOf, type ParticipationRow, type ResultRow } from './queries.ts'
import { registerParticipation, registerParticipationInput } from './register-participation.ts'
import { reportResult, reportResultInput } from './report-result.ts'

const tag = 'Phong trào / Movements'
const path = '/bloc-years/:blocYear/movements/:movement/participations'
const resultsPath = '/bloc-years/:blocYear/movements/:movement/results'

const participation = z
  .object({
    id: uuid(['Mã đăng ký', 'Id']),
    unit: uuid(['Mã đơn vị', 'Id of the unit']),
    unitName: text(['Tên ngắn của đơn vị vào ngày đăng ký', 'Short name of the unit on that day']),
    plan: text(['Kế hoạch riêng', 'The unit’s own plan']),
    people: maybe(count(['Số người tham gia; null là chưa có', 'People; null is missing'])),
    finishOn: maybe(dayText(['Hạn tự đặt', 'Own last day'])),
    registeredOn: dayText(['Đăng ký ngày', 'Registered on']),
    withdrawnOn: maybe(dayText(['Thôi tham gia ngày', 'Withdrawn on'])),
    version: count(['Bản', 'Version']),
  })
  .meta({ id: 'Participation' })

const participationAnswer = (row: ParticipationRow) => ({
  id: row.id,
  unit: row.unit_id,
  unitName: row.unit,
  plan: row.plan,
  people: row.people,
  finishOn: row.finish_on,
  registeredOn: row.registered_on,
  withdrawnOn: row.withdrawn_on,
  version: row.version,
})

const figure = z.object({
  // A result is kept line by line, "name (measure): value": what divides a line cannot stand in a name.
  name: text(['Tên số', 'Name']).regex(/^[^:()\n]{1,200}$/u),
  measure: text(['Đơn vị tính', 'Measured in']).regex(/^[^()\n]{0,60}$/u),
  value: amount(['Số: "12.5"', 'Number: "12.5"']),
})

const result = z
  .object({
    id: uuid(['Mã kết quả', 'Id of the result']),
    unit: uuid(['Mã đơn vị', 'Id of the unit']),
    startsOn: dayText(['Từ ngày', 'First day']),
    endsOn: dayText(['Đến hết ngày', 'Last day, included']),
    text: text(['Kết quả', 'What was reached']),
    figures: z.array(figure.extend({ name: text(['Tên số', 'Name']), measure: text(['Đơn vị tính', 'Measured in']) })),
    reportedAt: moment(['Báo cáo lúc', 'Reported at']),
  })
  .meta({ id: 'ParticipationResult' })

const resultAnswer = (row: ResultRow) => ({
  id: row.id,
  unit: row.unit_id,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  text: row.text,
  figures: row.figures,
  reportedAt: row.reported_at.toISOString(),
})

const resultsApi: readonly Endpoint[] = [
  reads(resultsPath, {
    tag,
    summary: ['Kết quả đang có hiệu lực, kỳ mới trước', 'Results that stand, the latest period first'],
    query: listQuery,
    answer: listOf(result),
    run: async (call) => {
      const { id: movement } = await movementOf(call.db, yearOfCall(call), call.id('movement'))
      const all = await resultsOf(call.db, call.id('blocYear'), movement)
      const rows = all.filter((row) => call.onlyUnit === null || row.unit_id === call.onlyUnit)
      return { body: pageOf(rows.map(resultAnswer), call.query, ({ id }) => id) }
    },
  }),
  writes(resultsPath, {
    tag,
    summary: ['Báo cáo kết quả một kỳ', 'Report what a period brought'],
    about: ['Báo cáo lại cùng kỳ thì cần lý do', 'The same period reported again needs a reason'],
    body: explained(
      reportResultInput
        .omit({ blocYear: true, movement: true })
        .extend({ figures: z.array(figure).max(50).default([]) }),
      {
        unit: ['Mã đơn vị', 'Id of the unit'],
        startsOn: ['Từ ngày, YYYY-MM-DD', 'First day, YYYY-MM-DD'],
        endsOn: ['Đến hết ngày, YYYY-MM-DD', 'Last day, YYYY-MM-DD'],
        text: ['Kết quả', 'What was reached'],
        figures: ['Các số', 'Figures'],
        reason: ['Lý do báo cáo lại', 'Why it is reported again'],
      },
    ),
    answer: result,
    run: async (call) => {
      const place = { blocYear: yearOfCall(call), movement: call.id('movement') }
      const input = { ...place, ...call.body, figures: writeFigures(call.body.figures) }
      await reportResult(call.db, call.actor, input, call.now)
      const { unit, startsOn, endsOn } = call.body
      const rows = await resultsOf(call.db, place.blocYear, place.movement)
      const own = rows.find((row) => row.unit_id === unit && row.starts_on === startsOn && row.ends_on === endsOn)
      return { body: resultAnswer(found(own)) }
    },
  }),
]

export const participationApi: readonly Endpoint[] = [
  ...resultsApi,
  reads(path, {
    tag,
    summary: ['Đơn vị đăng ký tham gia phong trào', 'Units that take part in a movement'],
    query: listQuery,
    answer: listOf(participation),
    run: async (call) => {
      const { id: movement } = await movementOf(call.db, yearOfCall(call), call.id('movement'))
      const all = await participationsOf(call.db, { blocYear: call.id('blocYear'), movement })
      const rows = all.filter((row) => call.onlyUnit === null || row.unit_id === call.onlyUnit)
      return { body: pageOf(rows.map(participationAnswer), call.query, ({ id }) => id) }
    },
  }),
  writes(path, {
    tag,
    summary: ['Đăng ký tham gia, hoặc đổi kế hoạch đã đăng ký', 'Take part, or change the plan'],
    body: explained(registerParticipationInput.omit({ blocYear: true, movement: true }), {
      unit: ['Mã đơn vị', 'Id of the unit'],
      plan: ['Kế hoạch riêng', 'The unit’s own plan'],
      people: ['Số người, dạng chữ: "120"; không gửi là chưa có', 'People, as text: "120"; left out is missing'],
      finishOn: ['Hạn tự đặt, YYYY-MM-DD', 'Own last day, YYYY-MM-DD'],
    }),
    answer: participation,
    run: async (call) => {
      const place = { blocYear: yearOfCall(call), movement: call.id('movement') }
      await registerParticipation(call.db, call.actor, { ...place, ...call.body }, call.now)
      const rows = await participationsOf(call.db, place)
      return { body: participationAnswer(found(rows.find((row) => row.unit_id === call.body.unit))) }
    },
  }),
]
