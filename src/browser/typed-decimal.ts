const places = 6
const scale = 10n ** BigInt(places)

const isGrouped = (text: string) => text.includes(',') || /^-?\d{1,3}(?:\.\d{3})+$/.test(text)

/** "1.234,5" or "1234.5" as millionths; nothing where no number stands. */
export function decimalOf(typed: string): bigint | null {
  const text = typed.replace(/[\s%]/gu, '')
  const plain = isGrouped(text) ? text.replaceAll('.', '').replace(',', '.') : text
  const found = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<part>\d{1,6}))?$/.exec(plain)?.groups
  if (found === undefined) return null
  const size = BigInt(found['whole'] ?? 0) * scale + BigInt((found['part'] ?? '').padEnd(places, '0'))
  return found['sign'] === '-' ? -size : size
}

export function shownDecimal(sum: bigint): string {
  const size = sum < 0n ? -sum : sum
  const whole = String(size / scale).replace(/\B(?=(?:\d{3})+$)/g, '.')
  const part = String(size % scale)
    .padStart(places, '0')
    .replace(/0+$/, '')
  return `${sum < 0n ? '-' : ''}${whole}${part === '' ? '' : `,${part}`}`
}
