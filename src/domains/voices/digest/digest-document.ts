import { longDay } from '#capabilities/documents/long-day.ts'
import type { Block, Paper } from '#capabilities/documents/paper.ts'
import { monthName, monthOf } from '../months/month.ts'
import { breakdowns, type Breakdown, type MonthFigures } from '../months/month-figures.ts'
import { digestSections, type Digest, type DigestClause, type DigestData, type DigestSection } from './digest.ts'
import { nameIn, share, writtenCount, writtenDay } from './say.ts'

/** A drawing for the paper, made where drawings are made. */
export interface DigestPicture {
  svg: string
  alt: string
  caption: string
}

export interface DigestMaterial {
  data: DigestData
  clauses: readonly DigestClause[]
  pictures: readonly DigestPicture[]
}

const sectionTitles: Readonly<Record<DigestSection, string>> = {
  general: 'TÌNH HÌNH CHUNG',
  opinions: 'TÂM TƯ, NGUYỆN VỌNG, Ý KIẾN, KIẾN NGHỊ',
  hot_spots: 'VẤN ĐỀ NỔI LÊN, ĐIỂM NÓNG',
  answers: 'TÌNH HÌNH TRẢ LỜI, GIẢI QUYẾT',
  rights: 'BẢO VỆ QUYỀN, LỢI ÍCH ĐOÀN VIÊN, HỘI VIÊN',
  proposals: 'KIẾN NGHỊ, ĐỀ XUẤT',
}

/** 'tháng 4 năm 2023', else the days. */
export const spanOf = ({ kind, from_on: from, to_on: to }: Pick<Digest, 'kind' | 'from_on' | 'to_on'>): string =>
  kind === 'monthly' ? monthName(monthOf(from)) : `từ ngày ${writtenDay(from)} đến ngày ${writtenDay(to)}`

const tableHeads: Readonly<Partial<Record<Breakdown, string>>> = {
  topics: 'Chủ đề',
  places: 'Địa bàn',
  groups: 'Đối tượng',
}

/** The table of a breakdown with what is not named in one last row; nothing where nothing is told. */
function breakdownTable(figures: MonthFigures, what: Breakdown): Block[] {
  const head = tableHeads[what]
  const { shown, rest } = figures[what]
  const told = shown.filter(({ count }) => count > 0)
  if (head === undefined || told.length === 0) return []
  const columns = [
    { title: 'STT', width: 1.4, align: 'center' },
    { title: head, width: 9 },
    { title: 'Số ý kiến', width: 2.6, align: 'right' },
    { title: 'Tỷ lệ', width: 2.6, align: 'right' },
  ] as const
  const rowOf = (name: string, count: number, number: string) => [
    number,
    name,
    writtenCount(count),
    share(count, figures.total).trim().replaceAll(/[()]/gu, ''),
  ]
  const rows = told.map(({ key, count }, index) => rowOf(nameIn(figures, what, key), count, String(index + 1)))
  return [{ kind: 'table', columns, rows: rest === 0 ? rows : [...rows, rowOf('Còn lại', rest, '')] }]
}

function additions(section: DigestSection, { data, pictures }: DigestMaterial): Block[] {
  if (section !== 'opinions' || data.now === null || data.kind !== 'monthly') return []
  const { figures } = data.now
  const drawn = pictures.map((picture): Block => ({ kind: 'picture', ...picture }))
  return [...breakdowns.flatMap((what) => breakdownTable(figures, what)), ...drawn]
}

const roman = ['I.', 'II.', 'III.', 'IV.', 'V.', 'VI.']

function blocksOf(material: DigestMaterial): Block[] {
  const filled = digestSections
    .map((section) => {
      const texts = material.clauses.filter((clause) => clause.section === section).map(({ text }) => text)
      const clauses = texts.map((text) => ({ number: '-', text }))
      const sentences: Block[] = texts.length === 0 ? [] : [{ kind: 'clauses', clauses }]
      return { section, blocks: [...sentences, ...additions(section, material)] }
    })
    .filter(({ blocks }) => blocks.length > 0)
  return filled.flatMap(({ section, blocks }, index): Block[] => [
    { kind: 'heading', level: 1, number: roman[index] ?? '', text: sectionTitles[section] },
    ...blocks,
  ])
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')

const titles = { monthly: 'Tình hình Nhân dân, dư luận xã hội', sudden: 'Đột xuất tình hình Nhân dân, dư luận xã hội' }

/** The digest in the style of who issues it. */
export function digestPaper(digest: Digest, material: DigestMaterial): Paper {
  const upper = (text: string) => text.toLocaleUpperCase('vi')
  const recipients = linesOf(digest.recipients)
  return {
    profile: digest.look,
    language: 'vi',
    documentDate: digest.dated_on,
    metadata: { author: digest.issuer },
    head: {
      parent: digest.parent === '' ? [] : [upper(digest.parent)],
      body: [upper(digest.issuer)],
      number: `Số:      ${digest.sign === '' ? '/BC-…' : digest.sign}`,
      placeAndDate: `${digest.place === '' ? '…' : digest.place}, ${longDay(digest.dated_on)}`,
    },
    title: 'BÁO CÁO',
    about: `${titles[digest.kind]} ${spanOf(digest)}`,
    blocks: blocksOf(material),
    signatures: {
      columns: 2,
      cells: [],
      closing: [{ field: 'nguoi-ky', caption: [digest.signer === '' ? 'NGƯỜI KÝ' : upper(digest.signer)] }],
    },
    recipients: recipients.length > 0 ? recipients : ['Cơ quan thi đua, khen thưởng (để báo cáo)', 'Lưu: hồ sơ'],
    ...(digest.state === 'draft' && { mark: 'DỰ THẢO' }),
  }
}
