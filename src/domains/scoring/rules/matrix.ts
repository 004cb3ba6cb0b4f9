import { bilingual, step } from '../engine/derivation-words.ts'
import type { Answer, Given, Maker, Making, Place } from '../engine/giving.ts'
import type { Wording } from '../table/amount.ts'
import type { RuleOf } from '../table/rule.ts'
import { answerText, give, lacking, number, optionalPoints, tell, together, type Found } from '../giving/answers.ts'
import { band, bandValue } from '../giving/bands.ts'

type Axis = RuleOf<'matrix'>['rows']

interface Placed {
  readonly value: Answer
  /** Which band holds the value; −1: none. */
  readonly at: number
}

function makeAxis(making: Making, axis: Axis) {
  const of = making.formula(axis.of)
  const bands = axis.bands.map((one) => band(making, one))
  return (place: Place): Found<Placed> => {
    const value = bandValue(of(place))
    if ('unanswered' in value) return value
    for (const [at, one] of bands.entries()) {
      const holds = one.holds(place, value.found)
      if ('unanswered' in holds) return holds
      if (holds.found) return { found: { value: value.found, at } }
    }
    return { found: { value: value.found, at: -1 } }
  }
}

/** What a band is called in the sentence: its words, or the value that lies in it. */
function named(axis: Axis, { at, value }: Placed) {
  const text: Wording | undefined = axis.bands[at]?.text
  return text === undefined ? { vi: answerText(value), en: answerText(value) } : bilingual(text)
}

/** Points by two bands at once; a cell that the table leaves open is said, never guessed. */
export const matrix: Maker<RuleOf<'matrix'>> = (rule, making) => {
  const [rows, columns] = [makeAxis(making, rule.rows), makeAxis(making, rule.columns)]
  const cells = rule.points.map((row) => row.map((points) => optionalPoints(making, points ?? undefined)))
  const otherwise = optionalPoints(making, rule.otherwise)

  const giveNone = (place: Place, row: Answer, column: Answer): Given => {
    const shown = () => ({ row: answerText(row), column: answerText(column) })
    if (otherwise !== undefined) {
      return give(number(otherwise(place)), place, (points) => step('matrix.otherwise', { ...shown(), points }))
    }
    tell(place, () => step('matrix.none', shown()))
    return { standing: 'no_tier' }
  }
  const giveCell = (place: Place, row: Placed, column: Placed): Given => {
    const cell = cells[row.at]?.[column.at]
    if (cell === undefined) return giveNone(place, row.value, column.value)
    return give(number(cell(place)), place, (points) => {
      const [r, c] = [named(rule.rows, row), named(rule.columns, column)]
      return step('matrix.cell', { row: r.vi, rowEn: r.en, column: c.vi, columnEn: c.en, points })
    })
  }
  return (place) => {
    const [row, column] = [rows(place), columns(place)]
    if ('unanswered' in row || 'unanswered' in column) return together(lacking([row, column]))
    return giveCell(place, row.found, column.found)
  }
}
