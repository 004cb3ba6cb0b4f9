import { longDay } from '#capabilities/documents/long-day.ts'
import type { Paper } from '#capabilities/documents/paper.ts'
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

/** The tellers' own minutes, to be signed by hand: Decree 30/2020/NĐ-CP, under the bloc's own head. */
export function countPaper(count: PaperOfCount): Paper {
  const { bloc, conference, tellers } = count
  const day = longDay(conference.heldOn)
  return {
    profile: 'state',
    language: 'vi',
    documentDate: conference.heldOn,
    metadata: { author: bloc.name, keywords: [bloc.code, count.year] },
    head: {
      parent: [upper(count.tenant)],
      body: [upper(bloc.name)],
      placeAndDate: `${count.tenant.replace(/^(?:Tỉnh|Thành phố) /u, '')}, ${day}`,
    },
    title: 'BIÊN BẢN KIỂM PHIẾU',
    about: count.title,
    blocks: [
      {
        kind: 'paragraph',
        text: `Hôm nay, ${day}, tại ${conference.title}${conference.place === '' ? '' : `, ${conference.place}`}, Ban kiểm phiếu gồm:`,
      },
      {
        kind: 'clauses',
        clauses: tellers.map(({ name, unit }, index) => ({
          number: `${index + 1}.`,
          text: `${name}, ${unit}: ${index === 0 ? 'Trưởng ban' : 'Thành viên'}`,
        })),
      },
      { kind: 'paragraph', text: 'đã kiểm phiếu, kết quả như sau:' },
      {
        kind: 'clauses',
        clauses: [
          { number: '-', text: `Số phiếu phát ra: ${papers(count.issued)}` },
          { number: '-', text: `Số phiếu thu về: ${papers(count.returned)}` },
          { number: '-', text: `Số phiếu hợp lệ: ${papers(count.valid)}` },
          { number: '-', text: `Số phiếu không hợp lệ: ${papers(count.invalid)}` },
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: 'STT', width: 1.2, align: 'center' },
          { title: 'Đơn vị, cá nhân', width: 8 },
          { title: 'Tán thành', width: 2.4, align: 'right' },
          { title: 'Không tán thành', width: 2.4, align: 'right' },
        ],
        rows: count.nominees.map(({ name, votesFor, votesAgainst }, index) => [
          String(index + 1),
          name,
          String(votesFor),
          String(votesAgainst),
        ]),
      },
      { kind: 'paragraph', text: 'Ban kiểm phiếu đã công bố kết quả tại hội nghị và cùng ký tên dưới đây./.' },
    ],
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
