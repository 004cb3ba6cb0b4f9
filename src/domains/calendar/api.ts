import { z } from 'zod'
import { reads, type ApiCall, type Endpoint } from '#platform/api.ts'
import { dayText, listOf, listQuery, maybe, moment, pageOf, said, text, uuid, yes } from '#platform/api-schema.ts'
import { demand } from '#platform/errors.ts'
import type { Locale } from '#platform/words.ts'
import { seesCalendar, seesDeadline } from './deadlines/access.ts'
import { audiences, deadlineKinds } from './deadlines/deadline.ts'
import { nameOf } from './deadlines/name-of.ts'
import { deadlinesOf, type DeadlineRow } from './deadlines/queries.ts'
import { tasksOf, type TaskRow } from './queries.ts'
import { titleOf } from './title-of.ts'

const task = z
  .object({
    id: uuid(['Mã việc', 'Id of the task']),
    kind: text(['Loại việc', 'Kind of task']),
    title: text(['Tên việc theo Accept-Language', 'Title in the language asked for']),
    dueOn: maybe(dayText(['Hạn, tính cả ngày ấy', 'Due on, included'])),
    openedAt: moment(['Giao lúc', 'Opened at']),
    blocYear: maybe(uuid(['Năm thi đua', 'Bloc-year'])),
    path: text(['Trang làm việc này', 'The page where it is done']),
  })
  .meta({ id: 'Task' })

const taskAnswer = (row: TaskRow, locale: Locale) => ({
  id: row.id,
  kind: row.kind,
  title: titleOf(row, locale),
  dueOn: row.due_on,
  openedAt: row.opened_at.toISOString(),
  blocYear: row.blocYear,
  path: row.path,
})

/** No task has this holder: a token for a unit shows the unit's tasks and none of the person's own. */
const nobody = '00000000-0000-0000-0000-000000000000'

async function tasksWithin({ db, actor, onlyUnit, onlyYear }: ApiCall): Promise<TaskRow[]> {
  if (onlyYear !== null) return tasksOf(db, actor, { blocYear: onlyYear })
  return tasksOf(db, { ...actor, account: onlyUnit === null ? actor.account : nobody })
}

const deadline = z
  .object({
    id: uuid(['Mã mốc lịch', 'Id']),
    kind: said(z.enum(deadlineKinds), ['Hạn hay sự kiện', 'Deadline or event']),
    name: text(['Tên theo Accept-Language', 'Name in the language asked for']),
    startsOn: dayText(['Ngày đầu', 'First day']),
    endsOn: dayText(['Ngày cuối, tính cả', 'Last day, included']),
    startsAt: maybe(text(['Giờ bắt đầu ở Việt Nam: "08:00"', 'Begins at, in Vietnam: "08:00"'])),
    endsAt: maybe(text(['Giờ kết thúc', 'Ends at'])),
    place: text(['Địa điểm', 'Place']),
    audience: said(z.enum(audiences), ['Của ai', 'Whose']),
    unit: maybe(uuid(['Của đơn vị', 'Of the unit'])),
    isCancelled: yes(['Đã bỏ', 'Cancelled']),
    changedAt: moment(['Đổi lần cuối', 'Last changed']),
  })
  .meta({ id: 'Deadline' })

const deadlineAnswer = (row: DeadlineRow, locale: Locale) => ({
  id: row.id,
  kind: row.kind,
  name: nameOf(row, locale),
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  audience: row.audience,
  unit: row.unit_id,
  isCancelled: row.cancelled_at !== null,
  changedAt: row.changed_at.toISOString(),
})

const tag = 'Lịch và việc / Calendar and tasks'

export const calendarApi: readonly Endpoint[] = [
  reads('/tasks', {
    tag,
    summary: ['Việc đang chờ trong phạm vi của mã, theo hạn', 'Tasks that wait within the token’s reach, by deadline'],
    query: listQuery,
    answer: listOf(task),
    run: async (call) => {
      const tasks = (await tasksWithin(call)).map((row) => taskAnswer(row, call.locale))
      return { body: pageOf(tasks, call.query, ({ id }) => id) }
    },
  }),
  reads('/bloc-years/:blocYear/calendar', {
    tag,
    summary: ['Lịch của năm, cả mốc đã bỏ', 'The calendar of the year, what was cancelled too'],
    query: listQuery,
    answer: listOf(deadline),
    run: async ({ db, actor, id, locale, query }) => {
      demand(seesCalendar(actor, id('blocYear')))
      const rows = (await deadlinesOf(db, [id('blocYear')])).filter((row) => seesDeadline(actor, row))
      const deadlines = rows.map((row) => deadlineAnswer(row, locale))
      return { body: pageOf(deadlines, query, (row) => row.id) }
    },
  }),
]
