import type { FieldKind, RuleField } from './rule-form.ts'
import { readAmount, writeAmount } from './typed-amount.ts'

const listed = (text: string) =>
  text
    .split(/[;\n]|,\s/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')

const spoken: Readonly<Record<string, boolean>> = { có: true, đạt: true, true: true, không: false, false: false }

function readValue(text: string): unknown {
  const pieces = listed(text)
  const [only = ''] = pieces
  return pieces.length > 1 ? pieces.map(readAmount) : (spoken[only.toLowerCase()] ?? readAmount(only))
}

const readers: Readonly<Record<FieldKind, (text: string) => unknown>> = {
  tick: (text) => text === 'on',
  list: (text) => listed(text).map(readAmount),
  value: readValue,
  integer: (text) => Number(text.trim()),
  points: readAmount,
  formula: readAmount,
  words: (text) => text.trim(),
  choice: (text) => text.trim(),
}

/** What a field of the form says; nothing when it is empty. */
export const readField = ({ kind }: RuleField, text: string): unknown =>
  text.trim() === '' ? undefined : readers[kind](text)

/** The printed words, of a text that has a translation beside it. */
export function vietnameseOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'vi' in value ? vietnameseOf(value.vi) : ''
}

export function writeField({ kind }: RuleField, value: unknown): string {
  if (kind === 'tick') return value === true ? 'on' : ''
  if (Array.isArray(value)) return value.map(writeAmount).join('; ')
  return kind === 'words' ? vietnameseOf(value) : writeAmount(value)
}
