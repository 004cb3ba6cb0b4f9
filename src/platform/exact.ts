/**
 * An exact number: a fraction in lowest terms, its denominator positive. Never a binary float: both are whole, plain
 * numbers while both are safe integers (which is fast) and bigints beyond. One value has one form.
 */
export interface Exact {
  readonly over: number | bigint
  readonly under: number | bigint
}

const isSafe = (whole: number) => whole <= Number.MAX_SAFE_INTEGER && whole >= -Number.MAX_SAFE_INTEGER

/** In lowest terms, of safe integers. Adding zero turns −0, which is no other number, into 0. */
function lowest(over: number, under: number): Exact {
  if (under === 1) return { over: over + 0, under }
  let [a, b] = [over < 0 ? -over : over, under]
  while (b !== 0) {
    const rest = a % b
    a = b
    b = rest
  }
  return a === 1 ? { over, under } : { over: over / a + 0, under: under / a }
}

function divisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

const largestSafe = BigInt(Number.MAX_SAFE_INTEGER)

function lowestBig(over: bigint, under: bigint): Exact {
  const sign = under < 0n ? -1n : 1n
  const common = divisor(over, under * sign)
  const [above, below] = [(over * sign) / common, (under * sign) / common]
  const fits = below <= largestSafe && above <= largestSafe && above >= -largestSafe
  return fits ? { over: Number(above), under: Number(below) } : { over: above, under: below }
}

export const zero: Exact = { over: 0, under: 1 }
export const one: Exact = { over: 1, under: 1 }

/** A whole number that is safe. */
export const whole = (number: number): Exact => ({ over: number + 0, under: 1 })

const decimal = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<part>\d+))?$/u

/**
 * The decimal that a number of JSON prints. With at most fifteen digits there is one decimal for a number, so that
 * finding it needs no text; null where it has more, or more than four after the point.
 */
export function shortDecimal(number: number): Exact | null {
  if (Number.isSafeInteger(number)) return { over: number + 0, under: 1 }
  const scaled = Math.round(number * 10_000)
  return Math.abs(scaled) < 1e15 && scaled / 10_000 === number ? lowest(scaled, 10_000) : null
}

/** Reads what `numeric` of PostgreSQL writes: "-1234.50". */
export function exact(text: string): Exact {
  const { sign = '', whole: digits, part = '' } = decimal.exec(text)?.groups ?? {}
  if (digits === undefined) throw new Error(`no decimal: ${text}`)
  if (digits.length + part.length <= 15) return lowest(Number(`${sign}${digits}${part}`), 10 ** part.length)
  return lowestBig(BigInt(`${sign}${digits}${part}`), 10n ** BigInt(part.length))
}

const isPlain = (value: Exact): value is { over: number; under: number } => typeof value.over === 'number'

function plusBig(a: Exact, b: Exact): Exact {
  const [x, y] = [BigInt(a.under), BigInt(b.under)]
  return lowestBig(BigInt(a.over) * y + BigInt(b.over) * x, x * y)
}

function plusPlain(a: { over: number; under: number }, b: { over: number; under: number }): Exact | null {
  if (a.under === b.under) return isSafe(a.over + b.over) ? lowest(a.over + b.over, a.under) : null
  const one = a.over * b.under
  const other = b.over * a.under
  const under = a.under * b.under
  const isPlainStill = isSafe(one) && isSafe(other) && isSafe(one + other) && isSafe(under)
  return isPlainStill ? lowest(one + other, under) : null
}

export function plus(a: Exact, b: Exact): Exact {
  if (b.over === 0) return a
  if (a.over === 0) return b
  return (isPlain(a) && isPlain(b) ? plusPlain(a, b) : null) ?? plusBig(a, b)
}

export const negated = ({ over, under }: Exact): Exact => ({ over: typeof over === 'number' ? 0 - over : -over, under })
export const minus = (a: Exact, b: Exact): Exact => plus(a, negated(b))

const timesBig = (a: Exact, b: Exact) => lowestBig(BigInt(a.over) * BigInt(b.over), BigInt(a.under) * BigInt(b.under))

export function times(a: Exact, b: Exact): Exact {
  if (!isPlain(a) || !isPlain(b)) return timesBig(a, b)
  const over = a.over * b.over
  const under = a.under * b.under
  return isSafe(over) && isSafe(under) ? lowest(over, under) : timesBig(a, b)
}

/** Nothing when the second is zero. */
export function divided(a: Exact, b: Exact): Exact | null {
  const sign = signOf(b)
  if (sign === 0) return null
  const { over, under } = sign < 0 ? negated(b) : b
  const upsideDown = { over: under, under: over }
  return times(sign < 0 ? negated(a) : a, upsideDown)
}

export const signOf = ({ over }: Exact): -1 | 0 | 1 => (over > 0 ? 1 : over < 0 ? -1 : 0)

function comparePlain(a: { over: number; under: number }, b: { over: number; under: number }): -1 | 0 | 1 | null {
  const one = a.over * b.under
  const other = b.over * a.under
  if (!isSafe(one) || !isSafe(other)) return null
  return one === other ? 0 : one < other ? -1 : 1
}

/** Below, at or above zero: whether the first is less than, equal to or more than the second. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  if (a.under === b.under) return a.over === b.over ? 0 : a.over < b.over ? -1 : 1
  return (isPlain(a) && isPlain(b) ? comparePlain(a, b) : null) ?? signOf(minus(a, b))
}

function roundedBig(value: Exact, places: number): bigint {
  const [scaled, under] = [BigInt(value.over) * 10n ** BigInt(places), BigInt(value.under)]
  const size = scaled < 0n ? -scaled : scaled
  const rounded = (size * 2n + under) / (under * 2n)
  return scaled < 0n ? -rounded : rounded
}

/** How many units of the last place, half away from zero. */
function inLastPlace(value: Exact, places: number): number | bigint {
  if (!isPlain(value)) return roundedBig(value, places)
  const doubled = Math.abs(value.over) * 10 ** places * 2 + value.under
  if (places > 15 || doubled > Number.MAX_SAFE_INTEGER) return roundedBig(value, places)
  const below = value.under * 2
  const rounded = (doubled - (doubled % below)) / below
  return value.over < 0 ? -rounded : rounded
}

/** Rounded half away from zero to so many decimals. */
export function roundedTo(value: Exact, places: number): Exact {
  if (value.under === 1) return value
  const rounded = inLastPlace(value, places)
  if (typeof rounded === 'number' && places <= 15) return lowest(rounded, 10 ** places)
  return lowestBig(BigInt(rounded), 10n ** BigInt(places))
}

/** As decimal text, rounded half away from zero to so many places, without zeros at the end: "12.5". */
export function decimalText(value: Exact, places: number): string {
  if (value.under === 1) return String(value.over)
  const rounded = inLastPlace(value, places)
  const isNegative = rounded < 0
  const digits = String(isNegative ? -rounded : rounded).padStart(places + 1, '0')
  const part = digits.slice(digits.length - places).replace(/0+$/u, '')
  const before = `${isNegative ? '-' : ''}${digits.slice(0, digits.length - places)}`
  return places === 0 || part === '' ? before : `${before}.${part}`
}

/** The greatest whole number that is not more. */
export function floorOf(value: Exact): Exact {
  if (value.under === 1) return value
  const [over, under] = [BigInt(value.over), BigInt(value.under)]
  const quotient = over / under
  return lowestBig(over < 0n && over % under !== 0n ? quotient - 1n : quotient, 1n)
}
