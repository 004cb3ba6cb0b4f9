import { decimalText, divided, exact, type Exact } from '#platform/exact.ts'

/** Exact text: "2.5" where the decimals end, "20/3" where they do not. */
export function exactText(value: Exact): string {
  if (value.under === 1) return String(value.over)
  let rest = BigInt(value.under)
  while (rest % 2n === 0n) rest /= 2n
  while (rest % 5n === 0n) rest /= 5n
  return rest === 1n ? decimalText(value, String(value.under).length * 4) : `${value.over}/${value.under}`
}

/** Reads what `exactText` wrote. */
export function readExactText(text: string): Exact {
  const [over = '', under = '1'] = text.split('/')
  return divided(exact(over), exact(under)) ?? exact(over)
}
