import { findAll, sentenceAt, type Article } from './article.ts'
import type { Read, Span } from './draft.ts'
import { lenient } from './flatten.ts'

type YearMention = Read<string> & { readonly weight: number }

const label = String.raw`(?:năm học|niên khóa|năm)\s+(?<from>(?:19|20)\d{2})(?:\s*[-/]\s*(?<to>(?:20)?\d{2}))?(?!\d)`
const yearLabel = new RegExp(label, 'gu')

/** What stands before a year, and how surely that year is the agreement's. */
const governors: readonly { readonly before: RegExp; readonly weight: number }[] = [
  {
    before: lenient(String.raw`(?:kết quả|thực hiện|đánh giá|tổng kết|sơ kết)[^.;]{0,50}giao ước[^.;]{0,40}`, 'u'),
    weight: 1,
  },
  { before: lenient(String.raw`(?:ký|lễ|phát động|đăng ký|tham gia)[^.;]{0,40}giao ước[^.;]{0,70}`, 'u'), weight: 6 },
  { before: lenient(String.raw`giao ước[^.;]{0,70}`, 'u'), weight: 3 },
  { before: lenient(String.raw`(?:phương hướng|triển khai|phát động)[^.;]{0,60}`, 'u'), weight: 0.5 },
]

function labelOf(from: string, to: string | undefined, schoolYear: boolean): string {
  if (to === undefined) return from
  const last = to.length === 2 ? from.slice(0, 2) + to : to
  return schoolYear || Number(last) === Number(from) + 1 ? `${from}-${last}` : from
}

/** Only a governor whose words run up to the year counts, without another year in between. */
function weightOf(before: string): number {
  for (const { before: pattern, weight } of governors) {
    const sticky = new RegExp(`(?:${pattern.source})\\s*$`, 'u')
    const found = sticky.exec(before)
    if (found && !/(?:19|20)\d{2}/u.test(found[0].replace(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/gu, ''))) return weight
  }
  return 0
}

function mentionsIn(article: Article): YearMention[] {
  return findAll(article, yearLabel).map(({ match, start, end }) => {
    const sentence = sentenceAt(article, start)
    const before = article.flat.slice(Math.max(sentence?.start ?? 0, start - 170), start)
    const { from = '', to } = match.groups ?? {}
    const value = labelOf(from, to, match[0].startsWith('năm học'))
    return { value, span: [start, end] as Span, weight: weightOf(before) }
  })
}

/** The agreement's year: the label that follows "giao ước" most often and most closely. */
export function agreementYear(article: Article): Read<string> | null {
  const governed = mentionsIn(article).filter(({ weight }) => weight >= 1)
  const weights = new Map<string, number>()
  for (const { value, weight } of governed) weights.set(value, (weights.get(value) ?? 0) + weight)
  const best = governed.toSorted((a, b) => (weights.get(b.value) ?? 0) - (weights.get(a.value) ?? 0))[0]
  const firm = governed.find((mention) => mention.value === best?.value && mention.weight >= 6) ?? best
  return firm ? { value: firm.value, span: firm.span } : null
}

/** Without a year beside "giao ước": the one that the meeting is about, when its date agrees. */
export function yearOfMeeting(article: Article, signing: Read<string> | null): Read<string> | null {
  if (signing === null) return null
  const date = signing.value
  const signedIn = Number(date.slice(0, 4))
  const mentions = mentionsIn(article)
  const late = Number(date.slice(5, 7)) >= 11
  const wanted = late ? [signedIn + 1, signedIn] : [signedIn]
  for (const year of wanted) {
    const found = mentions.find(({ value }) => value.startsWith(String(year)))
    if (found) return { value: found.value, span: found.span }
  }
  return null
}
