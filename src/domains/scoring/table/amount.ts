import { z } from 'zod'
import { divided, exact, type Exact } from '#platform/exact.ts'

const written = /^-?\d+(?:\.\d+)?(?:\/[1-9]\d*)?$/u

/** An exact number as data writes it: 2.5, "2.5" or "2/3". A JSON number counts as the decimal that it prints. */
export const amount = z
  .union([z.number(), z.string().regex(written)])
  .meta({ id: 'Amount', description: 'An exact number: 2.5, "2.5" or "2/3". Never rounded before the table says so.' })

/** A day: "2023-02-23". */
export const day = z.iso.date().meta({ id: 'Day', description: 'A day, "2023-02-23".' })

/** A formula: a fact's key, or what can be computed from facts; a bare number or yes/no stands for itself. */
export const formula = z.union([z.string().min(1).max(2000), z.number(), z.boolean()]).meta({
  id: 'Formula',
  description:
    'A fact\'s key ("hoi_vien.dat"), or an expression over facts: "hoi_vien.dat / hoi_vien.giao * 100", ' +
    '"xep_loai >= \'Khá\' && count(vi_pham) == 0". A number or true/false stands for itself.',
})

/** Points: an exact number, or a formula whose result is points. */
export const points = z
  .union([z.number(), z.string().min(1).max(2000)])
  .meta({ id: 'Points', description: 'Points: an exact number (2.5, "2.5", "2/3") or a formula ("0.5 * max").' })

/** Words of a table, as printed there. */
export const printed = z.string().trim().min(1).max(4000)

/** Vietnamese as printed, with English where the table has it. */
export const wording = z
  .union([printed, z.strictObject({ vi: printed, en: printed.optional() })])
  .meta({ id: 'Wording', description: 'Text as the table prints it; {vi, en} where there is a translation.' })

export type Amount = z.infer<typeof amount>
export type Formula = z.infer<typeof formula>
export type Points = z.infer<typeof points>
export type Wording = z.infer<typeof wording>

/** An amount as it counts: "2/3" stays two thirds. */
export function exactAmount(written: Amount): Exact {
  const [over = '', under] = String(plainNumber(written)).split('/')
  if (under === undefined) return exact(over)
  const quotient = divided(exact(over), exact(under))
  if (quotient === null) throw new Error(`a fraction over zero: ${written}`)
  return quotient
}

/** Numbers beyond 1e21 or below 1e-6 print with an exponent, which no table means. */
const plainNumber = (written: Amount) =>
  typeof written === 'number' && /e/u.test(String(written)) ? written.toFixed(20) : written
