import type { Span } from './draft.ts'

/**
 * Can a syllable be Vietnamese? Checked by structure only: onset, rhyme, and the rule that a rhyme ending
 * in -p, -t, -c or -ch carries sắc or nặng. No dictionary.
 */
const onset = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?'
const openRhymes =
  'a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|iêu|yêu|oa|oai|oao|oay|oe|oeo|oi|ôi|ơi|ua|uê|ui|uôi|uơ|uy|uya|uyu|uây|uâu|ưa|ưi|ươi|ươu|ưu|uai|uao|uay|ue|ueo'
const nasalRhymes =
  '(?:a|ă|â|e|i|o|ô|ơ|u|iê|yê|oa|oă|oe|uâ|uô|ươ|ê|uyê|uy|ua|uă)(?:m|n)|(?:a|ă|â|e|o|ô|u|ư|iê|yê|oa|oă|uâ|uô|ươ|ua|uă|oo)ng|(?:a|ê|i|oa|uê|uy|ua)nh'
const stopRhymes =
  '(?:a|ă|â|e|ê|i|o|ô|ơ|u|ư|iê|yê|oa|oă|oe|uâ|uô|ươ|uyê|uy|ua|uă)[pt]|(?:a|ă|â|e|i|o|ô|u|ư|iê|oa|oă|uô|ươ|uâ|oo|ua|uă)c|(?:a|ê|i|oa|uê|uy|ua)ch'
const stopped = new RegExp(`^${onset}(?:${stopRhymes})$`, 'u')
const open = new RegExp(`^${onset}(?:${openRhymes}|${nasalRhymes})$`, 'u')

const tones = { sắc: '\u0301', nặng: '\u0323' }
const anyTone = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** Words of other languages that Vietnamese papers print bare. */
const borrowed = new Set([
  'top',
  'test',
  'set',
  'net',
  'pop',
  'kit',
  'chat',
  'clip',
  'web',
  'app',
  'hot',
  'vip',
  'doc',
  'hat',
  'mic',
  'jat',
])

/** Compounds of the field in which the bare syllable is a slip for one certain word. */
const compounds: Readonly<Record<string, string>> = {
  'kip thời': 'kịp',
  'phat động': 'phát',
  'phat triển': 'phát',
  'phat huy': 'phát',
  'tât cả': 'tất',
  'xuât sắc': 'xuất',
  'xuất săc': 'sắc',
  'tôt đẹp': 'tốt',
  'thiêt thực': 'thiết',
  'kêt quả': 'kết',
  'ký kêt': 'kết',
  'đoàn kêt': 'kết',
  'săc màu': 'sắc',
  'câp trên': 'cấp',
  'đươc giao': 'được',
  'thưc hiện': 'thực',
  'tich cực': 'tích',
  'cac đơn': 'các',
  'hoc tập': 'học',
  'phuc vụ': 'phục',
  'măt trận': 'mặt',
}

export type Slip = { readonly word: string; readonly span: Span; readonly corrections: readonly string[] }

function withTone(word: string, tone: string): string {
  const letters = word.normalize('NFD')
  const nucleus = [...letters.matchAll(/[aeiouy][\u0302\u0306\u031b]?/gu)].at(-1)
  if (!nucleus) return word
  const at = nucleus.index + nucleus[0].length
  return (letters.slice(0, at) + tone + letters.slice(at)).normalize('NFC')
}

function toneless(word: string): string {
  return word.normalize('NFD').replace(anyTone, '').normalize('NFC')
}

/** Sắc or nặng: as the same text has it elsewhere, else as a known compound has it, else both. */
function correctionsOf(word: string, next: string, vocabulary: ReadonlySet<string>): string[] {
  const both = [withTone(toneless(word), tones.nặng), withTone(toneless(word), tones.sắc)]
  const certain = compounds[`${word} ${next}`]
  const seen = both.filter((each) => vocabulary.has(each))
  if (certain !== undefined) return [certain]
  return seen.length === 1 ? seen : both
}

/** Is this a syllable that ends in a stop but carries no tone, or the wrong one? */
function lacksTone(word: string): boolean {
  if (borrowed.has(word) || !stopped.test(toneless(word))) return false
  const tone = word.normalize('NFD').match(anyTone)?.[0]
  return tone !== tones.sắc && tone !== tones.nặng
}

/** Marked like Vietnamese, yet of no Vietnamese shape. */
function isMisshapen(word: string): boolean {
  const bare = toneless(word)
  const marked = word !== word.normalize('NFD').replace(/\p{M}/gu, '')
  return marked && word.length <= 8 && !stopped.test(bare) && !open.test(bare)
}

/** Lower-case words between two offsets that look misspelt. */
export function slipsIn(text: string, part: Span): Slip[] {
  const vocabulary = new Set(text.toLowerCase().match(/\p{L}+/gu))
  const words = [...text.slice(...part).matchAll(/(?<![\p{L}\p{N}.@/-])\p{Ll}+(?![\p{L}\p{N}@])/gu)]
  return words.flatMap((found, index) => {
    const [word] = found
    const span: Span = [part[0] + found.index, part[0] + found.index + word.length]
    if (lacksTone(word))
      return [{ word, span, corrections: correctionsOf(word, words[index + 1]?.[0] ?? '', vocabulary) }]
    return isMisshapen(word) ? [{ word, span, corrections: [] }] : []
  })
}
