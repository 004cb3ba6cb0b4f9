import { z } from 'zod'
import { reads, writes, type Endpoint } from '#platform/api.ts'
import { count, dayText, explained, listOf, listQuery, maybe, pageOf, text, uuid } from '#platform/api-schema.ts'
import { found } from '#platform/errors.ts'
import { yearOfCall } from '../register/api.ts'
import { movementOf } from '../register/queries.ts'
import { participationsOf, type ParticipationRow } from './queries.ts'
import { registerParticipation, registerParticipationInput } from './register-participation.ts'

const tag = 'Phong trào / Movements'
const path = '/bloc-years/:blocYear/movements/:movement/participations'

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

export const participationApi: readonly Endpoint[] = [
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
