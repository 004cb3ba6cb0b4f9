import { z } from 'zod'
import { seesBlocYear } from '#domains/blocs/access.ts'
import { reads, type Endpoint } from '#platform/api.ts'
import { decimal, listOf, listQuery, maybe, moment, pageOf, said, text, uuid, yes } from '#platform/api-schema.ts'
import { demand } from '#platform/errors.ts'
import { factsOfYear } from './queries.ts'

const fact = z
  .object({
    unit: uuid(['Mã đơn vị', 'Id of the unit']),
    key: text(['Khóa: "target.CT01", "report.month.late"', 'Key: "target.CT01", "report.month.late"']),
    value: maybe(decimal(['Giá trị; null là chưa có, không phải là 0', 'Value; null is missing, which is not 0'])),
    measure: text(['Đơn vị tính: "%", "triệu đồng", "hội viên"', 'Measured in: "%", "triệu đồng" (million), …']),
    isAssigned: yes(['Có giao; không giao thì không tính', 'Assigned; else it counts for nothing']),
    standing: said(z.enum(['declared', 'verified']), ['Tự khai hay đã xác nhận', 'Declared or verified']),
    source: z
      .object({ kind: z.string(), id: z.string() })
      .meta({ description: 'Bản ghi là nguồn số liệu / The record that says so' }),
    postedAt: moment(['Thời điểm ghi', 'Posted at']),
  })
  .meta({ id: 'Fact' })

const unit = uuid(['Chỉ của đơn vị này', 'Of this unit only'])
const prefix = text(['Khóa bắt đầu bằng', 'Keys that begin so']).max(80)

export const factsApi: readonly Endpoint[] = [
  reads('/bloc-years/:blocYear/facts', {
    tag: 'Số liệu / Facts',
    summary: ['Số liệu của năm với nguồn của từng số', 'What is known of the year, each with its source'],
    query: listQuery.extend({ unit: unit.optional(), prefix: prefix.optional() }),
    answer: listOf(fact),
    run: async ({ db, actor, id, onlyUnit, query }) => {
      demand(seesBlocYear(actor, id('blocYear')))
      const asked = onlyUnit ?? query.unit
      demand(query.unit === undefined || query.unit === asked)
      const { prefix: keys } = query
      const filter = { ...(asked && { unit: asked }), ...(keys && { prefix: keys }) }
      const facts = await factsOfYear(db, id('blocYear'), filter)
      const rows = facts.map(({ blocYear: _year, postedAt, ...rest }) => {
        return { ...rest, postedAt: postedAt.toISOString() }
      })
      return { body: pageOf(rows, query, (row) => `${row.unit} ${row.key} ${row.standing}`) }
    },
  }),
]
