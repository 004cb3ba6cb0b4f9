import { z } from 'zod'
import { amount, formula, printed, wording } from './amount.ts'
import { column } from './rule-parts.ts'
import { scoringRule } from './rule.ts'

const exceeds = z.enum(['no', 'bonus', 'yes']).meta({
  id: 'AllowExceed',
  description:
    'Whether points may pass the maximum: "no" – base, bonus and penalty together stay within it; "bonus" – base stays ' +
    'within it and bonus comes on top; "yes" – nothing is held by it.',
})
export const whenNotAssigned = z.strictObject({
  gives: z.enum(['out', 'zero', 'full']).default('out').meta({
    description: 'Not assigned: leaves this unit’s maximum ("out"), gives 0, or gives the maximum.',
  }),
  butDone: z.enum(['out', 'among_doers']).default('out').meta({
    description: 'Not assigned but done: still out, or maximum × done ÷ the most done among those not assigned.',
  }),
  butDoneCountsInMax: z.boolean().default(true).meta({
    description: 'Whether the maximum of what was done without being assigned counts in the unit’s maximum.',
  }),
})

export const limits = {
  allowExceed: exceeds.optional(),
  maxBonus: amount.optional().meta({ description: 'Bonus of all that stands under it, at most.' }),
  maxPenalty: amount
    .optional()
    .meta({ description: 'Penalty of all that stands under it, at most (a positive number).' }),
  floor: amount.nullable().optional().meta({ description: 'Never less than this; null: no floor.' }),
  cap: amount.optional().meta({ description: 'Never more than this, whatever the maximum.' }),
}

const node = z.strictObject({
  code: printed.meta({ description: 'As printed: "I", "a.7.1". Unique without dots, spaces and case.' }),
  title: wording,
  max: amount.optional().meta({ description: 'Điểm chuẩn. Of a node without it: the sum of its children’s.' }),
  column: column.optional().meta({ description: 'For all that stands under it.' }),
  ...limits,
  factor: amount.default(1).meta({ description: 'Hệ số: what stands under it is multiplied by this before limits.' }),
  combine: z
    .union([z.enum(['sum', 'highest', 'lowest', 'average']), z.strictObject({ best: z.int().positive() })])
    .default('sum')
    .meta({ description: 'How children, or several rules of a leaf, make one figure.' }),
  round: z.int().min(0).max(10).nullable().optional(),
  assigned: formula.optional().meta({ description: 'False: not assigned to this unit.' }),
  notAssigned: whenNotAssigned.optional(),
  exempt: z
    .strictObject({ when: formula, gives: z.enum(['out', 'full', 'zero']).default('out'), text: wording.optional() })
    .optional(),
  assessor: z.string().optional().meta({ description: 'Who scores this and what is under it: a code of `assessors`.' }),
  measure: z.string().optional().meta({ description: 'Đơn vị tính.' }),
  evidence: wording.optional().meta({ description: 'What must prove it.' }),
  note: wording.optional(),
  rules: z.array(scoringRule).min(1).optional(),
})

/** A node of a score table: section, item, criterion or condition, to any depth. A leaf has rules. */
export interface Criterion extends z.infer<typeof node> {
  children?: Criterion[] | undefined
}
export interface CriterionInput extends z.input<typeof node> {
  children?: CriterionInput[] | undefined
}

export const criterion: z.ZodType<Criterion, CriterionInput> = node
  .extend({
    get children() {
      return z.array(criterion).min(1).optional()
    },
  })
  .meta({ id: 'Criterion', description: 'Has children or rules, not both.' })
