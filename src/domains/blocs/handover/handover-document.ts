import { longDay } from '#capabilities/documents/long-day.ts'
import type { Block, Column, Paper, SignatureCell } from '#capabilities/documents/paper.ts'
import { printCode } from '#platform/id.ts'
import { fieldOf, sides, witnessField, type CanonicalHandover, type HandoverSide, type Missing } from './handover.ts'

interface PaperProof {
  hash: string
  code: string
  url: string
  checkpoint: string
}

export const titleOf = ({ bloc, year }: Pick<CanonicalHandover, 'bloc' | 'year'>) =>
  `Biên bản bàn giao khối trưởng, ${bloc.name}, năm ${year}`

const writtenDay = (day: string) => day.split('-').toReversed().join('/')
const upper = (text: string) => text.toLocaleUpperCase('vi')
const captions = { giving: 'BÊN GIAO', receiving: 'BÊN NHẬN' } as const satisfies Record<HandoverSide, string>
const flags = {
  held: 'Cờ luân lưu do bên giao tiếp tục giữ',
  handed: 'Cờ luân lưu đã bàn giao cho bên nhận',
  none: 'Khối không có cờ luân lưu',
} as const

const blank = '……………'
const blankDay = 'ngày …… tháng …… năm ………'

interface Where {
  day: string
  place: string
}

const whereOf = ({ handedOn, place }: CanonicalHandover, missing: readonly Missing[]): Where => ({
  day: missing.includes('day') ? blankDay : longDay(handedOn),
  place: missing.includes('place') ? blank : place,
})

type Rows = readonly (readonly string[])[]

/** A table with its rows numbered, or a sentence that says there is none. */
function listed(columns: readonly Column[], rows: Rows, none: string): Block {
  if (rows.length === 0) return { kind: 'paragraph', text: none }
  return {
    kind: 'table',
    columns: [{ title: 'STT', width: 1.2, align: 'center' }, ...columns],
    rows: rows.map((row, index) => [String(index + 1), ...row]),
  }
}

const openItems = ({ openItems: items }: CanonicalHandover): Block =>
  listed(
    [
      { title: 'Việc đang chờ khối trưởng', width: 9 },
      { title: 'Hạn', width: 3, align: 'center' },
    ],
    items.map(({ title, dueOn }) => [title, dueOn === null ? '' : writtenDay(dueOn)]),
    'Không có việc nào đang chờ khối trưởng trên hệ thống.',
  )

const papers = ({ papers: kept }: CanonicalHandover): Block =>
  listed(
    [
      { title: 'Văn bản', width: 4 },
      { title: 'Tình trạng', width: 2 },
      { title: 'Mã kiểm tra', width: 4 },
      { title: 'Mã băm SHA-256 của tệp', width: 5 },
    ],
    kept.map(({ title, state, code, sha256 }) => [
      title,
      state,
      code === '' ? '' : printCode(code),
      sha256.replaceAll(/.{16}(?=.)/g, '$& '),
    ]),
    'Chưa có văn bản nào của năm trên hệ thống.',
  )

const book = ({ book: lines }: CanonicalHandover): Block =>
  listed(
    [
      { title: 'Ngày', width: 3, align: 'center' },
      { title: 'Nội dung', width: 5 },
      { title: 'Đơn vị, người', width: 3 },
      { title: 'Việc tiếp theo', width: 4 },
      { title: 'Xong', width: 2, align: 'center' },
    ],
    lines.map((line) => [writtenDay(line.on), line.what, line.concerned, line.follows, line.isDone ? 'x' : '']),
    'Sổ theo dõi không có ghi chép nào.',
  )

function flag({ flag: { state, condition, note } }: CanonicalHandover, missing: readonly Missing[]): Block {
  const parts = [
    missing.includes('flag') ? `Cờ luân lưu: ${blank}` : flags[state],
    ...(condition === '' ? [] : [`tình trạng: ${condition}`]),
    ...(note === '' ? [] : [note]),
  ]
  return { kind: 'paragraph', text: `${parts.join('; ')}.` }
}

function others({ others: things }: CanonicalHandover): Block {
  if (things.length === 0) return { kind: 'paragraph', text: 'Không có.' }
  return { kind: 'clauses', clauses: things.map((text, index) => ({ number: `${index + 1}.`, text })) }
}

function opening({ parties, bloc, year, term }: CanonicalHandover, { day, place }: Where): Block[] {
  const named = sides.map((side, index) => {
    const { name, signer } = parties[side]
    const label = side === 'giving' ? 'Bên giao' : 'Bên nhận'
    return { number: `${index + 1}.`, name: `${label}: ${name}`, representative: signer.name, post: signer.post }
  })
  return [
    { kind: 'paragraph', text: `Hôm nay, ${day}, tại ${place}, chúng tôi gồm:` },
    { kind: 'parties', parties: named },
    {
      kind: 'paragraph',
      text: `cùng bàn giao nhiệm vụ khối trưởng ${bloc.name}, năm ${year}. Bên giao làm khối trưởng từ ngày ${writtenDay(term.from)} đến ngày ${writtenDay(term.to)}; bên nhận làm khối trưởng từ ngày ${writtenDay(term.next)}. Nội dung bàn giao như sau:`,
    },
  ]
}

const sectionsOf = (handover: CanonicalHandover, missing: readonly Missing[]): [string, Block][] => [
  ['CÔNG VIỆC CÒN DỞ', openItems(handover)],
  ['VĂN BẢN', papers(handover)],
  ['SỔ THEO DÕI', book(handover)],
  ['CỜ LUÂN LƯU', flag(handover, missing)],
  ['TÀI LIỆU, HIỆN VẬT KHÁC', others(handover)],
]

const roman = ['I', 'II', 'III', 'IV', 'V']

const substitutes =
  'Ủy quyền ký của người được nêu tên trên đây hết trước khi ký thì người được đơn vị ủy quyền, có xác nhận của cơ quan thi đua, khen thưởng, ký thay tại ô của đơn vị; ô ký ghi rõ người ký.'

function signatures({ parties, witness }: CanonicalHandover): NonNullable<Paper['signatures']> {
  const cells = sides.map((side): SignatureCell => {
    const { name, signer } = parties[side]
    return { field: fieldOf[side], caption: [captions[side], upper(name)], post: signer.post, signer: signer.name }
  })
  const closing = witness === '' ? [] : [{ field: witnessField, caption: ['CHỨNG KIẾN', upper(witness)] }]
  return { columns: 2, cells, closing }
}

/** The record of a hand-over as the state prints a paper (Decree 30/2020/NĐ-CP), under the bloc's own head; what a draft misses is left blank. */
export function handoverPaper(
  handover: CanonicalHandover,
  proof: PaperProof | null,
  missing: readonly Missing[] = [],
): Paper {
  const sample = handover.isSample ? 'KÝ MẪU' : undefined
  const mark = proof === null ? 'DỰ THẢO' : sample
  const { bloc, year, handedOn } = handover
  const where = whereOf(handover, missing)
  return {
    profile: 'state',
    language: 'vi',
    documentDate: handedOn,
    metadata: { author: bloc.name, keywords: [bloc.code, year] },
    head: {
      parent: [upper(handover.tenant)],
      body: [upper(bloc.name)],
      placeAndDate: `${where.place}, ${where.day}`,
    },
    title: 'BIÊN BẢN',
    about: `Bàn giao nhiệm vụ khối trưởng năm ${year}`,
    blocks: [
      ...opening(handover, where),
      ...sectionsOf(handover, missing).flatMap(([text, block], index): Block[] => [
        { kind: 'heading', level: 1, number: `${roman[index] ?? ''}.`, text },
        block,
      ]),
      { kind: 'paragraph', text: substitutes },
      {
        kind: 'paragraph',
        text: 'Hai bên đã đối chiếu và thống nhất các nội dung trên. Biên bản có giá trị khi cả hai bên đã ký.',
      },
    ],
    signatures: signatures(handover),
    ...(proof === null ? {} : { proof: { ...proof, code: printCode(proof.code) } }),
    ...(mark === undefined ? {} : { mark }),
  }
}
