import { z } from 'zod'
import { amount, day, formula, printed, wording } from './amount.ts'
import { criterion, limits, whenNotAssigned } from './criterion.ts'

export const factTypes = ['number', 'yes_no', 'date', 'text', 'class', 'cases', 'reports', 'marks'] as const

const factKind = z
  .strictObject({
    label: wording,
    type: z.enum(factTypes),
    measure: z.string().optional().meta({ description: '"%", "triệu đồng", "lượt", "ngày".' }),
    min: amount.optional(),
    max: amount.optional().meta({ description: 'Values beyond min and max are asked about.' }),
    classes: z.array(z.string()).optional().meta({ description: 'Of a class: its names, the lowest first.' }),
    fields: z.record(z.string(), z.enum(['number', 'yes_no', 'date', 'text'])).optional(),
    from: z
      .string()
      .optional()
      .meta({ description: 'Where it comes from: "target.CT01", "report.month", "award", "typed".' }),
  })
  .meta({ id: 'FactKind' })

const outcome = z.strictObject({ when: formula, text: wording })
const ranking = z.strictObject({
  by: z
    .enum(['total', 'percent'])
    .default('total')
    .meta({ description: 'Total, or per cent of the unit’s own maximum.' }),
  ranks: z.enum(['competition', 'dense']).default('competition').meta({ description: '1, 1, 3 or 1, 1, 2.' }),
  ties: z
    .array(z.strictObject({ by: formula, better: z.enum(['more', 'less']).default('more'), text: wording.optional() }))
    .default([])
    .meta({ description: 'Asked in this order when totals are equal. What they do not part stays a tie and is told.' }),
})

/** A score table (bảng điểm): data, not code. Everything that decides points stands here. */
export const scoreTable = z
  .strictObject({
    format: z.literal('giao-uoc/score-table@1'),
    code: printed,
    title: wording,
    version: printed,
    validFrom: day.optional(),
    validTo: day.optional(),
    source: z.strictObject({ text: wording, document: z.string().optional(), url: z.string().optional() }).optional(),
    baseTotal: amount.optional().meta({ description: 'What the maxima of all base criteria should add up to.' }),
    ...limits,
    rounding: z
      .strictObject({
        leaf: z.int().min(0).max(10).nullable().default(2),
        section: z.int().min(0).max(10).nullable().default(null),
        total: z.int().min(0).max(10).nullable().default(2),
        percent: z.int().min(0).max(10).default(2),
      })
      .prefault({})
      .meta({ description: 'Decimals at each place, half away from zero; null: not rounded there.' }),
    notAssigned: whenNotAssigned.prefault({}),
    assessors: z.record(z.string(), wording).default({}).meta({ description: 'Code → who.' }),
    constants: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])).default({}),
    facts: z.record(z.string(), factKind).default({}).meta({ description: 'Key → what it is. A key: "hoi_vien.dat".' }),
    derived: z.record(z.string(), formula).default({}).meta({ description: 'Key → formula over other facts.' }),
    holidays: z.array(day).default([]).meta({ description: 'Days off besides Saturdays and Sundays.' }),
    workdays: z.array(day).default([]).meta({ description: 'Saturdays and Sundays that are worked.' }),
    sections: z.array(criterion).min(1),
    disqualify: z
      .array(outcome.extend({ total: z.enum(['kept', 'zero']).default('kept') }))
      .default([])
      .meta({ description: 'Such a unit has no rank and no class: không xếp loại.' }),
    classes: z
      .array(z.strictObject({ name: wording, when: formula }))
      .default([])
      .meta({ description: 'The highest first; the first that holds. May read total, percent, rank.' }),
    downgrades: z
      .array(outcome.extend({ to: z.string().optional(), by: z.int().positive().optional() }))
      .default([])
      .meta({ description: 'Not above the class named in `to`, or so many classes lower.' }),
    titles: z
      .array(z.strictObject({ title: wording, requires: z.array(outcome).min(1) }))
      .default([])
      .meta({ description: 'Thresholds without points: a title needs all of them.' }),
    ranking: ranking.prefault({}),
  })
  .meta({ id: 'ScoreTable' })

export type ScoreTable = z.infer<typeof scoreTable>
/** As written, before defaults. */
export type ScoreTableInput = z.input<typeof scoreTable>
export type FactKind = z.infer<typeof factKind>
