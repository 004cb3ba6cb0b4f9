import type { Article, Sentence } from './article.ts'
import { lenient } from './flatten.ts'

/** Does a sentence look back at what was done, or ahead to what is promised? */
export type Outlook = 'promised' | 'reviewed'

const promising = lenient(
  [
    'ký(?: kết)?(?: bản| các)? giao ước|lễ ký|nội dung giao ước|giao ước thi đua|phương hướng|thời gian tới|trong năm tới|cam kết|quyết tâm|theo đó',
    'đã thống nhất|thống nhất|tập trung vào|sẽ|phát động(?! đã)|hưởng ứng phong trào|nhiệm vụ trọng tâm|nhất trí',
  ].join('|'),
  'u',
)
const reviewing = lenient(
  [
    '(?:trong )?năm qua|thời gian qua|qua các phong trào|kết quả đạt được|nhìn lại|nổi bật là|đánh giá kết quả|tổng kết phong trào|báo cáo tổng kết|trong năm học qua',
    'đã (?:tích cực|tổ chức|thực hiện|triển khai|hoàn thành|đạt|hưởng ứng|bám sát|góp phần|xây dựng|phối hợp|chủ động|vận động|hỗ trợ|có|xuất hiện|luôn|vượt|giúp|đẩy mạnh)',
    'đạt (?:nhiều|được)|hỗ trợ được|được (?:công nhận|tặng|ghi nhận|biểu dương)|toàn khối đạt',
  ].join('|'),
  'u',
)
const firmPromise = lenient(
  '(?:đã |cùng |tiến hành |tổ chức )*(?:ký(?: kết)?(?: bản)? giao ước|thống nhất (?:nội dung )?giao ước|phát động(?: phong trào)? thi đua|quyết tâm|cam kết)|(?<!đã |mục tiêu )phấn đấu|năm tới|sẽ|nội dung giao ước',
  'u',
)
const yearWord = /năm(?: học)? (?<year>20\d{2})/gu

function yearsOutlook(words: string, year: number | null): Outlook | null {
  const years = [...words.matchAll(yearWord)].map((found) => Number(found.groups?.['year']))
  if (year === null || years.length === 0) return null
  if (years.every((each) => each < year)) return 'reviewed'
  return years.includes(year) ? 'promised' : null
}

function outlookOf(words: string, year: number | null): Outlook | null {
  const byYear = yearsOutlook(words, year)
  if (byYear !== 'reviewed' && firmPromise.test(words)) return 'promised'
  if (byYear === 'reviewed' || reviewing.test(words)) return 'reviewed'
  return promising.test(words) ? 'promised' : byYear
}

/** A sentence that tells neither goes on as the one before it. */
export function outlooks(article: Article, year: string | null): ReadonlyMap<Sentence, Outlook> {
  const first = year === null ? null : Number(year.slice(0, 4))
  const all = new Map<Sentence, Outlook>()
  let current: Outlook = 'promised'
  for (const sentence of article.sentences) {
    current = outlookOf(article.flat.slice(sentence.start, sentence.end), first) ?? current
    all.set(sentence, current)
  }
  return all
}
