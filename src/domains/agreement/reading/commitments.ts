import { agreedList, mostItems } from './agreed-lists.ts'
import { flatBetween, readSpan, type Article, type Sentence } from './article.ts'
import type { Read, Span } from './draft.ts'
import { lenient } from './flatten.ts'
import { leaders, markKind } from './item-marks.ts'
import type { Outlook } from './outlook.ts'

/** Words that begin a clause of what is promised. */
const deeds = [
  'tổ chức|triển khai|thực hiện|đẩy mạnh|tập trung|tiếp tục|đổi mới|nâng cao|tăng cường|xây dựng|phát huy|phấn đấu|hoàn thành|làm tốt|bám sát|quán triệt|tuyên truyền|vận động',
  'chủ động|tham mưu|phối hợp|chú trọng|quan tâm|giữ vững|giữ gìn|bảo đảm|đảm bảo|chăm lo|phát triển|phát động|hưởng ứng|củng cố|kiện toàn|thi đua|ra sức|không ngừng|đăng ký|duy trì',
  'mở rộng|khắc phục|rà soát|cải cách|chuyển đổi|ứng dụng|giải quyết|hỗ trợ|giúp đỡ|huy động|kết nạp|đào tạo|bồi dưỡng|phòng|chống|thực hành|quản lý|khai thác|giảm|tăng|đạt|nộp|thu',
  'gắn|góp phần|đoàn kết|đề cao|nêu cao|chấp hành|nghiêm túc|tích cực|quyết tâm|cam kết|phổ biến|kiểm tra|giám sát|phát hiện|nhân rộng|biểu dương|bảo vệ|siết chặt|sáng tạo|100%|\\d|mỗi|mọi|có ít nhất|không để|bảo tồn|cải thiện|thu hút|đầu tư|tạo|khuyến khích|xử lý|kịp thời|đa dạng|lan tỏa|học tập|dạy|hướng|đồng hành|chung tay|tham gia|sử dụng|tiết kiệm|trồng',
].join('|')
const deed = new RegExp(
  `^(?:(?:và|đồng thời|bên cạnh đó|ngoài ra|cùng với đó|đặc biệt),?\\s+)?(?:là\\s+)?(?:${deeds})(?![\\p{L}])`,
  'u',
)

/** A colon after these opens the list of what was agreed; it runs to the paragraph's end and over item lines. */
const opensList = lenient(
  String.raw`(?:(?:nội dung|nhiệm vụ|chỉ tiêu|mục tiêu|cam kết|vấn đề|công tác|giải pháp|trọng tâm)[^.:;“”"]{0,80}|cụ thể|cụ thể là|như sau|sau đây|gồm|bao gồm|cam kết|thống nhất|thi đua|quyết tâm|phấn đấu|là)\s*:`,
  'u',
)
const aboutAgreement = lenient(
  'giao ước|cam kết|thi đua|nội dung chính|tập trung|chủ yếu|cụ thể|thống nhất|phương hướng|trọng tâm|quyết tâm|phấn đấu',
  'u',
)

const marker = lenient(
  [
    '(?:cùng |cùng nhau )?cam kết|quyết tâm|phấn đấu|nhất trí(?: cao)?(?: với)? việc|hứa',
    `thống nhất(?: việc)?(?= (?:sẽ )?(?:${deeds}))`,
    `(?<=(?:đơn vị|thành viên|khối|cụm|trường|địa phương|cơ quan|cán bộ|bệnh viện|doanh nghiệp|ngân hàng|các huyện|các xã|các sở|các viện|các tỉnh|chi nhánh|tổ chức|cấp hội|công an|tòa án)[^.;:]{0,50})(?:sẽ )?(?:tập trung|tiếp tục|ra sức|đẩy mạnh|tích cực)(?= (?:${deeds}|vào))`,
    `(?<=theo đó[^.;:]{0,80})(?:sẽ )?(?:${deeds})`,
    'sẽ(?= (?:tập trung|tiếp tục|đẩy mạnh|thực hiện|phát huy|phấn đấu|triển khai|cùng|chủ động))',
    `(?:với|hướng tới)(?: các)? mục tiêu(?= (?:${deeds}))`,
    'bám sát(?= (?:nhiệm vụ|chủ đề|chỉ đạo|các))|thi đua(?= (?:hoàn thành|thực hiện (?:thắng lợi|tốt|thành công)))',
  ].join('|'),
  'u',
)
/** Said only to introduce the deed that follows; not part of the clause. */
const introduces =
  /^(?:(?:cùng |cùng nhau )?cam kết|nhất trí(?: cao)?(?: với)? việc|hứa|thống nhất(?: việc)?|sẽ|(?:với|hướng tới)(?: các)? mục tiêu)\s*:?\s*/u
const procedure = lenient(
  'thông qua(?: dự thảo)? (?:quy chế|bản|nội dung|kế hoạch|chương trình)|bỏ phiếu|bầu|suy tôn|bàn giao|yêu cầu các|đề nghị các|phát biểu|chúc mừng|báo cáo tổng kết|nhằm|là cơ sở|là dịp|kết quả chấm',
  'u',
)
const speech = lenient(
  'phát biểu(?: tại| chỉ đạo| kết luận)|yêu cầu|đề nghị (?:các|khối|cụm)|ghi nhận|biểu dương|chúc mừng|mong muốn|cho biết',
  'u',
)

/** What a semicolon lists inside a clause: papers, movements, people and capitals say no new deed. */
const names =
  /^(?:và |các |những )*(?:["“«]|(?:nghị (?:quyết|định)|chỉ thị|kết luận|kế hoạch|quyết định|thông báo|thông tư|chương trình|đề án|luật|quy (?:định|chế|ước)|hướng dẫn|công văn|phong trào|cuộc vận động|ông|bà|đồng chí|công tác|lĩnh vực|mô hình)(?!\p{L}))/u

/** Cuts a stretch at full stops and semicolons; a part that only names something belongs to the one before. */
function clausesOf(article: Article, part: Span): Span[] {
  const cuts = [part[0]]
  const ends = article.sentences.filter(({ start }) => start > part[0] && start < part[1]).map(({ start }) => start)
  const semicolons = [...article.text.slice(...part).matchAll(/;\s*/gu)].map(
    (found) => part[0] + found.index + found[0].length,
  )
  for (const at of [...ends, ...semicolons].sort((a, b) => a - b)) {
    if (ends.includes(at) || !names.test(article.flat.slice(at, at + 40))) cuts.push(at)
  }
  return cuts
    .map((start, index): Span => tidy(article, [start, cuts[index + 1] ?? part[1]]))
    .filter(([start, end]) => end - start >= 12)
}

function tidy(article: Article, [start, end]: Span): Span {
  const text = article.text.slice(start, end)
  const lead = leaders.exec(text)?.[0].length ?? 0
  return [start + lead, start + Math.max(lead, text.replace(/(?:[\s;,.…/]|(?<!\p{L})và)+$/u, '').length)]
}

/** Item lines, or sentences that begin with a deed, which go on with an opened list. */
function runOn(article: Article, from: Sentence, promised: (sentence: Sentence) => boolean): number {
  let end = from.end
  let paragraph = from.paragraph
  const following = article.sentences.slice(article.sentences.indexOf(from) + 1)
  for (const sentence of following) {
    const words = article.text.slice(sentence.start, sentence.end)
    const item = markKind(words) >= 0
    const begins = deed.test(article.flat.slice(sentence.start, sentence.start + 40).replace(leaders, ''))
    const near = sentence.paragraph <= paragraph + (item ? 1 : 0)
    if (!near || !promised(sentence) || !(item || begins)) break
    end = sentence.end
    paragraph = sentence.paragraph
  }
  return end
}

function listAfterColon(article: Article, sentence: Sentence): number | null {
  const words = article.flat.slice(sentence.start, sentence.end)
  const opened = opensList.exec(words)
  if (!opened || !aboutAgreement.test(words.slice(0, opened.index + opened[0].length))) return null
  const at = sentence.start + opened.index + opened[0].length
  const next = article.flat
    .slice(at, at + 60)
    .replace(leaders, '')
    .replace(/^["“]/u, '')
  return next.trim() === '' || deed.test(next) ? at : null
}

function markedPart(article: Article, sentence: Sentence): number | null {
  const words = article.flat.slice(sentence.start, sentence.end)
  if (sentence.loose || (speech.test(words) && !/đại diện các đơn vị/u.test(words))) return null
  const found = marker.exec(words)
  if (!found || procedure.test(words.slice(0, found.index))) return null
  const skip = introduces.exec(words.slice(found.index))?.[0].length ?? 0
  return sentence.start + found.index + skip
}

function inQuote(article: Article, at: number): boolean {
  return article.quotes.some(({ span }) => span[0] <= at && at < span[1])
}

type Promises = { readonly clauses: readonly Span[]; readonly end: number }

/** Clauses of a sentence that are long enough to say a deed. */
function clausesOfPart(article: Article, part: Span): Promises {
  const clauses = clausesOf(article, part).filter(
    ([start, end]) => flatBetween(article, start, end).split(' ').length >= 4,
  )
  return { clauses, end: part[1] }
}

/** What a sentence promises, and how far its promises run. */
function promisesAt(article: Article, sentence: Sentence, promised: (sentence: Sentence) => boolean): Promises | null {
  const agreed = agreedList(article, sentence)
  if (agreed) return { clauses: agreed.items, end: agreed.end }
  const listed = listAfterColon(article, sentence)
  if (listed !== null) return clausesOfPart(article, [listed, runOn(article, sentence, promised)])
  const marked = markedPart(article, sentence)
  return marked === null || inQuote(article, marked) ? null : clausesOfPart(article, [marked, sentence.end])
}

/** Clauses of what is promised for the year, as the text has them. */
export function commitmentsOf(article: Article, outlook: ReadonlyMap<Sentence, Outlook>): Read<string>[] {
  const promised = (sentence: Sentence) => outlook.get(sentence) !== 'reviewed'
  const clauses: Span[] = []
  let end = 0
  for (const sentence of article.sentences.filter(promised)) {
    const found = sentence.start < end ? null : promisesAt(article, sentence, promised)
    if (found === null) continue
    clauses.push(...found.clauses)
    end = found.end
  }
  return clauses.slice(0, mostItems).map((span) => readSpan(article, span))
}
