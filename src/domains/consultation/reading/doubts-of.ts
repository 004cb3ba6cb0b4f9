import { clauseMark, pointMark } from './heading-marks.ts'
import { isHeading, textOf, type Provision, type ReadingDoubt } from './provision.ts'

/** The letters of points in the order of Vietnamese drafting: no f, j, w, z. */
const letters = 'abcdđeghiklmnopqrstuvxy'

const romanValues: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

function romanNumber(text: string): number {
  const values = text
    .toUpperCase()
    .split('')
    .map((sign) => romanValues[sign] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}

/** "12" and "12a" are both 12; "IV" is 4. */
const numberOf = (text: string) => (/^\d/u.test(text) ? Number.parseInt(text, 10) : romanNumber(text))

function aboutNumbers(provisions: readonly Provision[]): ReadingDoubt[] {
  const counted = provisions
    .map((provision, index) => ({ ...provision, index, value: numberOf(provision.number) }))
    .filter(({ kind }) => kind === 'article' || kind === 'item')
  return counted.flatMap(({ kind, number, index, value }, place): ReadingDoubt[] => {
    const before = counted.slice(0, place)
    if (before.some((other) => other.kind === kind && other.number === number)) {
      return [{ kind: 'repeated', index, found: number, expected: '' }]
    }
    const last = before.at(-1)?.value ?? 0
    // "12a" follows "12" without a gap.
    const follows = value === last + 1 || value === last
    return follows ? [] : [{ kind: 'gap', index, found: number, expected: String(last + 1) }]
  })
}

/** Clauses count from 1 within a provision. */
function clauseDoubts(lines: readonly string[], index: number): ReadingDoubt[] {
  const numbers = lines.flatMap((line) => clauseMark.exec(line)?.groups?.['number'] ?? []).map(Number)
  return numbers.flatMap((number, place): ReadingDoubt[] => {
    const last = numbers[place - 1] ?? 0
    const kind = number <= last ? 'clauseRepeated' : 'clauseGap'
    return number === last + 1 ? [] : [{ kind, index, found: String(number), expected: String(last + 1) }]
  })
}

/** Points begin with a) in each clause. */
function pointDoubts(lines: readonly string[], index: number): ReadingDoubt[] {
  const doubts: ReadingDoubt[] = []
  let expected = 'a'
  for (const line of lines) {
    const letter = pointMark.exec(line)?.groups?.['number']
    if (letter === undefined) {
      if (clauseMark.test(line)) expected = 'a'
      continue
    }
    if (letter !== expected) doubts.push({ kind: 'pointGap', index, found: letter, expected })
    expected = letters.charAt(letters.indexOf(letter) + 1)
  }
  return doubts
}

const aboutClauses = ({ body }: Provision, index: number) => {
  const lines = body.split('\n')
  return [...clauseDoubts(lines, index), ...pointDoubts(lines, index)]
}

/** A person looks at these before the text is opened: what is left out or stands twice may be the reader's fault. */
export function doubtsOf(provisions: readonly Provision[]): ReadingDoubt[] {
  const within = provisions.flatMap((provision, index): ReadingDoubt[] => {
    if (isHeading(provision)) return []
    const isEmpty = textOf(provision) === ''
    const empty: ReadingDoubt[] = isEmpty ? [{ kind: 'empty', index, found: provision.number, expected: '' }] : []
    // Amending articles quote clauses of another law, which keep that law's numbers.
    return provision.body.includes('“') ? empty : [...empty, ...aboutClauses(provision, index)]
  })
  return [...aboutNumbers(provisions), ...within].toSorted((one, other) => one.index - other.index)
}
