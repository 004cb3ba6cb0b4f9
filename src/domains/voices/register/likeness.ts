import { searchWords } from '#platform/fold.ts'

/** The share of words that two texts have in common, without tone marks and short words. */
export function likeness(one: string, other: string): number {
  const words = (text: string) => new Set(searchWords(text).filter((word) => word.length > 2))
  const [first, second] = [words(one), words(other)]
  const common = [...first].filter((word) => second.has(word)).length
  const all = first.size + second.size - common
  return all === 0 ? 0 : common / all
}
