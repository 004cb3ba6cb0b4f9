import { z } from 'zod'
import { reads, type ApiCall, type Endpoint } from '#platform/api.ts'
import { count, dayText, listOf, listQuery, maybe, noQuery, pageOf, said, text, uuid } from '#platform/api-schema.ts'
import { demand } from '#platform/errors.ts'
import { readsMovements } from '../access.ts'
import { movementForms, movementLevels, type MovementState } from './movement.ts'
import { movementOf, movementsOfYear, type MovementRow } from './queries.ts'

const tag = 'Phong trào / Movements'

const states = ['draft', 'launched', 'running', 'reviewed', 'closed'] as const satisfies MovementState[]

const movement = z
  .object({
    id: uuid(['Mã phong trào', 'Id of the movement']),
    title: text(['Tên', 'Title']),
    slogan: text(['Khẩu hiệu', 'Slogan']),
    form: said(z.enum(movementForms), ['Chuyên đề hay thường xuyên', 'Thematic or regular']),
    level: said(z.enum(movementLevels), ['Cấp phát động', 'Level']),
    state: said(z.enum(states), ['Tình trạng', 'State']),
    fromOn: maybe(dayText(['Từ ngày', 'From'])),
    toOn: maybe(dayText(['Đến hết ngày', 'To, included'])),
    launchedOn: maybe(dayText(['Phát động ngày', 'Launched on'])),
    participants: count(['Số đơn vị tham gia năm nay', 'Units that take part this year']),
    version: count(['Bản', 'Version']),
  })
  .meta({ id: 'Movement' })

const movementAnswer = (row: MovementRow) => ({
  id: row.id,
  title: row.title,
  slogan: row.slogan,
  form: row.form,
  level: row.level,
  state: row.state,
  fromOn: row.from_on,
  toOn: row.to_on,
  launchedOn: row.launched_on,
  participants: row.participants,
  version: row.version,
})

/** The bloc-year of the address, for who may read what it does. */
export function yearOfCall({ actor, id }: ApiCall): string {
  demand(readsMovements(actor, id('blocYear')))
  return id('blocYear')
}

export const registerApi: readonly Endpoint[] = [
  reads('/bloc-years/:blocYear/movements', {
    tag,
    summary: ['Phong trào của năm, từ cấp trung ương xuống', 'Movements of the year, from the centre down'],
    query: listQuery,
    answer: listOf(movement),
    run: async (call) => {
      const rows = await movementsOfYear(call.db, yearOfCall(call))
      return { body: pageOf(rows.map(movementAnswer), call.query, ({ id }) => id) }
    },
  }),
  reads('/bloc-years/:blocYear/movements/:movement', {
    tag,
    summary: ['Một phong trào', 'One movement'],
    query: noQuery,
    answer: movement,
    isVersioned: true,
    run: async (call) => {
      const row = await movementOf(call.db, yearOfCall(call), call.id('movement'))
      return { body: movementAnswer(row), version: row.version }
    },
  }),
]
