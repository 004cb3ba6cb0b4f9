/** Those of Vietnamese words, folded. */
const letters = 'abcdeghiklmnopqrstuvxy'.split('')

const mayBeMisspelt = (word: string) => /^[a-z]{3,12}$/.test(word)

const withoutFirst = (rest: string) => (rest === '' ? [] : [rest.slice(1)])
const withTwoSwapped = ([one, two, ...more]: string) => (two === undefined ? [] : [`${two}${one}${more.join('')}`])
const withOtherFirst = (rest: string) => (rest === '' ? [] : letters.map((letter) => letter + rest.slice(1)))
const withOneMore = (rest: string) => letters.map((letter) => letter + rest)

/** Every word that is one slip of the finger away: a letter too many, one missing, a wrong one, two changed about. */
export function oneSlipFrom(word: string): string[] {
  if (!mayBeMisspelt(word)) return []
  const places = Array.from({ length: word.length + 1 }, (_none, at) => [word.slice(0, at), word.slice(at)] as const)
  const slips = places.flatMap(([before, rest]) =>
    [withoutFirst, withTwoSwapped, withOtherFirst, withOneMore]
      .flatMap((slip) => slip(rest))
      .map((end) => before + end),
  )
  return [...new Set(slips)].filter((slip) => slip !== word)
}
