import { compare, type Exact } from '#platform/exact.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Answer, Making, Place } from '../engine/giving.ts'
import { exactAmount, type Amount } from '../table/amount.ts'
import { answerText, asks, yes, type Found } from '../giving/answers.ts'

/** A range with explicit ends, as tiers and matrices write it. */
export interface WrittenBand {
  readonly from?: Amount | undefined
  readonly above?: Amount | undefined
  readonly to?: Amount | undefined
  readonly below?: Amount | undefined
  readonly is?: string | number | boolean | readonly (string | number)[] | undefined
  readonly when?: string | number | boolean | undefined
}

export interface Band {
  readonly low: Exact | null
  readonly high: Exact | null
  readonly values: { from: string; above: string; to: string; below: string; is: string }
  /** Whether the value lies in it; a value that cannot be compared with numbers asks. */
  readonly holds: (place: Place, value: Answer | null) => Found<boolean>
}

type Side = { readonly end: Exact; readonly fits: (difference: -1 | 0 | 1) => boolean }

function sides({ from, above, to, below }: WrittenBand): readonly Side[] {
  const side = (written: Amount | undefined, fits: Side['fits']) =>
    written === undefined ? [] : [{ end: exactAmount(written), fits }]
  return [
    ...side(from, (difference) => difference >= 0),
    ...side(above, (difference) => difference > 0),
    ...side(to, (difference) => difference <= 0),
    ...side(below, (difference) => difference < 0),
  ]
}

const plainDecimal = /^-?\d+(?:\.\d+)?$/u

/** Whether a value equals what the table writes: a number by its size, anything else by its text. */
function equals(value: Answer, written: string | number | boolean): boolean {
  if (value.is !== 'number') return answerText(value).normalize('NFC') === String(written).normalize('NFC')
  const isNumber = typeof written !== 'boolean' && plainDecimal.test(String(written))
  return isNumber && compare(value.number, exactAmount(written)) === 0
}

const listed = (is: WrittenBand['is']): readonly (string | number | boolean)[] =>
  is === undefined ? [] : typeof is === 'object' ? is : [is]

const amountText = (written: Amount | undefined) => (written === undefined ? '' : exactText(exactAmount(written)))

const written = (band: WrittenBand): Band['values'] => ({
  from: amountText(band.from),
  above: amountText(band.above),
  to: amountText(band.to),
  below: amountText(band.below),
  is: listed(band.is).join('|'),
})

function within(value: Answer | null, ends: readonly Side[], is: WrittenBand['is']): Found<boolean> {
  if (value === null) return { found: true }
  if (is !== undefined && !listed(is).some((one) => equals(value, one))) return { found: false }
  if (ends.length === 0) return { found: true }
  if (value.is !== 'number') return { unanswered: asks('asks.notNumber', { value: answerText(value) }) }
  return { found: ends.every(({ end, fits }) => fits(compare(value.number, end))) }
}

export function band(making: Making, source: WrittenBand): Band {
  const ends = sides(source)
  const when = source.when === undefined ? null : making.formula(source.when)
  const [low, high] = [source.from ?? source.above, source.to ?? source.below]
  return {
    low: low === undefined ? null : exactAmount(low),
    high: high === undefined ? null : exactAmount(high),
    values: written(source),
    holds: (place, value) => {
      const inside = within(value, ends, source.is)
      return when === null || 'unanswered' in inside || !inside.found ? inside : yes(when(place))
    },
  }
}

/** A value to set against bands, or why there is none. */
export function bandValue(answer: Answer): Found<Answer> {
  if (answer.is === 'missing') return { unanswered: { standing: 'missing', needs: answer.needs } }
  if (answer.is === 'not_assigned') return { unanswered: { standing: 'not_assigned' } }
  if (answer.is === 'asks') return { unanswered: { standing: 'asks', says: answer.says, values: answer.values } }
  return { found: answer }
}
