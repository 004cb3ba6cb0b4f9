import { longDay } from '#capabilities/documents/long-day.ts'
import type { Block, Paper } from '#capabilities/documents/paper.ts'
import type { Counted } from './paper-count.ts'

interface PaperOfCount extends Counted {
  tenant: string
  bloc: { name: string; code: string }
  year: string
  conference: { title: string; heldOn: string; place: string }
  title: string
  tellers: readonly { name: string; unit: string }[]
}

const upper = (text: string) => text.toLocaleUpperCase('vi')
const papers = (number: number) => `${String(number).padStart(2, '0')} phiếu`

function blocksOf({ conference, tellers, ...count }: PaperOfCount): Block[] {
  const at = conference.place === '' ? conference.title : `${conference.title}, ${conference.place}`
  const sums = [
    `Số phiếu phát ra: ${papers(count.issued)}`,
    `Số phiếu thu về: ${papers(count.returned)}`,
    `Số phiếu hợp lệ: ${papers(count.valid)}`,
    `Số phiếu không hợp lệ: ${papers(count.invalid)}`,
  ]
  const partOf = (index: number) => (index === 0 ? 'Trưởng ban' : 'Thành viên')
  return [
    { kind: 'paragraph', text: `Hôm nay, ${longDay(conference.heldOn)}, tại ${at}, Ban kiểm phiếu gồm:` },
    {
      kind: 'clauses',
      clauses: tellers.map(({ name, unit }, index) => ({
        number: `${index + 1}.`,
        text: `${name}, ${unit}: ${partOf(index)}`,
      })),
    },
    { kind: 'paragraph', text: 'đã kiểm phiếu, kết quả như sau:' },
    { kind: 'clauses', clauses: sums.map((text) => ({ number: '-', text })) },
    resultsOf(count.nominees),
    { kind: 'paragraph', text: 'Ban kiểm phiếu đã công bố kết quả tại hội nghị và cùng ký tên dưới đây./.' },
  ]
}

const resultsOf = (nominees: Counted['nominees']): Block => ({
  kind: 'table',
  columns: [
    { title: 'STT', width: 1.2, align: 'center' },
    { title: 'Đơn vị, cá nhân', width: 8 },
    { title: 'Tán thành', width: 2.4, align: 'right' },
    { title: 'Không tán thành', width: 2.4, align: 'right' },
  ],
  rows: nominees.map(({ name, votesFor, votesAgainst }, index) => [
    String(index + 1),
    name,
    String(votesFor),
    String(votesAgainst),
  ]),
})

const provinceOf = (tenant: string) => tenant.replace(/^(?:Tỉnh|Thành phố) /u, '')

/** The tellers' own minutes, to be signed by hand: Decree 30/2020/NĐ-CP, under the bloc's own head. */
export function countPaper(count: PaperOfCount): Paper {
  const { bloc, conference, tellers } = count
  return {
    profile: 'state',
    language: 'vi',
    documentDate: conference.heldOn,
    metadata: { author: bloc.name, keywords: [bloc.code, count.year] },
    head: {
      parent: [upper(count.tenant)],
      body: [upper(bloc.name)],
      placeAndDate: `${provinceOf(count.tenant)}, ${longDay(conference.heldOn)}`,
    },
    title: 'BIÊN BẢN KIỂM PHIẾU',
    about: count.title,
    blocks: blocksOf(count),
    signatures: {
      heading: 'BAN KIỂM PHIẾU',
      columns: 3,
      cells: tellers.map(({ name, unit }, index) => ({
        field: `kiem-phieu-${index + 1}`,
        caption: [upper(unit)],
        signer: name,
      })),
      closing: [],
    },
  }
}
