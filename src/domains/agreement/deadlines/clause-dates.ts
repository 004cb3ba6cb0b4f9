/** A date that a clause seems to set, as it stands in the text. */
export interface ClauseDate {
  /** Where it begins in the clause. */
  at: number
  /** The words that were read: "trước ngày 25 hằng tháng". */
  words: string
  /** The sentence around them, shortened: what is to be done. */
  title: string
  /** "trước ngày 25" may leave the 25th out: whoever confirms says which. */
  isBefore: boolean
  /** Every day that the words name within the year, each with what tells it from the others of its kind. */
  days: readonly { day: string; suffix: string }[]
}

interface YearDays {
  starts_on: string
  ends_on: string
}

const before = String.raw`(?<before>trước)?\s*(?:ngày\s*)?`
const every = String.raw`(?:hằng|hàng|mỗi|từng)`
const yearly = String.raw`(?:\s*(?:/|năm)\s*(?<year>\d{4}))?`

/** In this order: what a longer form has read, a shorter one does not read again. */
const forms = {
  month: new RegExp(String.raw`${before}(?<day>\d{1,2})\s*(?:của\s*)?${every}\s*tháng`, 'giu'),
  date: new RegExp(
    String.raw`${before}(?<day>\d{1,2})\s*(?:[/-]|\s+tháng\s+)\s*(?<month>\d{1,2})(?!\d)${yearly}`,
    'giu',
  ),
  quarter: new RegExp(
    String.raw`(?<before>trước)?\s*(?:hết\s*)?quý\s*(?<quarter>IV|III|II|I|[1-4])(?![\p{L}\d])${yearly}`,
    'giu',
  ),
  quarters: new RegExp(String.raw`(?<before>trước)?${every}\s*quý`, 'giu'),
} as const

type Form = keyof typeof forms
type Groups = Readonly<Record<string, string | undefined>>

const two = (value: number) => String(value).padStart(2, '0')
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const dayIn = (year: number, month: number, day: number) => `${year}-${two(month)}-${two(day)}`
const isDay = (year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastOf(year, month)

const romans = ['I', 'II', 'III', 'IV'] as const
const quarterOf = (written: string) => {
  const roman = romans.findIndex((one) => one === written.toUpperCase())
  return roman === -1 ? Number(written) : roman + 1
}

/** The years of a bloc-year: one, or two of a school year. */
const yearsOf = ({ starts_on, ends_on }: YearDays) => [
  ...new Set([Number(starts_on.slice(0, 4)), Number(ends_on.slice(0, 4))]),
]

const months = Array.from({ length: 12 }, (_none, index) => index + 1)

/** The 31st of every month is its last day, whichever that is. */
const monthly = (year: number, { day }: Groups) =>
  months.map((month) => ({
    day: dayIn(year, month, Math.min(Number(day), lastOf(year, month))),
    suffix: `tháng ${month}/${year}`,
  }))

const quarterly = (year: number, quarters: readonly number[]) =>
  quarters.map((quarter) => ({
    day: dayIn(year, quarter * 3, lastOf(year, quarter * 3)),
    suffix: `quý ${romans[quarter - 1]}/${year}`,
  }))

const daysIn: Readonly<Record<Form, (year: number, groups: Groups) => ClauseDate['days']>> = {
  month: (year, groups) => (Number(groups['day']) <= 31 && Number(groups['day']) > 0 ? monthly(year, groups) : []),
  date: (year, { day, month }) =>
    isDay(year, Number(month), Number(day)) ? [{ day: dayIn(year, Number(month), Number(day)), suffix: '' }] : [],
  quarter: (year, { quarter = '' }) => quarterly(year, [quarterOf(quarter)]),
  quarters: (year) => quarterly(year, [1, 2, 3, 4]),
}

/** The date of a decree or of an anniversary sets nobody a deadline. */
const ofPaper =
  /(?:số|sô)\s*\S*$|(?:kỷ niệm|thành lập|truyền thống|ban hành|căn cứ|ký|nghị định|quyết định|luật)[^.;]{0,60}$/iu

const mostInTitle = 140

/** The sentence or list item around a place, without what the list marked it with. */
function sentenceAt(text: string, at: number): string {
  const from = Math.max(
    ...['. ', '; ', '\n', ': '].map(
      (end) => text.lastIndexOf(end, at - 1) + (text.lastIndexOf(end, at - 1) < 0 ? 1 : end.length),
    ),
  )
  const rest = text.slice(at)
  const end = /[.;\n](?:\s|$)/u.exec(rest)?.index ?? rest.length
  const sentence = text
    .slice(Math.max(0, from), at + end)
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[-+•*\d.)]+\s*/u, '')
    .trim()
  if (sentence.length <= mostInTitle) return sentence
  return `${sentence.slice(0, sentence.lastIndexOf(' ', mostInTitle))}…`
}

const within = (days: ClauseDate['days'], { starts_on, ends_on }: YearDays) =>
  days.filter(({ day }) => starts_on <= day && day <= ends_on)

function readMatch(form: Form, match: RegExpExecArray, year: YearDays): ClauseDate | undefined {
  const groups = match.groups ?? {}
  const years = groups['year'] === undefined ? yearsOf(year) : [Number(groups['year'])]
  const days = within(
    years.flatMap((one) => daysIn[form](one, groups)),
    year,
  )
  const words = match[0].trim()
  const at = match.index + match[0].indexOf(words)
  if (days.length === 0) return undefined
  return { at, words, title: sentenceAt(match.input, at), isBefore: groups['before'] !== undefined, days }
}

/** The dates that a clause of the agreement seems to set, in their order. Nothing is decided here: the head confirms each. */
export function datesInClause(text: string, year: YearDays): ClauseDate[] {
  const read: { from: number; to: number }[] = []
  const found: ClauseDate[] = []
  for (const form of Object.keys(forms) as Form[]) {
    for (const match of text.matchAll(forms[form])) {
      const span = { from: match.index, to: match.index + match[0].length }
      if (read.some((other) => span.from < other.to && other.from < span.to)) continue
      read.push(span)
      const date = ofPaper.test(text.slice(0, span.from)) ? undefined : readMatch(form, match, year)
      if (date !== undefined) found.push(date)
    }
  }
  return found.toSorted((one, other) => one.at - other.at)
}
