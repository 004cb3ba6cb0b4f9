import { flatBetween, readSpan, sentenceAt, type Article, type Sentence } from './article.ts'
import type { Read } from './draft.ts'
import { lenient } from './flatten.ts'
import type { Outlook } from './outlook.ts'
import type { Quote } from './quotes.ts'

export type Theme = Read<string> & { readonly quote: Quote }

const governs = lenient(
  String.raw`(?:chủ đề|khẩu hiệu|phương châm|thông điệp)(?! (?:cuộc|hội (?:thi|thảo|nghị|diễn)|cộng đồng))[^."“”;]{0,90}`,
  'u',
)
const governing = new RegExp(`(?:${governs.source})\\s*$`, 'u')
/** "với chủ đề A và của Tỉnh ủy B": the second quote hangs on the first one's word. */
const goesOn = /^\s*(?:,|và|,\s*và)?\s*(?:(?:của|là|phương châm|khẩu hiệu)[^"“”;.]{0,60})?\s*$/u
const ofOther = lenient(
  String.raw`(?:hội thi|cuộc thi|hội thảo|tọa đàm|diễn đàn|chuyên đề|đại hội|ngày hội|triển lãm|chương trình nghệ thuật|hội diễn|phong trào thi đua)[^."“”]{0,50}`,
  'u',
)
const otherEnd = new RegExp(`(?:${ofOther.source})\\s*(?:với )?\\s*$`, 'u')

function isTheme(article: Article, quote: Quote, sentence: Sentence): boolean {
  const before = flatBetween(article, Math.max(sentence.start, quote.outer[0] - 120), quote.outer[0])
  const found = governing.exec(before)
  if (!found || /phong trào|cuộc vận động/u.test(found[0])) return false
  return !otherEnd.test(before.slice(0, found.index)) || /phong trào/u.test(before)
}

/** Quoted slogans of the year ahead, in order; one of last year's review is none. */
export function themesOf(article: Article, outlook: ReadonlyMap<Sentence, Outlook>): Theme[] {
  const themes: Theme[] = []
  for (const quote of article.quotes) {
    const sentence = sentenceAt(article, quote.outer[0])
    if (!sentence || outlook.get(sentence) === 'reviewed') continue
    const last = themes.at(-1)
    const linked =
      last &&
      sentenceAt(article, last.span[0]) === sentence &&
      goesOn.test(flatBetween(article, last.quote.outer[1], quote.outer[0]))
    if (linked || isTheme(article, quote, sentence)) themes.push({ ...readSpan(article, quote.span), quote })
  }
  return themes
}
