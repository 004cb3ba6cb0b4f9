import { foldWord, spokenWord, wordsIn } from './folded.ts'

/** Words that stand together, as '152/2025/NĐ-CP' or "in quotes". */
type Term = readonly string[]

/** What an abbreviation stands for, folded: 'lhpn' → [['lien', 'hiep', 'phu', 'nu']]. */
export type Expansions = ReadonlyMap<string, readonly (readonly string[])[]>

const longestQuery = 200
const mostTerms = 16
const mostRankedMeanings = 8

export function termsOf(text: string): Term[] {
  const pieces =
    text
      .normalize('NFC')
      .slice(0, longestQuery)
      .match(/"[^"]*"|[^\s"]+/gu) ?? []
  return pieces
    .map(wordsIn)
    .filter((term) => term.length > 0)
    .slice(0, mostTerms)
}

const inOrder = (words: readonly string[]) => {
  const joined = words.map((word) => `'${word}'`).join(' <-> ')
  return words.length === 1 ? joined : `(${joined})`
}

/** Words of two to eight letters that nobody could say, or in capitals: LHPN, MTTQ, UBND. */
export function abbreviationsIn(terms: readonly Term[]): string[] {
  const isShort = (word: string) =>
    /^\p{L}{2,8}$/u.test(word) && (word === word.toUpperCase() || !/[aeiouy]/.test(foldWord(word)))
  return [...new Set(terms.filter(({ length }) => length === 1).flatMap((term) => term.filter(isShort).map(foldWord)))]
}

/** The same question in the ways PostgreSQL is asked it. Every lexeme is letters and digits alone. */
export interface SearchQuery {
  /** All words, folded. */
  all: string
  /** The same as far as it tells one text from another: of a misspelt word hundreds may be meant. */
  ranked: string
  /** All words in their order, folded. */
  phrase: string
  /** With tone marks: any word, all of them, all in order. */
  spokenAny: string
  spokenAll: string
  spokenPhrase: string
  /** The folded words as plain text, for likeness of letters. */
  plain: string
}

export function searchQueryOf(terms: readonly Term[], expansions: Expansions): SearchQuery {
  const folded = terms.map((term) => term.map(foldWord))
  const asTyped = terms.map((term) => term.map(spokenWord))
  const withMeanings = (most: number) =>
    folded
      .map((term) => {
        const meanings = term.length === 1 ? (expansions.get(term[0] ?? '') ?? []) : []
        const counts = meanings.length > 0 && meanings.length <= most
        return counts ? `(${[term, ...meanings].map(inOrder).join(' | ')})` : inOrder(term)
      })
      .join(' & ')
  return {
    all: withMeanings(Infinity),
    ranked: withMeanings(mostRankedMeanings),
    phrase: inOrder(folded.flat()),
    spokenAny: asTyped.map(inOrder).join(' | '),
    spokenAll: asTyped.map(inOrder).join(' & '),
    spokenPhrase: inOrder(asTyped.flat()),
    plain: folded.flat().join(' '),
  }
}
