import { findAll, type Article } from './article.ts'
import type { Read } from './draft.ts'
import { flatten } from './flatten.ts'

/** Provinces before and after July 2025: an article keeps the name of its day. */
const provinces = [
  'An Giang|Bà Rịa - Vũng Tàu|Bắc Giang|Bắc Kạn|Bạc Liêu|Bắc Ninh|Bến Tre|Bình Định|Bình Dương|Bình Phước|Bình Thuận|Cà Mau',
  'Cần Thơ|Cao Bằng|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương',
  'Hải Phòng|Hậu Giang|Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Long An|Nam Định',
  'Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh',
  'Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Thừa Thiên - Huế|Huế|Tiền Giang|Hồ Chí Minh|TP.HCM|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái',
]
  .join('|')
  .split('|')

const names = provinces.map((name) => flatten(name).replace(/\./gu, String.raw`\.\s?`)).join('|')
const governed = new RegExp(String.raw`(?<![\p{L}])(?:tỉnh|thành phố|tp\.?|báo)\s+(?<name>${names})(?![\p{L}])`, 'gu')
/** Ho Chi Minh alone is mostly the man. */
const alone = new RegExp(String.raw`(?<![\p{L}])(?!hồ chí|tp)(?<name>${names})(?![\p{L}])`, 'gu')

/** The province, where the text names one: first as "tỉnh X", else by its bare name when only one is named. */
export function placeOf(article: Article): Read<string> | null {
  const found = findAll(article, governed)
  const counts = new Map<string, number>()
  for (const { match } of found) {
    const name = match.groups?.['name'] ?? ''
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const bare = findAll(article, alone)
  const single = new Set(bare.map(({ match }) => match[0])).size === 1 ? bare[0] : undefined
  const best = found.toSorted((a, b) => (counts.get(nameIn(b)) ?? 0) - (counts.get(nameIn(a)) ?? 0))[0] ?? single
  if (!best) return null
  const start = best.end - nameIn(best).length
  return { value: article.text.slice(start, best.end), span: [start, best.end] }
}

function nameIn({ match }: { match: RegExpExecArray }): string {
  return match.groups?.['name'] ?? match[0]
}
