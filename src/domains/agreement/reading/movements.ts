import { findAll, flatBetween, readSpan, sentenceAt, type Article, type Sentence } from './article.ts'
import { expandKey } from './abbreviations.ts'
import type { DraftMovement, Span } from './draft.ts'
import { keyOf, lenient } from './flatten.ts'
import type { Outlook } from './outlook.ts'
import type { Quote } from './quotes.ts'

export type Movement = DraftMovement & {
  readonly quote: Quote | null
  /** Its period was said once, after several titles. */
  readonly sharedPeriod: boolean
  readonly campaign: boolean
}

type Period = { readonly from: number; readonly to: number; readonly end: number }

const periodSource = String.raw`(?:giai đoạn|thời kỳ|trong các năm|từ năm)\s*(?<from>\d{4})\s*(?:-|đến(?: năm)?)\s*(?<to>\d{4})`
const periodAfter = new RegExp(String.raw`^\s*[,(]?\s*(?:${periodSource})\)?`, 'u')
const periodInside = new RegExp(String.raw`[\s,(-]*(?:${periodSource})\)?\s*$`, 'u')

const movementWord = lenient(
  String.raw`(?:các |những |đợt |nhiều )?(?:phong trào|pttđ|đợt thi đua|cuộc vận động|cvđ)(?: thi đua)?[^."“”;:]{0,60}:?`,
  'u',
)
const governing = new RegExp(`(?:${movementWord.source})\\s*$`, 'u')
/** "ký giao ước thi đua “Vì an ninh Tổ quốc”": the agreement is about that movement. */
const agreed = /giao ước(?: thi đua)?\s*$/u
const campaignWord = lenient('cuộc vận động|cvđ', 'u')
/** The noun nearest to a quote says what it names. */
const otherNoun =
  /(?:quỹ|giải thưởng|giải|cuộc thi|hội thi|hội thao|tháng|tuần lễ|ngày hội|danh hiệu|mô hình|công trình|chương trình|đề án|chiến dịch|nghị quyết|chỉ thị|kết luận|đề tài|chuyên đề|chủ đề|khẩu hiệu|phương châm|thông điệp|tầm nhìn|mục tiêu|câu lạc bộ|lớp|sách|huy hiệu|cờ|phần thưởng|diễn đàn|chỉ số|tinh thần|nguyên tắc|tiêu chí|hội diễn)(?: [^\s"“”,.;:]+){0,5}\s*:?\s*$/u
const nextInRun =
  /^\s*(?:(?:,|;|và|…|\.{3}|gắn với(?: (?:việc )?(?:đẩy mạnh|thực hiện))?|cùng với|kết hợp)\s*)*(?:(?:các |những )?(?:phong trào|pttđ)(?: thi đua)?|cuộc vận động)?\s*$/u

function spoken(article: Article, quote: Quote): boolean {
  const words = article.text.slice(...quote.span)
  return words.split(/\s+/u).length > 32 || /[.?!]\s+\p{Lu}/u.test(words)
}

function periodOf(article: Article, quote: Quote): Period | null {
  const after = periodAfter.exec(article.flat.slice(quote.outer[1], quote.outer[1] + 50))
  const inside = periodInside.exec(article.flat.slice(...quote.span))
  const groups = (after ?? inside)?.groups
  if (!groups) return null
  const end = after ? quote.outer[1] + after[0].length : quote.outer[1]
  return { from: Number(groups['from']), to: Number(groups['to']), end }
}

function titleSpan(article: Article, quote: Quote): Span {
  const inside = periodInside.exec(article.flat.slice(...quote.span))
  const text = article.text.slice(quote.span[0], inside ? quote.span[0] + inside.index : quote.span[1])
  return [quote.span[0], quote.span[0] + text.replace(/[\s,.;:–-]+$/u, '').length]
}

type Run = { readonly end: number; readonly campaign: boolean; readonly titles: readonly Movement[] }

/** Does this quote go on with the movements named just before it? */
function continues(article: Article, run: Run, quote: Quote): boolean {
  return nextInRun.test(flatBetween(article, run.end, quote.outer[0])) && quote.outer[0] - run.end < 60
}

function governedBy(article: Article, quote: Quote, sentence: Sentence): { campaign: boolean } | null {
  const before = flatBetween(article, Math.max(sentence.start, quote.outer[0] - 110), quote.outer[0])
  const found = governing.exec(before) ?? agreed.exec(before)
  if (!found) return null
  const words = found[0].replace(/^.*(?=phong trào|pttđ|cuộc vận động|cvđ)/u, '')
  if (/(?<!\p{L})(?:(?<!gắn )với|gồm|theo|do(?!.*phát động\s*$))(?!\p{L})/u.test(words)) return null
  if (otherNoun.test(words.replace(/^(?:phong trào|pttđ|cuộc vận động|cvđ)(?: thi đua)?/u, ''))) return null
  return { campaign: campaignWord.test(words) }
}

function movementAt(article: Article, quote: Quote, context: Outlook, campaign: boolean): Movement {
  const period = periodOf(article, quote)
  const title = readSpan(article, titleSpan(article, quote))
  return { title, from: period?.from ?? null, to: period?.to ?? null, context, quote, sharedPeriod: false, campaign }
}

/** "các phong trào “A”, “B” giai đoạn …": the period said last is for all that stand directly before it. */
function share(run: Run): readonly Movement[] {
  const last = run.titles.at(-1)
  if (!last || last.to === null || run.titles.length < 2 || run.titles.slice(0, -1).some(({ to }) => to !== null))
    return run.titles
  return run.titles.map((each) =>
    each === last ? each : { ...each, from: last.from, to: last.to, sharedPeriod: true },
  )
}

function extended(runs: readonly Run[], run: Run | undefined, movement: Movement, end: number): readonly Run[] {
  const { campaign } = movement
  if (run === undefined) return [...runs, { end, campaign, titles: [movement] }]
  return [...runs.slice(0, -1), { end, campaign: run.campaign, titles: [...run.titles, movement] }]
}

/** Adds a quote to the run it goes on with, or begins a run when a movement's word governs it. */
function addTo(
  runs: readonly Run[],
  article: Article,
  quote: Quote,
  outlook: ReadonlyMap<Sentence, Outlook>,
): readonly Run[] {
  const sentence = sentenceAt(article, quote.outer[0])
  if (!sentence || spoken(article, quote)) return runs
  const run = runs.slice(-1).find((last) => continues(article, last, quote))
  const governed = governedBy(article, quote, sentence) ?? run
  if (!governed) return runs
  const movement = movementAt(article, quote, outlook.get(sentence) ?? 'promised', governed.campaign)
  return extended(runs, run, movement, periodOf(article, quote)?.end ?? quote.outer[1])
}

function quoted(article: Article, outlook: ReadonlyMap<Sentence, Outlook>): Movement[] {
  return article.quotes
    .reduce((runs, quote) => addTo(runs, article, quote, outlook), [] as readonly Run[])
    .flatMap(share)
}

const unquoted = /(?<!\p{L})(?:phong trào|giao ước)(?: thi đua)? {1,2}/gu
const unquotedEnd =
  /[,.;:"“”()\n]|\s(?:năm|giai đoạn|do|được|gắn|với|trong|của|đã|sẽ|trên|tại|theo|từ|đến|nhằm|và (?:các|những))(?!\p{L})/u

const beginsTitle = /^(?!(?:Khối|Cụm|Chính phủ) )\p{Lu}\p{Ll}*\s(?:\p{Ll}|\p{Lu}{3})/u

function bareSpan(article: Article, start: number, sentence: Sentence): Span {
  const stop = article.flat.slice(start, sentence.end).search(unquotedEnd)
  return [start, stop < 0 ? sentence.end : start + stop]
}

function bareAt(article: Article, start: number, outlook: ReadonlyMap<Sentence, Outlook>): Movement | null {
  const sentence = sentenceAt(article, start)
  if (!sentence || sentence.loose || !beginsTitle.test(article.text.slice(start))) return null
  const title = readSpan(article, bareSpan(article, start, sentence))
  const period = periodAfter.exec(article.flat.slice(title.span[1], title.span[1] + 50))?.groups ?? {}
  const context = outlook.get(sentence) ?? 'promised'
  const dates = { from: numberOf(period['from']), to: numberOf(period['to']) }
  return isTitle(title.value) ? { title, ...dates, context, quote: null, sharedPeriod: false, campaign: false } : null
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

function isTitle(title: string): boolean {
  return title.length <= 90 && (title.split(' ').length >= 3 || /\p{Lu}{3}/u.test(title))
}

/** A title written as a proper name without quotation marks. */
function bare(article: Article, outlook: ReadonlyMap<Sentence, Outlook>): Movement[] {
  return findAll(article, unquoted).flatMap(({ end }) => bareAt(article, end, outlook) ?? [])
}

function merge(all: readonly Movement[]): Movement[] {
  const merged = new Map<string, Movement>()
  for (const movement of all) {
    const key = expandKey(keyOf(movement.title.value))
    const known = merged.get(key)
    const context = known?.context === 'promised' ? 'promised' : movement.context
    const period = known && known.to !== null ? known : movement
    merged.set(key, known ? { ...known, from: period.from, to: period.to, context } : movement)
  }
  return [...merged.values()]
}

/** Movements in the text's order, each once. */
export function movementsOf(article: Article, outlook: ReadonlyMap<Sentence, Outlook>): Movement[] {
  const marked = quoted(article, outlook)
  return merge([...marked, ...bare(article, outlook)]).toSorted((a, b) => a.title.span[0] - b.title.span[0])
}
