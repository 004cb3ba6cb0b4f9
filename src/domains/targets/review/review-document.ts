import { longDay } from '#capabilities/documents/long-day.ts'
import type { Block, Paper } from '#capabilities/documents/paper.ts'
import { figure, writtenDay, writtenFigure, writtenPercent } from '../review-rules/say.ts'
import { reviewSections, type Review, type ReviewClause, type YearReviewSection } from './review.ts'
import type { ReviewData } from '../review-rules/review-data.ts'

/** A drawing for the paper, made where drawings are made. */
export interface ReviewPicture {
  svg: string
  alt: string
  caption: string
}

const chapters: readonly { number: string; title: string; sections: readonly YearReviewSection[] }[] = [
  { number: 'I.', title: 'TÌNH HÌNH CHUNG', sections: ['general'] },
  {
    number: 'II.',
    title: 'KẾT QUẢ THỰC HIỆN',
    sections: ['direction', 'movements', 'targets', 'activities', 'examples', 'propaganda'],
  },
  { number: 'III.', title: 'HẠN CHẾ, NGUYÊN NHÂN', sections: ['shortcomings'] },
  { number: 'IV.', title: 'PHƯƠNG HƯỚNG, NHIỆM VỤ', sections: ['outlook'] },
]

const sectionTitles: Readonly<Partial<Record<YearReviewSection, string>>> = {
  direction: 'Công tác chỉ đạo, tổ chức thực hiện',
  movements: 'Các phong trào thi đua',
  targets: 'Thực hiện các chỉ tiêu',
  activities: 'Hoạt động chung của khối',
  examples: 'Điển hình tiên tiến',
  propaganda: 'Tuyên truyền, học tập và các hoạt động khác',
}

/** '6 tháng đầu năm 2023', 'năm 2023', else the days. */
export function spanName({ from_on: from, to_on: to }: Pick<Review, 'from_on' | 'to_on'>): string {
  const year = from.slice(0, 4)
  if (from === `${year}-01-01` && to === `${year}-12-31`) return `năm ${year}`
  if (from === `${year}-01-01` && to === `${year}-06-30`) return `6 tháng đầu năm ${year}`
  return `từ ngày ${writtenDay(from)} đến ngày ${writtenDay(to)}`
}

const aboutOf = (review: Review) =>
  `${review.kind === 'interim' ? 'Sơ kết' : 'Tổng kết'} thực hiện giao ước thi đua ${spanName(review)}`

const none = '–'

function targetTable({ targets }: ReviewData): Block[] {
  if (targets.length === 0) return []
  const columns = [
    { title: 'STT', width: 1.5, align: 'center' },
    { title: 'Chỉ tiêu', width: 7 },
    { title: 'Kế hoạch cả năm', width: 3, align: 'right' },
    { title: 'Phải đạt đến kỳ', width: 3, align: 'right' },
    { title: 'Thực hiện', width: 3, align: 'right' },
    { title: 'Tỷ lệ', width: 2.4, align: 'right' },
  ] as const
  const rows = targets.map(({ target, own }, index) => [
    String(index + 1),
    target.name,
    writtenFigure(own.planned, target) || none,
    writtenFigure(own.due, target) || none,
    own.value === null ? 'chưa có' : writtenFigure(own.value, target),
    own.percent === null ? none : writtenPercent(own.percent),
  ])
  return [{ kind: 'table', columns, rows }]
}

function reportTable({ reporting, members }: ReviewData): Block[] {
  if (reporting.every(({ due }) => due === 0)) return []
  const columns = [
    { title: 'Đơn vị', width: 7 },
    { title: 'Phải gửi', width: 2, align: 'right' },
    { title: 'Đúng hạn', width: 2, align: 'right' },
    { title: 'Chậm', width: 2, align: 'right' },
    { title: 'Chưa gửi', width: 2, align: 'right' },
  ] as const
  const rows = reporting.map((row) => [
    members.find(({ unit }) => unit === row.unit)?.name ?? '',
    ...[row.due, row.on_time, row.late, row.missing].map((count) => figure('', '', count).text),
  ])
  return [{ kind: 'table', columns, rows }]
}

const pictureBlocks = (pictures: readonly ReviewPicture[]) =>
  pictures.map((picture): Block => ({ kind: 'picture', ...picture }))

interface Material {
  data: ReviewData
  clauses: readonly ReviewClause[]
  pictures: readonly ReviewPicture[]
}

const additions: Partial<Record<YearReviewSection, (material: Material) => Block[]>> = {
  direction: ({ data }) => reportTable(data),
  targets: ({ data, pictures }) => [...targetTable(data), ...pictureBlocks(pictures)],
}

function sectionBlocks(section: YearReviewSection, material: Material): Block[] {
  const texts = material.clauses.filter((one) => one.section === section && one.text !== '')
  const sentences: Block[] =
    texts.length === 0 ? [] : [{ kind: 'clauses', clauses: texts.map(({ text }) => ({ number: '-', text })) }]
  return [...sentences, ...(additions[section]?.(material) ?? [])]
}

function chapterBlocks({ number, title, sections }: (typeof chapters)[number], material: Material): Block[] {
  const filled = reviewSections
    .filter((section) => sections.includes(section))
    .map((section) => ({ section, blocks: sectionBlocks(section, material) }))
    .filter(({ blocks }) => blocks.length > 0)
  const heading: Block = { kind: 'heading', level: 1, number, text: title }
  if (filled.length === 0) return []
  return [
    heading,
    ...filled.flatMap(({ section, blocks }, index): Block[] => {
      const name = sectionTitles[section]
      return name === undefined
        ? blocks
        : [{ kind: 'heading', level: 2, number: `${index + 1}.`, text: name }, ...blocks]
    }),
  ]
}

interface Issuer {
  /** The body above: the authority of the tenant, or the bloc over a unit. */
  parent: string
  signer: string
}

/** The review as the state prints a report (Decree 30/2020/NĐ-CP), under the bloc's head. */
export function reviewPaper(review: Review, material: Material, issuer: Issuer): Paper {
  const { data } = material
  const upper = (text: string) => text.toLocaleUpperCase('vi')
  return {
    profile: 'state',
    language: 'vi',
    documentDate: review.dated_on,
    metadata: { author: data.unit?.name ?? data.year.blocName },
    head: {
      parent: [upper(issuer.parent)],
      body: [upper(data.unit?.name ?? data.year.blocName)],
      number: 'Số:      /BC-…',
      placeAndDate: `${review.place === '' ? '…' : review.place}, ${longDay(review.dated_on)}`,
    },
    title: 'BÁO CÁO',
    about: aboutOf(review),
    blocks: chapters.flatMap((chapter) => chapterBlocks(chapter, material)),
    signatures: {
      columns: 2,
      cells: [],
      closing: [{ field: 'nguoi-ky', caption: [issuer.signer] }],
    },
    recipients: [
      ...(data.unit === null
        ? ['Cơ quan thi đua, khen thưởng (để báo cáo)', 'Các đơn vị thành viên khối']
        : ['Khối trưởng']),
      'Lưu: hồ sơ',
    ],
    ...(review.state === 'draft' && { mark: 'DỰ THẢO' }),
  }
}
