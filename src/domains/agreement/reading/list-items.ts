import type { Article } from './article.ts'
import type { Span } from './draft.ts'
import { flatten } from './flatten.ts'
import { departmentFields, placeHeads } from './unit-names.ts'
import { fieldSpans, startsUnit } from './unit-phrases.ts'

export type ListItem = {
  readonly name: string
  readonly span: Span
  readonly note: string | null
  readonly full?: string
}

/** What the words before the list say of it. */
export type ListFrame = {
  readonly span: Span
  /** A head word said once for all: "Trường THPT" in "các Trường THPT: Nguyễn Du, …". */
  readonly prefix: string | null
  /** "các sở, ngành": a bare field of work is the department for it. */
  readonly departments: boolean
  readonly count: number | null
}

type Context = { readonly frame: ListFrame; readonly carried: string }

type Separator = {
  readonly span: Span
  readonly kind: ';' | ',' | 'và' | 'line'
  split: boolean
  readonly firm: boolean
}

const separatorPattern = /;|,|(?<=[\s)])và(?=\s)|\s*[\r\n]+\s*/gu

/** How many brackets are open at `to`. */
export function depthAt(text: string, from: number, to: number): number {
  let depth = 0
  for (const character of text.slice(from, to)) depth += character === '(' ? 1 : character === ')' ? -1 : 0
  return depth
}

/** A line broken inside a paragraph divides no more than a blank does. */
function isWrap(article: Article, at: number, separator: string): boolean {
  return /[\r\n]/u.test(separator) && article.paragraphs.some(({ start, end }) => start < at && at < end)
}

function rawSeparators(article: Article, span: Span): { span: Span; kind: Separator['kind'] }[] {
  const fields = fieldSpans(article, span)
  const found: { span: Span; kind: Separator['kind'] }[] = []
  for (const match of article.flat.slice(...span).matchAll(separatorPattern)) {
    const start = span[0] + match.index
    const inField = fields.some(([from, to]) => from < start && start < to)
    if (inField || isWrap(article, start, match[0]) || depthAt(article.text, span[0], start) > 0) continue
    const kind = match[0] === ';' || match[0] === ',' || match[0] === 'và' ? match[0] : 'line'
    found.push({ span: [start, start + match[0].length], kind })
  }
  return found
}

const leader = /^(?:\s|[-–+•●*]|\(?\d{1,2}[.)]\s|(?:và|lãnh đạo|đại diện)\s)+/iu

function pieceStart(article: Article, at: number): number {
  return at + (leader.exec(article.text.slice(at, at + 40))?.[0].length ?? 0)
}

function isCapital(article: Article, at: number): boolean {
  return /^[\p{Lu}\d]/u.test(article.text.slice(at))
}

/** Does the list name its head word once, so that most parts are bare proper names? */
function isBare(article: Article, separators: readonly { span: Span }[], span: Span): boolean {
  const starts = [span[0], ...separators.map((separator) => separator.span[1])].map((at) => pieceStart(article, at))
  return starts.filter((at) => !startsUnit(article, at)).length > starts.length / 2
}

function decided(article: Article, span: Span): Separator[] {
  const raw = rawSeparators(article, span)
  const bare = isBare(article, raw, span)
  const semicolons = raw.filter(({ kind }) => kind === ';').length
  return raw.map(({ span: place, kind }, index) => {
    const next = pieceStart(article, place[1])
    const firm = kind === ';' || kind === 'line' || startsUnit(article, next)
    const proper = semicolons < 2 && isCapital(article, next)
    const last = bare && index === raw.length - 1
    return { span: place, kind, firm, split: firm || (proper && (kind === ',' || last)) }
  })
}

/** Turns doubtful separators round, the last "và" first, until the parts are as many as the text says. */
function settle(separators: Separator[], count: number | null): void {
  if (count === null) return
  const order = [...separators.keys()].toReversed().sort((a, b) => rank(separators[a]) - rank(separators[b]))
  for (const index of order) {
    const missing = count - 1 - separators.filter(({ split }) => split).length
    const separator = separators[index]
    if (missing === 0) return
    if (separator && !separator.firm && separator.split === missing < 0) separator.split = missing > 0
  }
}

function rank(separator: Separator | undefined): number {
  return separator?.kind === 'và' ? 0 : 1
}

const headWords = new RegExp(
  `^(?:(?:${[
    'sở|ban|công an|ubnd|ủy ban nhân dân|trường|thpt|thcs|tiểu học|mầm non|mẫu giáo|đại học|cao đẳng|đh|cđ|trung cấp|ptdtnt',
    'hội nông dân|hội lhpn|hội liên hiệp phụ nữ|hội ccb|hội cựu chiến binh|lđlđ|liên đoàn lao động|đoàn thanh niên|ubmttq|phòng giáo dục và đào tạo|phòng gd&đt',
    'tòa án nhân dân|tand|viện kiểm sát nhân dân|vksnd|chi cục thi hành án dân sự|chi cục thuế|kho bạc nhà nước|đảng ủy|ban chqs|điện lực|bưu điện|bệnh viện|trung tâm y tế',
    'tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|thị trấn|phường|xã|chi nhánh|công ty|ngân hàng',
  ].join('|')})\\s+)+`,
  'u',
)

const placeNoun = /(?:^|(?<= ))(?:tỉnh|thành phố|TP\.?|huyện|quận|xã|phường|thị xã|thị trấn)$/u
const placeHead = /^(?:[^,;]{1,45}? )?(?:tỉnh|thành phố|huyện|quận|xã|phường|thị xã|thị trấn)(?= \p{Lu})/u

/** The general words that a name begins with: "Công an tỉnh" of "Công an tỉnh Sơn La". */
function headOf(name: string): string {
  const place = placeHead.exec(name)?.[0]
  return place ?? name.slice(0, headWords.exec(flatten(name))?.[0].length ?? 0).trim()
}

/** "Công an các tỉnh A, B, C": the head is said once, in the plural. */
const severalPlaces =
  /^(?<head>(?:\p{L}+ ){0,5}?)(?:các|\d+) (?<noun>tỉnh|huyện|thành phố|xã|phường|quận|thị trấn|thị xã|trường THPT|chi nhánh) (?=\p{Lu})/u
const bracketNote =
  /\s*(?:\((?<note>[^()]*(?:khối|cụm|trưởng|phó)[^()]*)\)|[-–,]\s*(?:là )?(?:đơn vị )?(?:(?:trưởng|phó) (?:trưởng )?|)(?:khối|cụm)(?: trưởng| phó)?$)/iu
const branches = /^(?<outer>[^(]+?)\s*\((?:gồm\s+)?(?:các|\d+)\s+(?<noun>[\p{Ll}\s]+?)\s*:\s*(?<inner>[^()]+)\)/u

function expandBranches(name: string, span: Span): ListItem[] | null {
  const { outer, noun, inner } = branches.exec(name)?.groups ?? {}
  if (outer === undefined || noun === undefined || inner === undefined) return null
  return inner
    .split(/\s*[,;]\s*|\s+và\s+/u)
    .filter((part) => part !== '')
    .map((part) => ({ name: `${outer} ${noun} ${part}`, span, note: null }))
}

function completed(name: string, frame: ListFrame, carried: string): string {
  const flat = flatten(name)
  if (frame.departments && departmentFields.has(flat.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())) return `Sở ${name}`
  if (frame.prefix === null) return carried === '' ? name : `${carried} ${name}`
  return flat.startsWith(flatten(frame.prefix)) ? name : `${frame.prefix} ${name}`
}

/** "Công an tỉnh A, thành phố B": the body said once is for the next place as well. */
function ofSameBody(name: string, head: string): string {
  const [first = ''] = name.split(/ (?=\p{Lu})/u)
  const body = placeHeads.includes(flatten(first)) && placeNoun.test(head) ? head.replace(placeNoun, '').trim() : ''
  return body === '' ? name : `${body} ${name}`
}

/** "Trường Chinh" among names of schools is a man, not a school called "Chinh". */
function hasOwnHead(article: Article, at: number, name: string, frame: ListFrame): boolean {
  if (!startsUnit(article, at)) return false
  const [first = '', ...rest] = flatten(name).split(' ')
  return !(frame.prefix !== null && flatten(frame.prefix).startsWith(first) && rest.length < 2)
}

/** The name as a member's: "huyện" alone before a place only explains it, any other head belongs to the name. */
function namedItem(article: Article, at: number, plain: string, { frame, carried }: Context) {
  const head = frame.prefix ?? carried
  if (hasOwnHead(article, at, plain, frame)) return { name: ofSameBody(plain, head) }
  const full = completed(plain, frame, carried)
  return placeHeads.includes(flatten(head)) ? { name: plain, full } : { name: full }
}

function itemsAt(article: Article, start: number, end: number, context: Context): ListItem[] {
  const from = pieceStart(article, start)
  const raw = article.text.slice(from, end).replace(/[\s,;:.–-]+$/u, '')
  if (raw === '') return []
  const span: Span = [from, from + raw.length]
  const name = raw.replace(/\s+/gu, ' ')
  const expanded = expandBranches(name, span)
  if (expanded) return expanded
  const note = bracketNote.exec(name)?.groups?.['note'] ?? null
  const plain = name.replace(bracketNote, '').replace(severalPlaces, '$<head>$<noun> ').trim()
  return [{ ...namedItem(article, from, plain, context), span, note }]
}

/** The names in a list, its doubtful commas settled by the stated count. */
export function listItems(article: Article, frame: ListFrame): ListItem[] {
  const separators = decided(article, frame.span)
  settle(separators, frame.count)
  const items: ListItem[] = []
  let from = frame.span[0]
  let carried = ''
  const ends = [
    ...separators.filter(({ split }) => split).map(({ span }) => span),
    [frame.span[1], frame.span[1]] as Span,
  ]
  for (const [end, next] of ends) {
    const found = itemsAt(article, from, end, { frame, carried })
    const first = found[0]
    if (first && startsUnit(article, first.span[0])) carried = headOf(first.name)
    items.push(...found)
    from = next
  }
  return items
}
