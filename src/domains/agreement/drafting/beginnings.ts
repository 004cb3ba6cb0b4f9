import { longDay } from '#capabilities/documents/long-day.ts'
import type { LegalText } from '#domains/law/legal-text.ts'
import type { AgreementHead, Clause } from '../agreement.ts'
import type { Span } from '../reading/draft.ts'
import type { Beginning, NewClause } from './start-draft.ts'

interface Year {
  label: string
}

type CitedText = Pick<LegalText, 'id' | 'kind' | 'number' | 'title' | 'issuer' | 'issued_on'>

/**
 * Căn cứ as papers write it (Decree 30/2020/NĐ-CP): "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6
 * năm 2022", "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết …".
 */
export function citation({ kind, number, title, issuer, issued_on }: Omit<CitedText, 'id'>): string {
  const mark = `số ${number}${issued_on === null ? '' : ` ${longDay(issued_on)}`}`
  if (title.startsWith(kind)) {
    const [, name = title, note = ''] = /^(.*?)( \([^)]*\))?$/u.exec(title) ?? []
    return `Căn cứ ${name} ${mark}${note}`
  }
  return `Căn cứ ${kind} ${mark} của ${issuer} ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`.trim()
}

/** A law stands above a decree, a decree above a circular. */
const weight = ({ kind }: CitedText) => {
  const order = ['Luật', 'Nghị định', 'Thông tư']
  return order.includes(kind) ? order.indexOf(kind) : order.length
}

/** The texts on emulation itself; those on the layout of papers or on other matters are no basis of an agreement. */
const isOnEmulation = ({ title }: CitedText) => /thi đua/iu.test(title)

const emptyHead = (year: Year): AgreementHead => ({
  title: `Giao ước thi đua năm ${year.label}`,
  theme: '',
  place: '',
  signing_on: null,
  sign_by: null,
  witness: '',
  copies: null,
})

/** What the bloc's regulation usually asks of a year; a frame to be filled and changed, not a rule. */
const usualOrganisation = [
  'Các đơn vị đưa nội dung giao ước vào kế hoạch công tác năm, phổ biến tới cán bộ, đoàn viên, hội viên.',
  'Các đơn vị báo cáo kết quả với khối trưởng theo kỳ do khối thống nhất.',
  'Khối sơ kết sáu tháng, tổng kết năm; tự chấm điểm, chấm chéo, bình xét theo quy chế của khối.',
  'Khối trưởng đôn đốc, tổng hợp và báo cáo cơ quan thi đua, khen thưởng.',
]

/** A frame with the legal bases in force and the articles on organisation; what the bloc promises is its own to write. */
export function templateBeginning(year: Year, basesInForce: readonly CitedText[]): Beginning {
  const bases = basesInForce.filter(isOnEmulation).sort((one, other) => weight(one) - weight(other))
  return {
    head: emptyHead(year),
    clauses: [
      ...bases.map((text): NewClause => ({
        section: 'legal_basis',
        text: citation(text),
        details: { legalText: text.id },
      })),
      ...usualOrganisation.map((text): NewClause => ({ section: 'organisation', text })),
    ],
  }
}

/** Last year's text under this year's title; the days of signing are this year's own. */
export function lastYearBeginning(year: Year, last: { head: AgreementHead; clauses: readonly Clause[] }): Beginning {
  const head = { ...emptyHead(year), place: last.head.place, witness: last.head.witness }
  return { head, clauses: last.clauses.map(({ section, text, details }) => ({ section, text, details })) }
}

/** What was read in an article; what a person wrote beside it has no place there. */
interface Said {
  readonly value: string
  readonly span: Span | null
}

interface SaidMovement {
  readonly title: Said
  readonly from: number | null
  readonly to: number | null
  readonly context: string
}

/** As much of a reading as an agreement takes over. */
interface SaidInArticle {
  readonly theme: Said | null
  readonly place: Said | null
  /** YYYY-MM-DD. */
  readonly signing_date: Said | null
  readonly witness: Said | null
  readonly commitments: readonly Said[]
  readonly movements: readonly SaidMovement[]
}

const clauseOf = (section: NewClause['section'], { value, span }: Said): NewClause => ({
  section,
  text: value,
  ...(span === null ? {} : { span: [span[0], span[1]] }),
})

const movementClause = ({ title, from, to }: SaidMovement): NewClause => ({
  ...clauseOf('movement', title),
  details: { from: from === null ? '' : String(from), to: to === null ? '' : String(to), scope: '' },
})

const said = (text: Said | null) => text?.value ?? ''

/** What an article says of the agreement; reviews of last year are not promises and stay out. */
export function readingBeginning(year: Year, draft: SaidInArticle): Beginning {
  const { theme, place, signing_date: signing, witness, commitments, movements } = draft
  const promised = movements.filter((movement) => movement.context === 'promised')
  const texts = { theme: said(theme), place: said(place), witness: said(witness) }
  return {
    head: { ...emptyHead(year), ...texts, signing_on: signing?.value ?? null },
    clauses: [...commitments.map((commitment) => clauseOf('commitment', commitment)), ...promised.map(movementClause)],
  }
}
