import { z } from 'zod'
import { reads, writes, type ApiCall, type Endpoint } from '#platform/api.ts'
import {
  count,
  dayText,
  decimal,
  explained,
  listOf,
  listQuery,
  maybe,
  moment,
  noQuery,
  pageOf,
  said,
  text,
  uuid,
} from '#platform/api-schema.ts'
import type { Announce } from '#platform/announcements.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { reportLogOf } from '../outlook/queries.ts'
import { periodById } from '../periods/queries.ts'
import { mayReportFor, seesFigures, seesReports } from './access.ts'
import { lockReport } from './lock-report.ts'
import { entriesOf, reporterOf, reportOf, type EntryRow, type ReportRow } from './queries.ts'
import type { ReportFact } from './report.ts'
import { saveEntries, saveEntriesInput } from './save-entries.ts'
import { sendReport, sendReportInput } from './send-report.ts'

const tag = 'Báo cáo / Reports'
const at = '/bloc-years/:blocYear/periods/:period/reports/:unit'

const value = decimal([
  'Giá trị theo loại của chỉ tiêu; null là chưa có, không phải là 0',
  'Value in the terms of the target’s measure; null is missing, which is not 0',
])
const note = text(['Ghi chú', 'Note'])
const version = count(['Bản của ô; gửi lại khi ghi', 'Version of the cell; sent back when writing'])
const target = uuid(['Mã chỉ tiêu', 'Id of the target'])

const entry = z
  .object({ target, value: maybe(value), note, version, enteredAt: moment(['Nhập lúc', 'Entered at']) })
  .meta({ id: 'Entry' })

const standings = ['none', 'missing', 'open', 'sent', 'returned', 'verified'] as const

const report = z
  .object({
    unit: uuid(['Mã đơn vị', 'Id of the unit']),
    period: uuid(['Mã kỳ', 'Id of the period']),
    id: maybe(uuid(['Mã báo cáo; null là chưa bắt đầu', 'Id of the report; null is not begun'])),
    state: said(z.enum(standings), ['Tình trạng', 'State']),
    firstSentOn: maybe(dayText(['Gửi lần đầu', 'First sent on'])),
    sentOn: maybe(dayText(['Gửi lần cuối', 'Last sent on'])),
    returnedReason: maybe(text(['Lý do trả lại', 'Why it was returned'])),
    entries: said(z.array(entry), [
      'Các số; số chưa gửi chỉ đơn vị mình đọc được',
      'Figures; unsent ones only of one’s own unit',
    ]),
  })
  .meta({ id: 'Report' })

/** The unit and the period of the address, for who may read reports of the year. */
async function reporterAt({ db, actor, id, onlyUnit }: ApiCall) {
  const period = await periodById(db, id('period'))
  found(period.bloc_year_id === id('blocYear') ? period : null)
  const reporter = await reporterOf(db, period, id('unit'))
  demand(seesReports(actor, period.bloc_year_id, reporter))
  demand(onlyUnit === null || mayReportFor(actor, reporter))
  return { period, ...reporter }
}

const notBegun = { id: null, state: 'none', firstSentOn: null, sentOn: null, returnedReason: null } as const

const headOf = (row: ReportRow | undefined) =>
  row === undefined
    ? notBegun
    : {
        id: row.id,
        state: row.state,
        firstSentOn: row.first_sent_on,
        sentOn: row.sent_on,
        returnedReason: row.returned_reason,
      }

const entryAnswer = (one: EntryRow) => ({
  target: one.target_id,
  value: one.value,
  note: one.note,
  version: one.version,
  enteredAt: one.entered_at.toISOString(),
})

async function readReport(call: ApiCall) {
  const { db, actor } = call
  const { period, unit, parent } = await reporterAt(call)
  const row = await reportOf(db, period.id, unit)
  const isSeen = row !== undefined && seesFigures(actor, { unit, parent }, row)
  const entries = isSeen ? [...(await entriesOf(db, row.id)).values()] : []
  const body = { unit, period: period.id, ...headOf(row), entries: entries.map(entryAnswer) }
  return { body, version: row?.version ?? 0 }
}

/** The report is held until the write commits, so what was read is what is compared. */
async function matchReport(call: ApiCall) {
  const { period, unit, parent } = await reporterAt(call)
  demand(mayReportFor(call.actor, { unit, parent }))
  const { report: held } = await call.db.transaction().execute((tx) => lockReport(tx, { period: period.id, unit }))
  call.match(held.version)
  return { period: period.id, unit }
}

const line = z
  .object({
    period: uuid(['Mã kỳ', 'Id of the period']),
    unit: uuid(['Mã đơn vị', 'Id of the unit']),
    parentUnit: maybe(uuid(['Đơn vị cấp trên', 'The unit above'])),
    state: said(z.enum(standings), [
      'Tình trạng; missing là kỳ đã khóa mà chưa gửi',
      'State; missing: closed without one',
    ]),
    dueOn: dayText(['Hạn, tính cả ngày ấy', 'Due on, included']),
    firstSentOn: maybe(dayText(['Gửi lần đầu', 'First sent on'])),
    sentOn: maybe(dayText(['Gửi lần cuối', 'Last sent on'])),
    daysLate: count(['Số ngày muộn', 'Days late']),
    timesReturned: count(['Số lần trả lại', 'Times returned']),
    verifiedOn: maybe(dayText(['Xác nhận ngày', 'Verified on'])),
    missing: count(['Số chỉ tiêu gửi thiếu', 'Targets sent as missing']),
  })
  .meta({ id: 'ReportLine' })

const cell = saveEntriesInput.shape.cells.element
const cells = z
  .array(
    explained(cell, {
      target: ['Mã chỉ tiêu', 'Id of the target'],
      text: [
        'Như người gõ: "1.234,5", "85 %", "x", "31/12/2023"; để trống là chưa có',
        'As typed: "1.234,5", "85 %", "x", "31/12/2023"; empty says that nothing is reported',
      ],
      note: ['Ghi chú; không gửi thì giữ nguyên', 'Note; left out it stays'],
      isMeant: ['Số bị hỏi lại là đúng ý', 'A doubted figure is meant'],
      version: ['Bản đã đọc; 0 khi ô còn trống', 'The version that was read; 0 where nothing stood'],
    }),
  )
  .min(1)
  .max(2000)

const cellAnswer = z
  .object({
    target,
    outcome: said(z.enum(['applied', 'unchanged', 'doubt', 'conflict', 'fault']), [
      'doubt đã ghi và chờ xác nhận là đúng ý; conflict và fault không đổi gì',
      'doubt is saved and waits to be meant; conflict and fault change nothing',
    ]),
    version: version.optional(),
    value: value.nullable().optional(),
    note: note.optional(),
    doubts: said(z.array(z.string()).readonly(), ['Vì sao hỏi lại', 'Why it is doubted']).optional(),
    by: text(['Ai đã ghi trước (conflict)', 'Who was quicker (conflict)']).optional(),
    at: moment(['Ghi lúc nào (conflict)', 'When (conflict)']).optional(),
    fault: text(['Lỗi của ô', 'What is wrong with the cell']).optional(),
  })
  .meta({ id: 'CellAnswer' })

export interface ReportingApiPieces {
  announce: Announce<ReportFact>
}

const logOfReports = reads('/bloc-years/:blocYear/reports', {
  tag,
  summary: ['Sổ theo dõi báo cáo: ai nợ, ai gửi, muộn bao nhiêu', 'The report log: who owes, who sent, how late'],
  query: listQuery,
  answer: listOf(line),
  run: async ({ db, actor, id, now, onlyUnit, query }) => {
    demand(seesReports(actor, id('blocYear')))
    const log = await reportLogOf(db, id('blocYear'), dayOf(now))
    const rows = log
      .filter(({ unit, parent }) => [null, unit, parent].includes(onlyUnit))
      .map((one) => ({
        period: one.period.id,
        unit: one.unit,
        parentUnit: one.parent,
        state: one.state,
        dueOn: one.due_on,
        firstSentOn: one.first_sent_on,
        sentOn: one.sent_on,
        daysLate: one.late,
        timesReturned: one.returned,
        verifiedOn: one.verified_on,
        missing: one.missing,
      }))
    return { body: pageOf(rows, query, ({ period, unit }) => `${period} ${unit}`) }
  },
})

const oneReport = reads(at, {
  tag,
  summary: ['Báo cáo của một đơn vị trong một kỳ, với các số', 'One unit’s report of a period, with its figures'],
  query: noQuery,
  answer: report,
  isVersioned: true,
  run: readReport,
})

const savesEntries = writes(`${at}/entries`, {
  tag,
  summary: ['Ghi các ô của báo cáo', 'Save cells of the report'],
  about: [
    'Mỗi ô trả lời riêng; 200 không có nghĩa là mọi ô đã ghi',
    'Each cell answers for itself; 200 does not say that all were saved',
  ],
  body: z.object({ cells }),
  answer: z
    .object({ report: uuid(['Mã báo cáo', 'Id of the report']), cells: z.array(cellAnswer) })
    .meta({ id: 'SavedEntries' }),
  run: async (call) => {
    const place = await matchReport(call)
    const saved = await saveEntries(call.db, call.actor, { ...place, cells: call.body.cells }, call.now)
    return { body: { report: saved.report, cells: [...saved.cells] } }
  },
})

const sends = ({ announce }: ReportingApiPieces) =>
  writes(`${at}/sending`, {
    tag,
    summary: ['Gửi báo cáo', 'Send the report'],
    about: ['Nên gửi If-Match với ETag đã đọc', 'Send If-Match with the ETag that was read'],
    body: explained(sendReportInput.omit({ period: true, unit: true }), {
      lateReason: ['Lý do muộn, cần khi đã quá hạn', 'Why it is late; asked for after the last day'],
      missingNote: ['Giải thích số thiếu, cần khi còn thiếu', 'About what is missing; asked for when figures are'],
    }),
    answer: report,
    isVersioned: true,
    run: async (call) => {
      const place = await matchReport(call)
      await sendReport(call.db, call.actor, { ...place, ...call.body }, { now: call.now, announce })
      return readReport(call)
    },
  })

export const reportingApi = (pieces: ReportingApiPieces): readonly Endpoint[] => [
  logOfReports,
  oneReport,
  savesEntries,
  sends(pieces),
]
