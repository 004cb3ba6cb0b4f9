import { findAll, readSpan, sentenceAt, type Article } from './article.ts'
import type { Read, Span } from './draft.ts'
import { keyOf, lenient } from './flatten.ts'
import { expandKey } from './abbreviations.ts'

export type Bloc = Read<string> & { readonly kind: 'khoi' | 'cum' }

type Mention = {
  readonly span: Span
  readonly kind: 'khoi' | 'cum'
  readonly subject: boolean
  readonly loose: boolean
}

const opening = lenient(String.raw`(?:khối|cụm)(?:(?: *,| và)? (?:khối|cụm))? *,? *thi đua(?: *[,-] *khen thưởng)?`)
const shortOpening = lenient(String.raw`(?:khối|cụm)(?= (?:số \d|\d|các |[ivx]+ |\p{L}))`)

/** Words that cannot belong to a bloc's name: what it does, when, with whom. */
const stops = new RegExp(
  `^(?:${[
    'đã|vừa|sẽ|đang|tổ chức|tiến hành|ký|kí|gồm|bao gồm|do|là|với|được|cùng|trong(?! (?:nước|ngành|tỉnh))|tại|vào|để|nhằm|qua|bằng|theo|từ|đến|nhân(?= dịp)',
    'có(?! vốn| thu| tính chất| nguồn)|năm(?= *(?:\\d|học|nay|qua))|ngày|sáng|chiều|lần thứ|nhiệm kỳ|giai đoạn|thống nhất|phối hợp|phát động',
    'tổng kết|sơ kết|diễn ra|triển khai|hoàn thành|thông qua|tham gia|tham dự|dự|quyết tâm|cam kết|phấn đấu|hưởng ứng',
    'chủ trì|hội nghị|họp|lễ|giao ước|thực hiện|đạt|báo cáo|công bố|trao|bàn giao|bầu|suy tôn|cho biết|khai mạc|nhất trí',
    'quyên góp|ủng hộ|thăm|tặng|đạt|giành|vinh dự|đề nghị|nêu|nói|tiếp tục|thảo luận|luân phiên|ra mắt|đăng ký|tập trung|ra sức|long trọng|chính thức|tích cực|luôn|cũng|phát biểu',
    'và (?:ký|phát động|tổng kết|triển khai|các (?:thành viên|đơn vị)|đại diện|lãnh đạo|đã|bàn)|khối trưởng|trưởng|cụm trưởng|phó|bình xét|giao lưu|nỗ lực|sôi nổi',
  ].join('|')})(?![\\p{L}])`,
  'u',
)

/** Stop words that are also parts of names: "đồng bằng", "Cao Bằng", "Từ Sơn", "quản lý dự án". */
const nameSyllable = /^(?:dự (?:án|trữ|báo)|từ (?:sơn|liêm|thiện)|theo dõi)(?!\p{L})/u
const beforeSyllable = /(?<!\p{L})(?:đồng|cao|công) $/u

function isStop(flat: string, at: number): boolean {
  if (!stops.test(flat.slice(at, at + 60))) return false
  const last = flat.startsWith('bằng', at) && beforeSyllable.test(flat.slice(Math.max(0, at - 7), at))
  return !last && !nameSyllable.test(flat.slice(at, at + 12))
}

/** What may follow a comma inside a name: "các sở, ngành", "Văn hóa, Thể thao". */
const goesOn = new RegExp(
  `^(?:${[
    'ngành|ban|đoàn thể|cao đẳng|trung cấp|trung học|chi cục|văn hóa|xã hội|thể thao|du lịch|khoa học|kinh tế|kỹ thuật',
    'tổng hợp|tham mưu|quản lý nhà nước|hành chính|sự nghiệp|tiểu học|mầm non|mẫu giáo|thcs|thpt|dạy nghề|hợp tác xã|tôn giáo|dân tộc|bưu chính|viễn thông',
    'thống kê|đào tạo|nghiên cứu|báo chí|xuất bản|phát thanh|truyền hình|thi hành án|thanh tra|y tế|giáo dục|tài chính|ngân hàng|môi trường|giao thông|xây dựng',
    'cục|vụ|viện|trung tâm|tổng cục|công nghệ|nội chính|tư pháp|quốc phòng|an ninh|nông nghiệp|công nghiệp|thương mại|dịch vụ|lâm nghiệp|thủy lợi|đô thị',
    'các (?:trường|huyện|xã|phường|sở|cơ quan|doanh nghiệp|ngân hàng|tỉnh|ban)|khối các|doanh nghiệp|cơ quan|bệnh viện',
    '(?:thị xã|thành phố|phường|thị trấn|huyện|xã|quận|đặc khu)(?= *(?:,|và|đã|tổ|ký|năm|\\.|$|gồm|trực thuộc|của|trên))',
  ].join('|')})(?![\\p{L}])`,
  'u',
)

const token = /^(?:(?<blank> {1,2})|(?<word>[\p{L}\p{N}]+(?:[./][\p{L}\p{N}]+)*)|(?<dash>-)|(?<comma>,))/u
const hanging = /(?:[\s,-]|(?<!\p{L})(?:và|của|các|(?<!trực )thuộc|thi đua các|về))+$/u

/** "số 5" is a whole name: only what it belongs to may follow. */
const mayFollowNumber =
  /^(?:của|thuộc|trực thuộc|tỉnh|thành phố|tp|huyện|thị xã|quận|các|ngành|khối|cụm|cấp|khu vực|trên địa bàn|miền|công an|trường|bộ|sở|hội|ngân hàng|khu|vùng|đồng bằng|tây|bắc|nam|đông|trung|mttq|doanh nghiệp|tổng|viện|tòa|liên)(?!\p{L})/u

function afterNumber(flat: string, from: number, at: number): boolean {
  return /(?:\d|(?<!\p{L})[ivx]+)\s+$/u.test(flat.slice(from, at))
}

/** Whether a name may go on with the token at `at`. */
function mayGoOn(flat: string, from: number, at: number, groups: Record<string, string | undefined>): boolean {
  const rest = flat.slice(at, at + 60)
  const next = rest.slice(1).trimStart()
  // After "các" comes a noun, whatever it looks like: "các tổ chức tín dụng".
  if (isStop(flat, at) && !/(?<!\p{L})các $/u.test(flat.slice(from, at))) return false
  if (groups['comma'] !== undefined) return goesOn.test(next)
  if (groups['dash'] !== undefined) return !stops.test(next)
  return groups['word'] === undefined || !afterNumber(flat, from, at) || mayFollowNumber.test(rest)
}

const longestName = 200

/** How far a name runs from `from`. */
function nameEnd(flat: string, from: number): number {
  let at = from
  const last = Math.min(flat.length, from + longestName)
  while (at < last) {
    const found = token.exec(flat.slice(at, at + 60))
    if (!found?.groups || !mayGoOn(flat, from, at, found.groups)) break
    at += found[0].length
  }
  return from + flat.slice(from, at).replace(hanging, '').length
}

function mentionsOf(article: Article, pattern: RegExp): Mention[] {
  return findAll(article, pattern).flatMap(({ match, start, end }) => {
    const last = nameEnd(article.flat, end)
    if (/^\s*(?:(?:thuộc|của)(?!\p{L}).*)?$/u.test(article.flat.slice(end, last))) return []
    const after = article.flat.slice(last, last + 40).trimStart()
    return {
      span: [start, last] as Span,
      kind: match[0].startsWith('k') ? ('khoi' as const) : ('cum' as const),
      subject: /^(?:\([^)]*\) *)?(?:đã|vừa|tổ chức|long trọng|tiến hành|ký)/u.test(after),
      loose: sentenceAt(article, start)?.loose ?? true,
    }
  })
}

/** Without "thi đua": only where the text writes it as a name ("Khối 9", "Cụm các trường Chính trị"). */
function shortMentions(article: Article): Mention[] {
  return mentionsOf(article, shortOpening).filter(({ span }) =>
    /^\p{Lu}\p{Ll}+\s+(?:số|các|\d|\p{Lu})/u.test(article.text.slice(span[0], span[1])),
  )
}

const isShouted = (text: string) => text === text.toUpperCase()

/** What speaks for a mention, weightiest first. */
function standing(article: Article, mention: Mention, keys: ReadonlyMap<string, number>): number[] {
  const text = article.text.slice(...mention.span)
  const key = expandKey(keyOf(text))
  // A longer form is borne out by every mention that stops earlier on the same words.
  const support = [...keys].reduce((sum, [other, times]) => sum + (key.startsWith(other) ? times : 0), 0)
  const tidy = isShouted(text) ? 0 : /^\p{Lu}/u.test(text) ? 2 : 1
  const place = tidy * 4 + (mention.subject ? 2 : 0) + (mention.loose ? 0 : 1)
  // A headline that lost its tone marks still tells the bloc, but another form tells it better.
  const marked = /[à-ỹ]/iu.test(text) ? 1 : 0
  return [marked, support, key.length, keyOf(text).length, place, -mention.span[0]]
}

function heavier(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0)
}

/** The fullest form of the bloc's name; of equal ones the one that acts. */
export function blocOf(article: Article): Bloc | null {
  const named = mentionsOf(article, opening)
  const mentions = named.length > 0 ? named : shortMentions(article)
  const keys = new Map<string, number>()
  for (const { span } of mentions) {
    const key = expandKey(keyOf(article.text.slice(...span)))
    keys.set(key, (keys.get(key) ?? 0) + 1)
  }
  const weighed = mentions.map((mention) => ({ mention, weight: standing(article, mention, keys) }))
  const first = weighed.toSorted((a, b) => heavier(a.weight, b.weight))[0]?.mention
  return first ? { ...readSpan(article, first.span), kind: first.kind } : null
}
