import { z } from 'zod'
import { reads, writes, type ApiCall, type Endpoint } from '#platform/api.ts'
import {
  count,
  dayText,
  amount,
  decimal,
  explained,
  listOf,
  listQuery,
  maybe,
  noQuery,
  pageOf,
  said,
  text,
  uuid,
} from '#platform/api-schema.ts'
import { yearOfCall } from '../register/api.ts'
import type { ActivityState } from './activity.ts'
import { cancelActivity, cancelActivityInput } from './cancel-activity.ts'
import { correctActivity, correctActivityInput } from './correct-activity.ts'
import { lockActivity } from './lock-activity.ts'
import { planActivity, planActivityInput } from './plan-activity.ts'
import { activitiesOf, activityOf, type ActivityRow } from './queries.ts'
import { reportActivity, reportActivityInput } from './report-activity.ts'

const tag = 'Hoạt động chung / Activities'
const path = '/bloc-years/:blocYear/activities'

const states = ['planned', 'held', 'reported', 'cancelled'] as const satisfies ActivityState[]

const money = amount([
  'Kinh phí, triệu đồng, dạng chữ: "12.5"; không gửi là chưa có',
  'Money in million đồng, as text: "12.5"; left out is missing',
]).optional()

const report = z
  .object({
    id: uuid(['Mã báo cáo', 'Id of the report']),
    heldOn: dayText(['Ngày tổ chức', 'Held on']),
    participants: maybe(count(['Số người; null là chưa có', 'People; null is missing'])),
    money: maybe(decimal(['Kinh phí, triệu đồng', 'Money, in million đồng'])),
    result: text(['Kết quả', 'What came of it']),
  })
  .meta({ id: 'ActivityReport' })

const activity = z
  .object({
    id: uuid(['Mã hoạt động', 'Id of the activity']),
    title: text(['Tên', 'Title']),
    plan: text(['Kế hoạch', 'Plan']),
    place: text(['Địa điểm', 'Place']),
    startsOn: dayText(['Ngày đầu', 'First day']),
    endsOn: dayText(['Ngày cuối, tính cả', 'Last day, included']),
    chargeUnit: uuid(['Đơn vị chủ trì', 'Unit in charge']),
    units: said(z.array(z.uuid()), ['Các đơn vị tham gia', 'Units that take part']),
    movement: maybe(uuid(['Thuộc phong trào', 'Of the movement'])),
    state: said(z.enum(states), ['Tình trạng', 'State']),
    report: maybe(report),
    version: count(['Bản', 'Version']),
  })
  .meta({ id: 'Activity' })

const reportAnswer = ({ id, held_on, participants, money, result }: NonNullable<ActivityRow['report']>) => ({
  id,
  heldOn: held_on,
  participants,
  money,
  result,
})

const activityAnswer = (row: ActivityRow) => ({
  id: row.id,
  title: row.title,
  plan: row.plan,
  place: row.place,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  chargeUnit: row.charge_unit_id,
  units: row.units.map(({ unit }) => unit),
  movement: row.movement_id,
  state: row.state,
  report: row.report && reportAnswer(row.report),
  version: row.version,
})

async function oneActivity(call: ApiCall, id: string) {
  const row = await activityOf(call.db, yearOfCall(call), id)
  return { body: activityAnswer(row), version: row.version }
}

const planWords = {
  title: ['Tên', 'Title'],
  plan: ['Kế hoạch', 'Plan'],
  place: ['Địa điểm', 'Place'],
  startsOn: ['Ngày đầu, YYYY-MM-DD', 'First day, YYYY-MM-DD'],
  endsOn: ['Ngày cuối; không gửi là một ngày', 'Last day; left out it is one day'],
  chargeUnit: ['Đơn vị chủ trì', 'Unit in charge'],
  chargePerson: ['Người phụ trách', 'Person in charge'],
  greatDay: ['Mã ngày lễ', 'Id of the great day'],
  movement: ['Mã phong trào', 'Id of the movement'],
  units: ['Các đơn vị tham gia', 'Units that take part'],
} as const

/** What was planned and not held may become another, or not take place. */
const changes: readonly Endpoint[] = [
  writes(`${path}/:activity/corrections`, {
    tag,
    summary: ['Sửa kế hoạch một hoạt động chưa tổ chức', 'Change the plan of an activity not yet held'],
    about: [
      'Gửi cả kế hoạch; đổi ngày hay địa điểm thì mọi đơn vị được báo',
      'The whole plan is sent; a new day or place is told to all units',
    ],
    body: explained(correctActivityInput.omit({ blocYear: true, activity: true }), {
      ...planWords,
      version: ['Bản đã đọc', 'The version that was read'],
    }),
    answer: activity,
    isVersioned: true,
    run: async (call) => {
      const place = { blocYear: yearOfCall(call), activity: call.id('activity') }
      const { db, actor } = call
      const held = await db.transaction().execute((tx) => lockActivity(tx, actor, place, 'correct'))
      call.match(held.activity.version)
      await correctActivity(db, actor, { ...place, ...call.body }, call.now)
      return oneActivity(call, place.activity)
    },
  }),
  writes(`${path}/:activity/cancellation`, {
    tag,
    summary: ['Hủy một hoạt động chưa tổ chức', 'Cancel an activity not yet held'],
    body: explained(cancelActivityInput.omit({ blocYear: true, activity: true }), {
      reason: ['Lý do, báo cho mọi đơn vị', 'Why; told to all units'],
    }),
    answer: activity,
    run: async (call) => {
      const place = { blocYear: yearOfCall(call), activity: call.id('activity') }
      await cancelActivity(call.db, call.actor, { ...place, ...call.body }, call.now)
      return oneActivity(call, place.activity)
    },
  }),
]

export const activitiesApi: readonly Endpoint[] = [
  ...changes,
  reads(path, {
    tag,
    summary: ['Hoạt động chung của năm, theo ngày', 'Joint activities of the year by their days'],
    query: listQuery,
    answer: listOf(activity),
    run: async (call) => {
      const rows = await activitiesOf(call.db, yearOfCall(call))
      return { body: pageOf(rows.map(activityAnswer), call.query, ({ id }) => id) }
    },
  }),
  reads(`${path}/:activity`, {
    tag,
    summary: ['Một hoạt động', 'One activity'],
    query: noQuery,
    answer: activity,
    isVersioned: true,
    run: (call) => oneActivity(call, call.id('activity')),
  }),
  writes(path, {
    tag,
    summary: ['Lập kế hoạch một hoạt động chung', 'Plan a joint activity'],
    body: explained(planActivityInput.omit({ blocYear: true }), planWords),
    answer: activity,
    run: async (call) => {
      const input = { blocYear: yearOfCall(call), ...call.body }
      return oneActivity(call, await planActivity(call.db, call.actor, input, call.now))
    },
  }),
  writes(`${path}/:activity/reports`, {
    tag,
    summary: ['Báo cáo kết quả hoạt động', 'Report what came of an activity'],
    about: [
      'Báo cáo sau thay báo cáo trước và cần lý do',
      'A later report takes the earlier one’s place and needs a reason',
    ],
    body: explained(reportActivityInput.omit({ blocYear: true, activity: true }).extend({ money }), {
      id: [
        'Mã do phần mềm đặt (UUID); gửi hai lần chỉ ghi một lần',
        'The sender’s own UUID; sent twice it stands once',
      ],
      heldOn: ['Ngày tổ chức, YYYY-MM-DD', 'Held on, YYYY-MM-DD'],
      participants: ['Số người, dạng chữ; không gửi là chưa có', 'People, as text; left out is missing'],
      result: ['Kết quả', 'What came of it'],
      reason: ['Lý do thay báo cáo trước', 'Why it takes the place of an earlier report'],
    }),
    answer: activity,
    isVersioned: true,
    run: async (call) => {
      const place = { blocYear: yearOfCall(call), activity: call.id('activity') }
      const { db, actor } = call
      const held = await db.transaction().execute((tx) => lockActivity(tx, actor, place, 'report'))
      call.match(held.activity.version)
      await reportActivity(db, actor, { ...place, ...call.body }, call.now)
      return oneActivity(call, place.activity)
    },
  }),
]
