import { RuleViolation } from '#platform/errors.ts'
import { exchangeField, fitsShape, shapeOf, type ExchangeField, type ExchangeKind } from './profile.ts'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new RuleViolation('exchange.notJson')
  }
}

function checkSource(kind: ExchangeKind, { key, source, format }: ExchangeField) {
  const shape = shapeOf(kind, source)
  if (shape === undefined) throw new RuleViolation('exchange.unknownSource', { key, source })
  if (!fitsShape(shape, format)) throw new RuleViolation('exchange.wrongFormat', { key, source, format })
}

const mostFields = 100

/** The list of fields as it was typed in JSON; the first fault is said in a sentence. */
export function readFields(kind: ExchangeKind, text: string): ExchangeField[] {
  const given = parsed(text)
  if (!Array.isArray(given) || given.length === 0 || given.length > mostFields) {
    throw new RuleViolation('exchange.noList', { most: mostFields })
  }
  const seen = new Set<string>()
  return given.map((one: unknown, index) => {
    const result = exchangeField.safeParse(one)
    if (!result.success) {
      const part = result.error.issues[0]?.path.join('.') ?? ''
      throw new RuleViolation('exchange.badField', { number: index + 1, part })
    }
    const field = result.data
    checkSource(kind, field)
    if (seen.has(field.key)) throw new RuleViolation('exchange.keyTwice', { key: field.key })
    seen.add(field.key)
    return field
  })
}
