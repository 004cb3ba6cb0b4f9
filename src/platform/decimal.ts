/** An exact decimal as text, as `numeric` comes from the database: '-1234.5'. */
export type Decimal = string

interface Scaled {
  digits: bigint
  /** How many of the digits stand after the point. */
  scale: number
}

const shape = /^-?\d+(?:\.\d+)?$/

function read(text: Decimal): Scaled {
  if (!shape.test(text)) throw new Error(`not a decimal: ${text}`)
  const [whole = '0', fraction = ''] = text.split('.')
  return { digits: BigInt(whole + fraction), scale: fraction.length }
}

const atScale = ({ digits, scale }: Scaled, wanted: number) => digits * 10n ** BigInt(wanted - scale)

/** Without zeros at the end, and never '-0'. */
function write({ digits, scale }: Scaled): Decimal {
  const sign = digits < 0n ? '-' : ''
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const whole = text.slice(0, text.length - scale)
  const fraction = text.slice(text.length - scale).replace(/0+$/, '')
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

function both(one: Decimal, other: Decimal, join: (one: bigint, other: bigint) => bigint): Scaled {
  const [left, right] = [read(one), read(other)]
  const scale = Math.max(left.scale, right.scale)
  return { digits: join(atScale(left, scale), atScale(right, scale)), scale }
}

export const add = (one: Decimal, other: Decimal): Decimal => write(both(one, other, (a, b) => a + b))
export const subtract = (one: Decimal, other: Decimal): Decimal => write(both(one, other, (a, b) => a - b))
export const sumOf = (all: readonly Decimal[]): Decimal => all.reduce(add, '0')

export function multiply(one: Decimal, other: Decimal): Decimal {
  const [left, right] = [read(one), read(other)]
  return write({ digits: left.digits * right.digits, scale: left.scale + right.scale })
}

const magnitude = (value: bigint) => (value < 0n ? -value : value)

/** To so many places, half away from zero; nothing when the divisor is zero. */
export function divide(one: Decimal, other: Decimal, places = 6): Decimal | undefined {
  const [left, right] = [read(one), read(other)]
  if (right.digits === 0n) return undefined
  const scale = Math.max(left.scale, right.scale)
  const [above, below] = [atScale(left, scale) * 10n ** BigInt(places), atScale(right, scale)]
  const rounded = (2n * magnitude(above) + magnitude(below)) / (2n * magnitude(below))
  return write({ digits: above < 0n === below < 0n ? rounded : -rounded, scale: places })
}

/** Below zero, zero or above it, as `toSorted` wants it. */
export function compare(one: Decimal, other: Decimal): number {
  const { digits } = both(one, other, (a, b) => a - b)
  return Number(digits > 0n) - Number(digits < 0n)
}

/** To so many places, half away from zero. */
export const round = (value: Decimal, places: number): Decimal => divide(value, '1', places) ?? value
export const isZero = (value: Decimal) => compare(value, '0') === 0
export const sizeOf = (value: Decimal): Decimal => value.replace(/^-/, '')
