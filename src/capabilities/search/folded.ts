import { withoutMarks } from '#platform/fold.ts'

const wordPattern = /[\p{L}\p{N}]+/gu

/** A word as the index folds it: without marks, y and i at the end for one. */
export const foldWord = (word: string) => withoutMarks(word).replace(/y$/, 'i')

export const wordsIn = (text: string) => text.normalize('NFC').match(wordPattern) ?? []

const marked: Readonly<Record<string, string>> = {
  oà: 'òa', oá: 'óa', oả: 'ỏa', oã: 'õa', oạ: 'ọa',
  oè: 'òe', oé: 'óe', oẻ: 'ỏe', oẽ: 'õe', oẹ: 'ọe',
  uỳ: 'ùy', uý: 'úy', uỷ: 'ủy', uỹ: 'ũy', uỵ: 'ụy',
} // prettier-ignore

const asI: Readonly<Record<string, string>> = { y: 'i', ỳ: 'ì', ý: 'í', ỷ: 'ỉ', ỹ: 'ĩ', ỵ: 'ị' }

/** One spelling for words that are written in two: hoà and hòa, uỷ and ủy, kỹ and kĩ. */
export function spokenWord(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<![qQ])(?:oà|oá|oả|oã|oạ|oè|oé|oẻ|oẽ|oẹ|uỳ|uý|uỷ|uỹ|uỵ)$/u, (end) => marked[end] ?? end)
    .replace(/(?<=[bcdđghklmnprstvx])[yỳýỷỹỵ]$/u, (end) => asI[end] ?? end)
}

/** A whole text in that spelling, words alone. */
export const spokenText = (text: string) => wordsIn(text).map(spokenWord).join(' ')
