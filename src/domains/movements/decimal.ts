import { z } from 'zod'

const shape = /^(?<whole>\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(?<part>\d{1,6}))?$/

/** A figure as people write it ("1.234,5", "85 %") as exact decimal text ("1234.5", "85"); nothing when it is none. */
export function readDecimal(written: string): string | undefined {
  const groups = shape.exec(written.replace(/\s*%$/u, '').replaceAll('\u00a0', ' ').trim())?.groups
  if (groups === undefined) return undefined
  const whole = (groups['whole'] ?? '').replace(/[. ]/g, '').replace(/^0+(?=\d)/, '')
  const part = (groups['part'] ?? '').replace(/0+$/, '')
  if (whole.length > 15) return undefined
  return part === '' ? whole : `${whole}.${part}`
}

/** A field for a figure; an empty one is missing, which is never zero. */
export const optionalDecimal = () =>
  z.preprocess(
    (text) => (typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined),
    z
      .string()
      .transform((text, context) => {
        const value = readDecimal(text)
        if (value !== undefined) return value
        context.addIssue({ code: 'custom', message: '' })
        return z.NEVER
      })
      .optional(),
  )

/** A field for a count of people or things. */
export const optionalCount = () =>
  optionalDecimal().transform((value, context) => {
    if (value === undefined) return undefined
    const count = Number(value)
    if (Number.isSafeInteger(count) && count <= 2_000_000_000) return count
    context.addIssue({ code: 'custom', message: '' })
    return z.NEVER
  })
