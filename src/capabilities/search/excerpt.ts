import { foldWord } from './folded.ts'

/** A stretch of a text as it is written; `found` is what was searched for. Joined they are the text, mark for mark. */
export interface Stretch {
  text: string
  found: boolean
}

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu
const furthest = 60_000

interface Place {
  start: number
  end: number
  word: string
}

function placesOf(text: string, wanted: ReadonlySet<string>): Place[] {
  return [...text.slice(0, furthest).matchAll(wordPattern)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, word: foldWord(match[0]) }))
    .filter(({ word }) => wanted.has(word))
}

/** The start of the stretch of `length` in which most different words stand. */
function bestStart(places: readonly Place[], length: number): number {
  let best = { start: places[0]?.start ?? 0, count: 0 }
  for (const [index, { start }] of places.entries()) {
    const within = places.slice(index, index + 24).filter(({ end }) => end <= start + length)
    const count = new Set(within.map(({ word }) => word)).size
    if (count > best.count) best = { start, count }
  }
  return best.start
}

/** Never inside a word, so that no letter loses its mark. */
function cutAround(text: string, from: number, length: number): { start: number; end: number } {
  const lead = Math.max(0, from - Math.floor(length / 4))
  const start = lead === 0 ? 0 : text.lastIndexOf(' ', lead) + 1
  if (start + length >= text.length) return { start, end: text.length }
  const space = text.lastIndexOf(' ', start + length)
  return { start, end: space > start ? space : start + length }
}

/** All of a text, with the found words apart. */
export function stretchesOf(text: string, folded: Iterable<string>): Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  for (const { start, end } of placesOf(text, new Set(folded))) {
    if (start > at) stretches.push({ text: text.slice(at, start), found: false })
    stretches.push({ text: text.slice(start, end), found: true })
    at = end
  }
  return at < text.length ? [...stretches, { text: text.slice(at), found: false }] : stretches
}

/** The part of a text that shows best why it was found; an ellipsis stands where it was cut. */
export function excerptOf(text: string, folded: Iterable<string>, length = 220): Stretch[] {
  const flat = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const wanted = new Set(folded)
  const { start, end } = cutAround(flat, bestStart(placesOf(flat, wanted), length), length)
  const shown = stretchesOf(flat.slice(start, end), wanted)
  const gap = { text: '…', found: false }
  return [...(start > 0 ? [gap] : []), ...shown, ...(end < flat.length ? [gap] : [])]
}
