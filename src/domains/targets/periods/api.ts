import { z } from 'zod'
import { reads, type Endpoint } from '#platform/api.ts'
import { dayText, listOf, listQuery, pageOf, said, text, uuid } from '#platform/api-schema.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { seesTargets } from '../access.ts'
import { frequencies } from '../target.ts'
import { periodName } from './period-name.ts'
import { stateOn } from './period.ts'
import { periodsOf } from './queries.ts'
import { words } from './words.ts'

const period = z
  .object({
    id: uuid(['Mã kỳ', 'Id of the period']),
    name: text(['Tên kỳ theo Accept-Language', 'Name in the language asked for']),
    frequency: said(z.enum(frequencies), ['Độ dài', 'Length']),
    startsOn: dayText(['Ngày đầu', 'First day']),
    endsOn: dayText(['Ngày cuối, tính cả', 'Last day, included']),
    dueOn: dayText(['Hạn gửi, tính cả ngày ấy', 'Due on, included']),
    state: said(z.enum(['ahead', 'open', 'closed']), ['Chưa mở, đang mở, đã khóa', 'Ahead, open, closed']),
  })
  .meta({ id: 'Period' })

export const periodsApi: readonly Endpoint[] = [
  reads('/bloc-years/:blocYear/periods', {
    tag: 'Kỳ báo cáo / Periods',
    summary: ['Các kỳ báo cáo của năm, theo ngày cuối', 'Periods of the year by their last day'],
    query: listQuery,
    answer: listOf(period),
    run: async ({ db, actor, id, now, locale, query }) => {
      demand(seesTargets(actor, id('blocYear')))
      const rows = (await periodsOf(db, id('blocYear'))).map((row) => ({
        id: row.id,
        name: periodName(words(locale).names, row),
        frequency: row.frequency,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        dueOn: row.due_on,
        state: stateOn(row, dayOf(now)),
      }))
      return { body: pageOf(rows, query, (row) => row.id) }
    },
  }),
]
