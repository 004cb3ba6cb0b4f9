const grouped = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/u
const decimal = /^[-−–+]?\d+(?:[.,]\d+)?$/u
const fraction = /^\d+\/\d+$/u

/** A number as people type it, as data writes it: "2,5" → "2.5", "1.000" → "1000"; nothing where it is none. */
export function plainDecimal(text: string): string | undefined {
  const typed = text.trim().replaceAll(/\s/gu, '')
  if (grouped.test(typed)) return typed.replaceAll('.', '').replace(',', '.')
  if (!decimal.test(typed)) return undefined
  return typed.replace(',', '.').replace(/^[−–]/u, '-').replace(/^\+/u, '')
}

/** What a field for points holds: a number, a fraction, or a formula as it was typed; nothing where it is empty. */
export function readAmount(text: string): number | string | undefined {
  const typed = text.trim()
  if (typed === '') return undefined
  const plain = plainDecimal(typed)
  if (plain === undefined) return fraction.test(typed.replaceAll(' ', '')) ? typed.replaceAll(' ', '') : typed
  return String(Number(plain)) === plain ? Number(plain) : plain
}

/** … and back, with a decimal comma. */
export function writeAmount(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value !== 'number' && typeof value !== 'string') return ''
  const text = String(value)
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? text.replace('.', ',') : text
}
