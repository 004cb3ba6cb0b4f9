import type { Box } from './picture-job.ts'
import type { Placed } from './pdf-letters.ts'

/** Letters without marks and in small: too much is covered rather than too little. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase()

interface Folded {
  text: string
  /** Which character of the page each letter of `text` comes from. */
  from: number[]
}

/** Blanks, ends of lines and marks that stand alone count for nothing: a number may be broken anywhere. */
function fold(letters: readonly string[]): Folded {
  const folded: Folded = { text: '', from: [] }
  for (const [index, letter] of letters.entries()) {
    const kept = plain(letter).replace(/\s/gu, '')
    folded.text += kept
    for (let at = 0; at < kept.length; at++) folded.from.push(index)
  }
  return folded
}

function* findAll(text: string, wanted: string): Generator<number> {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) yield at
}

/** A little more than the glyphs: what stands out of them tells letters too. */
const margin = 0.004

function boxOver(page: number, letters: readonly Placed[]): Box {
  const seen = letters.filter((letter) => letter.right > letter.left && letter.bottom > letter.top)
  const edge = (pick: (letter: Placed) => number, of: (...all: number[]) => number) => of(...seen.map(pick))
  const [left, top] = [edge((one) => one.left, Math.min) - margin, edge((one) => one.top, Math.min) - margin]
  const [right, bottom] = [edge((one) => one.right, Math.max) + margin, edge((one) => one.bottom, Math.max) + margin]
  return { page, left, top, width: right - left, height: bottom - top }
}

/** One box a line: a match that runs over the end of a line must not cover what lies between. */
function linesOf(letters: readonly Placed[]): Placed[][] {
  const lines: Placed[][] = []
  for (const letter of letters.filter((one) => one.right > one.left && one.bottom > one.top)) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    const isSame =
      last !== undefined && letter.top < last.bottom && letter.bottom > last.top && letter.right > last.left
    if (line !== undefined && isSame) line.push(letter)
    else lines.push([letter])
  }
  return lines
}

/** Boxes over every place of a page where one of the words stands, tone marks, capitals and blanks aside. */
export function findWords(page: number, letters: readonly Placed[], words: readonly string[]): Box[] {
  const { text, from } = fold(letters.map(({ letter }) => letter))
  return words.flatMap((word) => {
    const wanted = fold(word.split('')).text
    if (wanted === '') return []
    return [...findAll(text, wanted)].flatMap((at) => {
      const [first = 0, last = 0] = [from[at], from[at + wanted.length - 1]]
      return linesOf(letters.slice(first, last + 1)).map((line) => boxOver(page, line))
    })
  })
}
