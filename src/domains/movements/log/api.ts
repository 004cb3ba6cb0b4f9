import { z } from 'zod'
import { reads, writes, type ApiCall, type Endpoint } from '#platform/api.ts'
import {
  dayText,
  amount,
  decimal,
  explained,
  listOf,
  listQuery,
  maybe,
  moment,
  numberedPage,
  pageOf,
  said,
  text,
  uuid,
  yes,
} from '#platform/api-schema.ts'
import { yearOfCall } from '../register/api.ts'
import { addLogEntry, addLogEntryInput } from './add-log-entry.ts'
import { correctLogEntry, correctLogEntryInput } from './correct-log-entry.ts'
import type { LogCounting } from './log-kind.ts'
import { withdrawLogEntry, withdrawLogEntryInput } from './withdraw-log-entry.ts'
import { logEntries, logEntry, logKindsOf, type LogEntryRow } from './queries.ts'

const tag = 'Sổ hoạt động / Log'
const path = '/bloc-years/:blocYear/log-entries'

const countings = ['sum', 'last'] as const satisfies LogCounting[]

const kind = z
  .object({
    code: text(['Mã loại', 'Code of the kind']),
    name: text(['Tên loại', 'Name']),
    isEnded: yes(['Đã thôi dùng', 'No longer used']),
    numbers: z.array(
      z.object({
        code: text(['Mã số đếm', 'Code of the number']),
        name: text(['Tên', 'Name']),
        measure: text(['Đơn vị tính', 'Measured in']),
        counting: said(z.enum(countings), ['Cộng dồn hay lấy số cuối', 'Added up, or the last one said']),
        required: yes(['Bắt buộc', 'Required']),
      }),
    ),
  })
  .meta({ id: 'LogKind' })

const values = said(z.record(z.string().max(80), amount(['Số: "1234.5"', 'Number: "1234.5"'])), [
  'Các số, dạng chữ, theo mã số đếm',
  'Numbers as text, by their codes',
])

const entry = z
  .object({
    id: uuid(['Mã mục', 'Id of the entry']),
    unit: uuid(['Mã đơn vị', 'Id of the unit']),
    kind: text(['Mã loại', 'Code of its kind']),
    onDay: dayText(['Ngày', 'Day']),
    text: text(['Nội dung', 'What was done']),
    values: said(z.record(z.string(), decimal(['Số', 'Number'])), ['Các số, theo mã số đếm', 'Numbers by their codes']),
    replaces: maybe(uuid(['Thay mục', 'Takes the place of'])),
    enteredAt: moment(['Ghi lúc', 'Entered at']),
  })
  .meta({ id: 'LogEntry' })

const withdrawn = z
  .object({
    entry: uuid(['Mã mục đã rút', 'Id of the entry taken back']),
    withdrawal: uuid(['Mã của lần rút', 'Id of the withdrawal']),
  })
  .meta({ id: 'LogWithdrawal' })

const entryAnswer = (row: LogEntryRow) => ({
  id: row.id,
  unit: row.unit_id,
  kind: row.kind,
  onDay: row.on_day,
  text: row.text,
  values: Object.fromEntries(row.values.map(({ code, value }) => [code, value])),
  replaces: row.replaces_id,
  enteredAt: row.entered_at.toISOString(),
})

const oneEntry = async (call: ApiCall, blocYear: string, id: string) => ({
  body: entryAnswer(await logEntry(call.db, blocYear, id)),
})

export const logApi: readonly Endpoint[] = [
  reads('/bloc-years/:blocYear/log-kinds', {
    tag,
    summary: ['Các loại mục và số đếm của từng loại', 'Kinds of entry and the numbers each carries'],
    query: listQuery,
    answer: listOf(kind),
    run: async (call) => {
      const kinds = (await logKindsOf(call.db, yearOfCall(call))).map(({ code, name, ended_on, numbers }) => {
        return { code, name, isEnded: ended_on !== null, numbers }
      })
      return { body: pageOf(kinds, call.query, ({ code }) => code) }
    },
  }),
  reads(path, {
    tag,
    summary: ['Các mục đang có hiệu lực, ngày mới trước', 'Entries that stand, the latest day first'],
    query: listQuery.extend({ kind: text(['Chỉ loại này', 'Of this kind only']).max(80).optional() }),
    answer: listOf(entry),
    run: async (call) => {
      const { page, size, nextOf } = numberedPage(call.query)
      const filter = { blocYear: yearOfCall(call), kind: call.query.kind, unit: call.onlyUnit ?? undefined }
      const rows = await logEntries(call.db, { ...filter, page, size })
      return { body: { items: rows.map(entryAnswer), next: nextOf(rows[0]?.total ?? 0) } }
    },
  }),
  writes(path, {
    tag,
    summary: ['Ghi một mục vào sổ', 'Write an entry'],
    body: explained(addLogEntryInput.omit({ blocYear: true }).extend({ values }), {
      id: [
        'Mã do phần mềm đặt (UUID); gửi hai lần chỉ ghi một lần',
        'The sender’s own UUID; sent twice it stands once',
      ],
      unit: ['Mã đơn vị', 'Id of the unit'],
      kind: ['Mã loại', 'Code of its kind'],
      onDay: ['Ngày, YYYY-MM-DD', 'Day, YYYY-MM-DD'],
      text: ['Nội dung', 'What was done'],
    }),
    answer: entry,
    run: async (call) => {
      const blocYear = yearOfCall(call)
      return oneEntry(call, blocYear, await addLogEntry(call.db, call.actor, { blocYear, ...call.body }, call.now))
    },
  }),
  writes(`${path}/:entry/corrections`, {
    tag,
    summary: [
      'Sửa một mục: mục cũ được giữ và thôi tính',
      'Correct an entry: the earlier one is kept and no longer counts',
    ],
    body: explained(correctLogEntryInput.omit({ blocYear: true, entry: true }).extend({ values }), {
      id: ['Mã của mục mới (UUID)', 'UUID of the new entry'],
      reason: ['Lý do sửa', 'Why'],
      onDay: ['Ngày, YYYY-MM-DD', 'Day, YYYY-MM-DD'],
      text: ['Nội dung', 'What was done'],
    }),
    answer: entry,
    run: async (call) => {
      const place = { blocYear: yearOfCall(call), entry: call.id('entry') }
      const id = await correctLogEntry(call.db, call.actor, { ...place, ...call.body }, call.now)
      return oneEntry(call, place.blocYear, id)
    },
  }),
  writes(`${path}/:entry/withdrawal`, {
    tag,
    summary: ['Rút một mục: mục được giữ và thôi tính', 'Take back an entry: it is kept and no longer counts'],
    body: explained(withdrawLogEntryInput.omit({ blocYear: true, entry: true }), {
      id: ['Mã của lần rút (UUID)', 'UUID of the withdrawal'],
      reason: ['Lý do rút', 'Why'],
    }),
    answer: withdrawn,
    run: async (call) => {
      const place = { blocYear: yearOfCall(call), entry: call.id('entry') }
      await withdrawLogEntry(call.db, call.actor, { ...place, ...call.body }, call.now)
      return { body: { entry: place.entry, withdrawal: call.body.id } }
    },
  }),
]
