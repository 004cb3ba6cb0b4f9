import { z } from 'zod'
import { reads, type ApiCall, type Endpoint } from '#platform/api.ts'
import {
  count,
  dayText,
  decimal,
  listOf,
  listQuery,
  maybe,
  noQuery,
  pageOf,
  said,
  text,
  uuid,
  yes,
} from '#platform/api-schema.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { seesTargets } from './access.ts'
import { assignmentsOfTarget, targetById, targetsOf } from './queries.ts'
import { periodsApi } from './periods/api.ts'
import { figuresOf, type FigureRow } from './roll-up/queries.ts'
import { accumulations, directions, frequencies, isLocked, measures, rollUps, type Target } from './target.ts'

const tag = 'Chỉ tiêu / Targets'

/** How every figure of a target is to be read. */
const valueIn = (vi: string, en: string) =>
  decimal([
    `${vi}, theo \`measure\`: percent 85.5 là 85,5 %; money là triệu đồng; yes_no 1 hoặc 0; class là thứ bậc từ 1; day là số ngày từ 1970-01-01`,
    `${en}, as \`measure\` says: percent 85.5 is 85.5 %; money in million đồng; yes_no 1 or 0; class is the rank from 1; day is days since 1970-01-01`,
  ])

const card = z
  .object({
    id: uuid(['Mã chỉ tiêu', 'Id of the target']),
    code: text(['Số hiệu', 'Code']),
    name: text(['Tên', 'Name']),
    topic: text(['Nhóm', 'Topic']),
    measure: said(z.enum(measures), ['Loại giá trị', 'Kind of value']),
    measureUnit: text(['Đơn vị tính của số đếm: "hội viên"', 'What a count counts']),
    classes: said(z.array(z.string()), ['Tên các hạng, thấp trước', 'Names of classes, the lowest first']),
    direction: said(z.enum(directions), ['Nhiều hơn hay ít hơn là tốt', 'Whether more or less is better']),
    accumulation: said(z.enum(accumulations), [
      'Cộng dồn theo kỳ, lũy kế hay mức',
      'Per period, running total, or level',
    ]),
    rollUp: said(z.enum(rollUps), ['Cách gộp lên khối', 'How units make up the bloc']),
    frequency: said(z.enum(frequencies), ['Kỳ báo cáo', 'How often it is reported']),
    weight: decimal(['Trọng số', 'Weight']),
    dueOn: maybe(dayText(['Hạn', 'Due on'])),
    isTyped: yes(['Đơn vị nhập; không thì hệ thống tính', 'Typed by units; else computed']),
    state: said(z.enum(['draft', 'in_force', 'withdrawn']), ['Tình trạng', 'State']),
    isLocked: yes(['Đã khóa bằng văn bản ký', 'Locked by a signed paper']),
    version: count(['Bản', 'Version']),
  })
  .meta({ id: 'Target' })

const cardAnswer = (target: Target) => ({
  id: target.id,
  code: target.code,
  name: target.name,
  topic: target.topic,
  measure: target.measure,
  measureUnit: target.measure_unit,
  classes: [...target.classes],
  direction: target.direction,
  accumulation: target.accumulation,
  rollUp: target.roll_up,
  frequency: target.frequency,
  weight: target.weight,
  dueOn: target.due_on,
  isTyped: target.formula === null && target.log_kind === null,
  state: target.state,
  isLocked: isLocked(target),
  version: target.version,
})

const plan = z
  .object({
    unit: uuid(['Mã đơn vị', 'Id of the unit']),
    parentUnit: maybe(uuid(['Đơn vị cấp trên, khi là đơn vị con', 'The unit above, of a sub-unit'])),
    isAssigned: yes(['Có giao; không giao thì không tính', 'Assigned; else it counts for nothing']),
    planned: maybe(valueIn('Kế hoạch cả năm', 'Plan of the year')),
    baseline: maybe(valueIn('Số đầu kỳ', 'Baseline')),
  })
  .meta({ id: 'Plan' })

const figure = z
  .object({
    target: uuid(['Mã chỉ tiêu', 'Id of the target']),
    unit: maybe(uuid(['Mã đơn vị; null là cả khối', 'Id of the unit; null is the bloc as a whole'])),
    parentUnit: maybe(uuid(['Đơn vị cấp trên', 'The unit above'])),
    value: maybe(valueIn('Thực hiện; null là chưa có', 'Reached; null is missing')),
    planned: maybe(valueIn('Kế hoạch', 'Plan')),
    percent: maybe(decimal(['Phần trăm kế hoạch', 'Per cent of the plan'])),
    asOf: maybe(dayText(['Đến hết kỳ', 'Last day of the newest period'])),
    periodsReported: count(['Số kỳ đã có số', 'Periods with a figure']),
    periodsOver: count(['Số kỳ đã qua', 'Periods that are over']),
  })
  .meta({ id: 'Figure' })

const figureAnswer = (row: FigureRow) => ({
  target: row.target_id,
  unit: row.unit_id,
  parentUnit: row.parent_unit_id,
  value: row.value,
  planned: row.planned,
  percent: row.percent,
  asOf: row.as_of,
  periodsReported: row.periods_reported,
  periodsOver: row.periods_over,
})

function seenYear({ actor, id }: ApiCall): string {
  demand(seesTargets(actor, id('blocYear')))
  return id('blocYear')
}

const until = dayText([
  'Các kỳ kết thúc đến ngày này; mặc định hôm nay',
  'Periods that end by this day; today if absent',
])
const standing = said(z.enum(['declared', 'verified']), ['Đã gửi hay đã xác nhận', 'As sent, or as verified'])

export const targetsApi: readonly Endpoint[] = [
  reads('/bloc-years/:blocYear/targets', {
    tag,
    summary: ['Chỉ tiêu của năm, theo thứ tự', 'Targets of the year in their order'],
    query: listQuery,
    answer: listOf(card),
    run: async (call) => {
      const targets = await targetsOf(call.db, seenYear(call))
      return { body: pageOf(targets.map(cardAnswer), call.query, ({ id }) => id) }
    },
  }),
  reads('/bloc-years/:blocYear/targets/:target', {
    tag,
    summary: ['Một chỉ tiêu với kế hoạch từng đơn vị', 'One target with the plan of each unit'],
    query: noQuery,
    isVersioned: true,
    answer: card.extend({ plans: z.array(plan) }).meta({ id: 'TargetWithPlans' }),
    run: async (call) => {
      const blocYear = seenYear(call)
      const target = await targetById(call.db, call.id('target'))
      found(target.bloc_year_id === blocYear ? target : null)
      const plans = (await assignmentsOfTarget(call.db, target.id)).map((row) => ({
        unit: row.unit_id,
        parentUnit: row.parent_unit_id,
        isAssigned: row.is_assigned,
        planned: row.planned,
        baseline: row.baseline,
      }))
      return { body: { ...cardAnswer(target), plans }, version: target.version }
    },
  }),
  reads('/bloc-years/:blocYear/figures', {
    tag,
    summary: ['Số thực hiện gộp: đơn vị con, đơn vị, cả khối', 'Figures rolled up: sub-units, units, the bloc'],
    query: listQuery.extend({ until: until.optional(), standing: standing.default('declared') }),
    answer: listOf(figure),
    run: async (call) => {
      const { db, now, query, onlyUnit } = call
      const asked = { blocYears: [seenYear(call)], until: query.until ?? dayOf(now), standing: query.standing }
      const isWithin = ({ unit_id: unit, parent_unit_id: parent }: FigureRow) =>
        onlyUnit === null || unit === null || unit === onlyUnit || parent === onlyUnit
      const rows = (await figuresOf(db, asked)).filter(isWithin).map(figureAnswer)
      const keyOf = (row: (typeof rows)[number]) => `${row.target} ${row.unit ?? ''}`
      const sorted = rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
      return { body: pageOf(sorted, query, keyOf) }
    },
  }),
  ...periodsApi,
]
