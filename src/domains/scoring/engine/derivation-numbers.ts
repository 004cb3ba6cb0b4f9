import { compare, decimalText, exact, times, whole, type Exact } from '#platform/exact.ts'
import type { Locale } from '#platform/words.ts'
import { readExactText } from './exact-text.ts'

/** How one language writes what stands in the sentences of a derivation. */
export interface Writes {
  /** A number as it stands: "0,8"; a fraction without end to four decimals, with its sign of nearness: "≈ 0,6667". */
  readonly number: (text: string) => string
  /** Points that come out: at least two decimals, "2,00". */
  readonly points: (text: string) => string
  /** A share: "½", "⅔", else as a number. */
  readonly share: (text: string) => string
  /** A ratio as per cent: "0.8" is "80%". */
  readonly percent: (text: string) => string
  readonly day: (text: string) => string
  /** Whatever a fact may hold: a number, a day, yes or no, a text. */
  readonly value: (text: string) => string
}

const shares: Readonly<Record<string, string>> = { '0.5': '½', '0.25': '¼', '0.75': '¾', '1/3': '⅓', '2/3': '⅔' }
const looksExact = /^-?\d+(?:\.\d+)?(?:\/\d+)?$/u
const looksDay = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/u
const places = 4

function near(value: Exact): { text: string; same: boolean } {
  const text = decimalText(value, places)
  return { text, same: compare(exact(text), value) === 0 }
}

/** Decimal sign, minus, days, yes and no as the language writes them. */
export function writing(locale: Locale): Writes {
  const comma = (text: string) => (locale === 'vi' ? text.replace('.', ',') : text)
  const signed = (text: string) => comma(text.replace('-', '−'))
  const number = (text: string) => {
    if (!looksExact.test(text)) return text
    const { text: decimal, same } = near(readExactText(text))
    return `${same ? '' : '≈ '}${signed(decimal)}`
  }
  const points = (text: string) => {
    if (!looksExact.test(text)) return text
    const { text: decimal, same } = near(readExactText(text))
    const [before = '', part = ''] = decimal.split('.')
    return `${same ? '' : '≈ '}${signed(`${before}.${part.padEnd(2, '0')}`)}`
  }
  const percent = (text: string) => {
    const { text: decimal } = near(times(readExactText(text), whole(100)))
    return `${signed(decimal)}%`
  }
  const day = (text: string) =>
    text.replace(looksDay, locale === 'vi' ? '$<day>/$<month>/$<year>' : '$<year>-$<month>-$<day>')
  const says: Readonly<Record<string, string>> =
    locale === 'vi' ? { true: 'có', false: 'không' } : { true: 'yes', false: 'no' }
  const value = (text: string) => says[text] ?? (looksDay.test(text) ? day(text) : number(text))
  return { number, points, share: (text) => shares[text] ?? number(text), percent, day, value }
}
