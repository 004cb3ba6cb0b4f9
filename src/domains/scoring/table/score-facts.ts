import { z } from 'zod'
import { amount, day, printed } from './amount.ts'

const plain = z.union([z.number(), z.string(), z.boolean()])
const fields = z.record(z.string(), plain)
const report = z.strictObject({
  kind: z.string().meta({ description: '"month", "quarter", "half_year", "year", or another of the table.' }),
  period: z.string().optional(),
  due: day,
  sent: day.nullable().meta({ description: 'null: not sent.' }),
})
const held = z.union([
  plain,
  z.array(z.union([plain, fields])),
  z.array(report),
  z.strictObject({ marks: z.record(z.string(), amount) }),
])

/** What is known of one thing: a bare value, or a value with where it comes from; null is missing, never zero. */
export const knownFact = z
  .union([
    held,
    z.null(),
    z.strictObject({
      value: z.union([held, z.null()]).optional(),
      assigned: z
        .boolean()
        .default(true)
        .meta({ description: 'false: not assigned. A value may still have been reached.' }),
      source: z.string().optional().meta({ description: 'What says so: a report, a paper, a person.' }),
      verified: z.boolean().optional(),
    }),
  ])
  .meta({
    id: 'KnownFact',
    description:
      '12, "12.5", true, "2023-02-23", "Khá"; a list of cases [{"date": …, "so_diem": 2}] or of texts; a report log; ' +
      '{"marks": {assessor: points}}; or {"value": …, "assigned": false, "source": …}. null or no key: missing.',
  })

const mark = z.union([
  amount,
  z.strictObject({ points: amount, by: z.string().optional(), reason: z.string().optional() }),
])

export const scoreFacts = z
  .strictObject({
    format: z.literal('giao-uoc/score-facts@1').optional(),
    period: z.strictObject({ from: day, to: day }).optional(),
    units: z
      .array(
        z.strictObject({
          id: printed,
          name: z.string().optional(),
          kind: z.string().optional(),
          group: z.string().optional().meta({ description: 'Cụm, khối: leaders and ranks are found within it.' }),
          facts: z.record(z.string(), knownFact).default({}),
          marks: z
            .record(z.string(), mark)
            .default({})
            .meta({ description: 'Code of a judged criterion → points that a person gave.' }),
          agreed: z
            .record(z.string(), z.strictObject({ points: amount, reason: printed, by: z.string().optional() }))
            .default({})
            .meta({ description: 'Code → points agreed in place of what the rules give, with the reason.' }),
        }),
      )
      .min(1),
  })
  .meta({ id: 'ScoreFacts' })

export type ScoreFacts = z.infer<typeof scoreFacts>
export type UnitFacts = ScoreFacts['units'][number]
export type KnownFact = z.infer<typeof knownFact>
