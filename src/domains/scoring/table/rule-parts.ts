import { z } from 'zod'
import { amount, formula, points, wording } from './amount.ts'

export const column = z.enum(['base', 'bonus', 'penalty']).meta({
  id: 'Column',
  description:
    'Điểm chuẩn, thưởng or trừ. Between bonus and penalty the sign of the points decides, whatever the column says.',
})
export type Column = z.infer<typeof column>

/** What every rule may also say. */
export const everyRule = {
  text: wording.optional(),
  column: column.optional(),
  onlyIf: formula.optional().meta({ description: 'Else the rule gives 0.' }),
  onlyIfFull: z
    .union([z.literal(true), z.string()])
    .optional()
    .meta({ description: 'Counts only when this criterion (true) or the named one has its full base points.' }),
  exemptWhen: formula.optional().meta({ description: 'When true the rule gives 0: no penalty is due.' }),
  whenMissing: points.optional().meta({
    description: 'Points when a fact is missing. Without it the criterion stays without points: missing is never zero.',
  }),
  atMost: amount.optional().meta({ description: 'The points of this rule never exceed this, whatever their sign.' }),
  floor: amount.optional().meta({ description: 'The points of this rule are never less than this.' }),
  round: z
    .int()
    .min(0)
    .max(10)
    .optional()
    .meta({ description: 'Decimals of this rule’s points, half away from zero.' }),
}

/** A range with explicit ends; `is` for a value or several; `when` for any condition. All that are given must hold. */
export const band = {
  from: amount.optional().meta({ description: '≥' }),
  above: amount.optional().meta({ description: '>' }),
  to: amount.optional().meta({ description: '≤' }),
  below: amount.optional().meta({ description: '<' }),
  is: z
    .union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()])).min(1)])
    .optional()
    .meta({ description: 'Equal to this, or to one of these: a number, yes/no, a class, a text.' }),
  when: formula.optional(),
}

export const tier = z
  .strictObject({
    text: wording.optional(),
    ...band,
    points: points.optional(),
    share: amount.optional().meta({ description: 'Of the criterion’s maximum: 0.8 of 5 is 4.' }),
    slide: z.tuple([amount, amount]).optional().meta({
      description: 'Points slide in a straight line from the first at the lower end to the second at the upper.',
    }),
  })
  .meta({ id: 'Tier', description: 'One of points, share and slide.' })
export type Tier = z.infer<typeof tier>

/** Points for each whole stretch of days. */
export const perStretch = z
  .strictObject({
    days: z.int().positive().optional(),
    workingDays: z.int().positive().optional(),
    weeks: z.int().positive().optional(),
    months: z.int().positive().optional(),
    points,
    atMost: amount.optional(),
    begun: z.boolean().default(false).meta({ description: 'A stretch that was begun counts as whole.' }),
  })
  .meta({ id: 'PerStretch', description: 'One of days, workingDays, weeks, months.' })

export const when = z.strictObject({ text: wording.optional(), when: formula, points })
