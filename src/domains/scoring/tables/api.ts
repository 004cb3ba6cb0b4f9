import { z } from 'zod'
import { yearById, yearsOfBloc } from '#domains/blocs/queries.ts'
import { reads, writes, type ApiCall, type Endpoint } from '#platform/api.ts'
import { count, listOf, listQuery, maybe, moment, noQuery, pageOf, said, text, uuid } from '#platform/api-schema.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { mayKeepTables, seesTables } from './access.ts'
import { addTable } from './add-table.ts'
import { adoptTable } from './adopt-table.ts'
import { versionById, versionsOfBloc, type VersionRow } from './queries.ts'
import { readContent } from './table-content.ts'

const tag = 'Bảng điểm / Score tables'

const version = z
  .object({
    id: uuid(['Mã bản', 'Id of the version']),
    code: text(['Mã bảng', 'Code of the table']),
    title: text(['Tên bảng', 'Title']),
    number: count(['Bản số', 'Number of the version']),
    state: said(z.enum(['draft', 'adopted', 'withdrawn']), ['Trạng thái', 'State']),
    sha256: maybe(text(['Mã kiểm của nội dung đã ban hành', 'Checksum of what was adopted'])),
    adoptedAt: maybe(moment(['Ngày giờ ban hành', 'Adopted at'])),
  })
  .meta({ id: 'ScoreTableVersion' })

const content = said(z.record(z.string(), z.unknown()), [
  'Nội dung theo mẫu giao-uoc/score-table@1',
  'Content in the format giao-uoc/score-table@1',
])

const answerOf = ({ id, code, title, number, state, sha256, adoptedAt }: VersionRow) => ({
  id,
  code,
  title,
  number,
  state,
  sha256,
  adoptedAt: adoptedAt?.toISOString() ?? null,
})

/** The bloc of the year in the address, for who reads its tables. */
async function seenBloc({ db, actor, id }: ApiCall): Promise<string> {
  const { bloc } = await yearById(db, id('blocYear'))
  demand(seesTables(actor, await yearsOfBloc(db, bloc.id)))
  return bloc.id
}

/** The same, for who keeps its tables: asked before what was sent is read. */
async function keptBloc(call: ApiCall): Promise<string> {
  const bloc = await seenBloc(call)
  demand(mayKeepTables(call.actor, await yearsOfBloc(call.db, bloc), dayOf(call.now)))
  return bloc
}

/** A table is the whole bloc's: a token that reaches one unit alone writes none. */
const demandWholeBloc = ({ onlyUnit }: ApiCall) => demand(onlyUnit === null)

async function seenVersion(call: ApiCall) {
  const bloc = await seenBloc(call)
  const row = await versionById(call.db, call.id('version'))
  return found(row.bloc === bloc ? row : null)
}

export const scoreTablesApi: readonly Endpoint[] = [
  reads('/bloc-years/:blocYear/score-tables', {
    tag,
    summary: ['Các bản bảng điểm của khối', 'Versions of the bloc’s score tables'],
    query: listQuery,
    answer: listOf(version),
    run: async (call) => {
      const rows = await versionsOfBloc(call.db, await seenBloc(call))
      const sorted = rows.map(answerOf).toSorted((one, other) => (one.id < other.id ? -1 : 1))
      return { body: pageOf(sorted, call.query, ({ id }) => id) }
    },
  }),
  reads('/bloc-years/:blocYear/score-tables/:version', {
    tag,
    summary: ['Một bản với nội dung', 'One version with what it says'],
    query: noQuery,
    isVersioned: true,
    answer: version.extend({ content }).meta({ id: 'ScoreTableContent' }),
    run: async (call) => {
      const row = await seenVersion(call)
      return { body: { ...answerOf(row), content: { ...row.content } }, version: row.edition }
    },
  }),
  writes('/bloc-years/:blocYear/score-tables', {
    tag,
    summary: ['Nhập một bảng thành bản dự thảo', 'Import a table as a draft'],
    body: z.object({ content }),
    answer: z.object({ code: text(['Mã bảng', 'Code of the table']) }),
    run: async (call) => {
      demandWholeBloc(call)
      const bloc = await keptBloc(call)
      const read = readContent(call.body.content)
      if (!read.ok) {
        const [fault] = read.faults
        throw new RuleViolation('scoreTables.notATable', { at: fault?.at ?? '', message: fault?.message ?? '' })
      }
      const input = { bloc, content: read.content, from: 'json' as const }
      return { body: { code: await addTable(call.db, call.actor, input, call.now) } }
    },
  }),
  writes('/bloc-years/:blocYear/score-tables/:version/adoption', {
    tag,
    summary: ['Ban hành bản dự thảo', 'Adopt a draft'],
    about: ['Từ đó không sửa được nữa.', 'From then on it does not change.'],
    body: z.object({ note: z.string().max(1000).default('') }),
    answer: version,
    run: async (call) => {
      demandWholeBloc(call)
      const row = await seenVersion(call)
      call.match(row.edition)
      const input = { version: row.id, edition: row.edition, note: call.body.note }
      await adoptTable(call.db, call.actor, input, call.now)
      return { body: answerOf(await versionById(call.db, row.id)) }
    },
  }),
]
