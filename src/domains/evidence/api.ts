import { z } from 'zod'
import { reads, writes, type ApiCall, type Endpoint } from '#platform/api.ts'
import {
  count,
  explained,
  listOf,
  listQuery,
  maybe,
  moment,
  noQuery,
  numberedPage,
  said,
  text,
  uuid,
  yes,
} from '#platform/api-schema.ts'
import { demand, found } from '#platform/errors.ts'
import { mayReadEvidence } from './access.ts'
import { addEvidence, tellingInput } from './add-evidence.ts'
import { citeEvidence } from './cite-evidence.ts'
import { media, standingOf } from './evidence.ts'
import type { EvidencePieces } from './pieces.ts'
import { citationsOf, pieceById, type CitedEvidence, type PieceRow } from './queries.ts'
import { findPieces } from './store/queries.ts'
import { readSubject } from './subject.ts'

const tag = 'Minh chứng / Evidence'
const path = '/bloc-years/:blocYear/evidence'

const piece = z
  .object({
    id: uuid(['Mã minh chứng', 'Id of the piece']),
    unit: uuid(['Mã đơn vị', 'Id of the unit']),
    medium: said(z.enum(media), ['Loại', 'Medium']),
    title: text(['Tên', 'Title']),
    shows: text(['Cho thấy điều gì', 'What it shows']),
    fileName: text(['Tên tệp', 'Name of the file']),
    sha256: maybe(text(['SHA-256 của tệp', 'SHA-256 of the file'])),
    length: maybe(count(['Dung lượng, byte', 'Length in bytes'])),
    link: maybe(text(['Đường dẫn', 'Address'])),
    broughtAt: moment(['Nộp lúc', 'Brought at']),
    isWithdrawn: yes(['Đã rút', 'Withdrawn']),
  })
  .meta({ id: 'Evidence' })

const pieceAnswer = (row: PieceRow) => ({
  id: row.id,
  unit: row.unit_id,
  medium: row.medium,
  title: row.title,
  shows: row.shows,
  fileName: row.file_name,
  sha256: row.file_sha256,
  length: row.length,
  link: row.link,
  broughtAt: row.brought_at.toISOString(),
  isWithdrawn: row.withdrawn_at !== null,
})

const subjectWords = [
  'progress:MÃ BÁO CÁO:MÃ CHỈ TIÊU, activity:MÃ, log:MÃ, participation:MÃ, example:MÃ',
  'progress:REPORT ID:TARGET ID, activity:ID, log:ID, participation:ID, example:ID',
] as const

const citation = z
  .object({
    id: uuid(['Mã lần dẫn', 'Id of the citation']),
    subject: text(subjectWords),
    label: text(['Dẫn cho', 'Cited for']),
    standing: said(z.enum(['waiting', 'valid', 'insufficient']), ['Đánh giá', 'Verdict']),
    asked: text(['Yêu cầu bổ sung', 'What more is asked for']),
    citedAt: moment(['Dẫn lúc', 'Cited at']),
  })
  .meta({ id: 'Citation' })

const nameOf = ({ kind, id, detail }: CitedEvidence['subject']) => [kind, id, detail].filter(Boolean).join(':')

const citationAnswer = (one: CitedEvidence) => ({
  id: one.citation,
  subject: nameOf(one.subject),
  label: one.label,
  standing: standingOf(one.last),
  asked: one.last?.asked ?? '',
  citedAt: one.cited_at.toISOString(),
})

function yearOfCall({ actor, id }: ApiCall): string {
  demand(mayReadEvidence(actor, id('blocYear')))
  return id('blocYear')
}

async function oneOf(call: ApiCall, id: string) {
  const row = await pieceById(call.db, id)
  const isSeen = call.onlyUnit === null || row.unit_id === call.onlyUnit
  found(row.bloc_year_id === yearOfCall(call) && isSeen ? row : null)
  const citations = (await citationsOf(call.db, id)).filter((one) => one.removed_at === null)
  return { body: { ...pieceAnswer(row), citations: citations.map(citationAnswer) } }
}

const whole = piece.extend({ citations: z.array(citation) }).meta({ id: 'EvidenceWithCitations' })
const subject = text(subjectWords).max(200)

const telling = explained(tellingInput, {
  unit: ['Mã đơn vị', 'Id of the unit'],
  title: ['Tên', 'Title'],
  shows: ['Cho thấy điều gì', 'What it shows'],
  documentNumber: ['Số văn bản', 'Number of the document'],
  documentOn: ['Ngày văn bản, YYYY-MM-DD', 'Day of the document, YYYY-MM-DD'],
  documentIssuer: ['Nơi ban hành', 'Issued by'],
  takenOn: ['Ngày chụp, YYYY-MM-DD', 'Taken on, YYYY-MM-DD'],
}).extend({ subject: subject.optional() })

const lists = reads(path, {
  tag,
  summary: ['Kho minh chứng của năm, mới trước', 'Evidence of the year, the newest first'],
  query: listQuery.extend({
    search: text(['Từ cần tìm, cả trong văn bản', 'Words, also of the text inside']).max(200).default(''),
  }),
  answer: listOf(piece),
  run: async (call) => {
    const { page, size, nextOf } = numberedPage(call.query)
    const filter = { search: call.query.search, ...(call.onlyUnit !== null && { unit: call.onlyUnit }) }
    const { pieces: rows, total } = await findPieces(call.db, yearOfCall(call), { ...filter, page, size })
    return { body: { items: rows.map(pieceAnswer), next: nextOf(total) } }
  },
})

const showsOne = reads(`${path}/:evidence`, {
  tag,
  summary: ['Một minh chứng và những gì nó được dẫn cho', 'One piece, and what it is cited for'],
  query: noQuery,
  answer: whole,
  run: (call) => oneOf(call, call.id('evidence')),
})

const brings = (pieces: EvidencePieces) =>
  writes(path, {
    tag,
    summary: [
      'Nộp một tệp nhỏ (PDF, ảnh, Office), tối đa 20 MB',
      'Bring a small file (PDF, picture, Office), 20 MB at most',
    ],
    about: [
      'Cùng tệp của cùng đơn vị chỉ giữ một lần; có `subject` thì dẫn luôn',
      'The same file of the same unit is kept once; with `subject` it is cited at once',
    ],
    body: telling,
    takesFile: true,
    answer: whole,
    run: async (call) => {
      const { subject: asked, ...told } = call.body
      const key = asked === undefined ? undefined : found(readSubject(asked))
      const file = { name: call.file?.name ?? '', content: call.file?.bytes ?? new Uint8Array() }
      const input = { ...told, blocYear: yearOfCall(call), subject: key, file }
      const { id } = await addEvidence(call.db, call.actor, input, { ...pieces, now: call.now })
      return oneOf(call, id)
    },
  })

const cites = (pieces: EvidencePieces) =>
  writes(`${path}/:evidence/citations`, {
    tag,
    summary: ['Dẫn minh chứng cho một số liệu, hoạt động, mục sổ', 'Cite a piece for a figure, an activity, an entry'],
    body: z.object({ subject }),
    answer: whole,
    run: async (call) => {
      const { db, actor, now } = call
      const evidence = call.id('evidence')
      await oneOf(call, evidence)
      const asked = found(readSubject(call.body.subject))
      await db.transaction().execute(async (tx) => {
        const read = found(await pieces.readSubject(tx, actor, asked))
        found(read.blocYear === call.id('blocYear') ? read : null)
        await citeEvidence(tx, actor, { evidence, subject: read }, now)
      })
      return oneOf(call, evidence)
    },
  })

export const evidenceApi = (pieces: EvidencePieces): readonly Endpoint[] => [
  lists,
  showsOne,
  brings(pieces),
  cites(pieces),
]
