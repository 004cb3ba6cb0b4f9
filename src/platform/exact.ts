/** An exact number: a fraction in lowest terms, its denominator positive. Never a binary float. */
export interface Exact {
  readonly over: bigint
  readonly under: bigint
}

function divisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

function exactly(over: bigint, under: bigint): Exact {
  const sign = under < 0n ? -1n : 1n
  const common = divisor(over, under * sign)
  return { over: (over * sign) / common, under: (under * sign) / common }
}

export const zero: Exact = { over: 0n, under: 1n }

const decimal = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<part>\d+))?$/u

/** Reads what `numeric` of PostgreSQL writes: "-1234.50". */
export function exact(text: string): Exact {
  const { sign = '', whole, part = '' } = decimal.exec(text)?.groups ?? {}
  if (whole === undefined) throw new Error(`no decimal: ${text}`)
  return exactly(BigInt(`${sign}${whole}${part}`), 10n ** BigInt(part.length))
}

export const plus = (a: Exact, b: Exact) => exactly(a.over * b.under + b.over * a.under, a.under * b.under)
export const minus = (a: Exact, b: Exact) => exactly(a.over * b.under - b.over * a.under, a.under * b.under)
export const times = (a: Exact, b: Exact) => exactly(a.over * b.over, a.under * b.under)

/** Nothing when the second is zero. */
export const divided = (a: Exact, b: Exact): Exact | null =>
  b.over === 0n ? null : exactly(a.over * b.under, a.under * b.over)

/** Below, at or above zero: whether the first is less than, equal to or more than the second. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const difference = a.over * b.under - b.over * a.under
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

/** As decimal text, rounded half away from zero to so many places, without zeros at the end: "12.5". */
export function decimalText(value: Exact, places: number): string {
  const scaled = value.over * 10n ** BigInt(places)
  const size = scaled < 0n ? -scaled : scaled
  const rounded = (size * 2n + value.under) / (value.under * 2n)
  const digits = String(rounded).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const part = digits.slice(digits.length - places).replace(/0+$/u, '')
  return `${scaled < 0n && rounded !== 0n ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`
}
