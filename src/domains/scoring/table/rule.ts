import { z } from 'zod'
import { amount, formula, points, wording } from './amount.ts'
import { band, everyRule, perStretch, tier, when } from './rule-parts.ts'

const rule = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, says: string, shape: Shape) =>
  z.strictObject({ rule: z.literal(kind), ...everyRule, ...shape }).meta({ description: says })

const axis = z.strictObject({
  of: formula,
  bands: z.array(z.strictObject({ text: wording.optional(), ...band })).min(1),
})
const cases = formula.meta({ description: 'A list of cases, or how many there were.' })
const perReport = z.strictObject({
  onTime: points.default(0),
  late: points.default(0),
  missing: points.default(0),
})

/** Every way in which a leaf of a score table gives points. Numbers in brackets: domain list of rule kinds. */
export const scoringRule = z
  .discriminatedUnion('rule', [
    rule('fixed', 'Points, when the condition holds (or always).', { points, when: formula.optional() }),
    rule('pass', 'All or nothing; `points` is the criterion’s maximum when not said.', {
      passed: formula,
      points: points.optional(),
      failed: points.default(0),
    }),
    rule('parts', 'The sum of parts, each with its own condition.', { parts: z.array(when).min(1) }),
    rule('tiers', 'Points of the tier that matches; none matching is said so unless `otherwise` stands.', {
      of: formula.optional(),
      tiers: z.array(tier).min(1),
      pick: z.enum(['first', 'highest', 'lowest']).default('first'),
      otherwise: points.optional(),
    }),
    rule('per_case', 'Points for each case: a penalty when negative, a bonus when positive.', {
      cases,
      where: formula.optional().meta({ description: 'Only such cases; `case.` reads a field of the case.' }),
      exempt: formula.optional().meta({ description: 'Cases for which nothing is due: "case.tu_phat_hien".' }),
      free: z.int().min(0).default(0).meta({ description: 'The first so many cases count for nothing.' }),
      points: points.meta({ description: 'For each case; may read `case.`: "-0.5", "case.so_diem".' }),
    }),
    rule('per_period', 'Points for each report on time, late or missing.', {
      reports: formula.optional().meta({ description: 'A report log; see the facts of type "reports".' }),
      kinds: z.array(z.string()).optional().meta({ description: 'Only these kinds: "month", "half_year", "year".' }),
      periods: z
        .array(z.strictObject({ text: wording.optional(), due: formula, sent: formula }))
        .optional()
        .meta({
          description: 'In place of a log: each period with its last day and the fact that holds the day sent.',
        }),
      points: perReport,
    }),
    rule('deadline', 'A day against its last day, inclusive: on time, late, early, never.', {
      date: formula,
      due: formula,
      onTime: points.default(0),
      late: points.default(0),
      never: points.optional().meta({ description: 'When it is known that it was not done (false); else `late`.' }),
      lateEach: perStretch.optional(),
      early: z
        .array(
          z.strictObject({ days: z.int().positive().optional(), workingDays: z.int().positive().optional(), points }),
        )
        .optional()
        .meta({ description: 'At least so many days before the last day; the highest that is reached counts.' }),
      earlyEach: perStretch.optional(),
    }),
    rule('one_of', 'One of several, by its condition.', {
      options: z.array(when).min(1),
      pick: z.enum(['highest', 'lowest', 'first']).default('highest'),
      none: points.default(0),
    }),
    rule('step', 'Points for each step above (or below) a threshold.', {
      of: formula,
      over: amount.optional(),
      under: amount.optional(),
      each: amount,
      points,
      partial: z.boolean().default(false).meta({ description: 'Parts of a step count in proportion.' }),
    }),
    rule('matrix', 'Points by two bands at once.', {
      rows: axis,
      columns: axis,
      points: z
        .array(z.array(points.nullable()))
        .meta({ description: 'A row of points per row band; null: not stated.' }),
      otherwise: points.optional(),
    }),
    rule('awards', 'Points by what was awarded.', {
      awards: formula.meta({ description: 'A list of awards: codes, or cases with a field `award`.' }),
      points: z.array(z.strictObject({ award: z.string(), text: wording.optional(), points })).min(1),
      pick: z.enum(['sum', 'highest']).default('sum'),
    }),
    rule('flexible', 'Cases that each carry their own points between two ends: phê bình −3, biểu dương +3.', {
      cases: formula,
      points: points.default('case.points'),
      from: amount,
      to: amount,
    }),
    rule('judged', 'Points that a person gives between two ends.', {
      from: amount.default(0),
      to: amount.optional().meta({ description: 'The criterion’s maximum when not said.' }),
      step: amount.optional().meta({ description: 'Marks are multiples of this: 0.25.' }),
      options: z.array(z.strictObject({ text: wording, points: amount })).optional(),
    }),
    rule('relative_to_leader', 'Below, met, exceeded and leading among the group (see the page of documentation).', {
      actual: formula,
      target: formula,
      better: z.enum(['more', 'less']).default('more'),
      met: amount.default('1/2').meta({ description: 'Share of the maximum for meeting the target.' }),
      below: z.enum(['proportional', 'zero']).default('proportional'),
      leaderMustExceed: z.boolean().default(true),
      whenTargetIsZero: z.enum(['ask', 'leads', 'met']).default('ask'),
    }),
    rule('proportional', 'The maximum times what was done over what was to be done.', {
      done: formula,
      of: formula,
      points: points.optional(),
      over: z.enum(['cut', 'counts']).default('cut').meta({ description: 'More than 100 %: cut, or counted on.' }),
      nothingBelow: amount.optional().meta({ description: 'A share under which nothing is given: 0.5.' }),
      better: z.enum(['more', 'less']).default('more'),
    }),
    rule('points_by_rank', 'Points by place among the group.', {
      of: formula.meta({ description: 'A number, or marks of several assessors.' }),
      points: z.array(amount).min(1),
      beyond: amount.default(0),
      better: z.enum(['more', 'less']).default('more'),
      ties: z.enum(['best_place', 'average']).default('best_place'),
      assessors: z.enum(['average_then_rank', 'rank_then_average']).default('average_then_rank'),
    }),
    rule('formula', 'Points by formula, for what no other rule says.', { points }),
  ])
  .meta({ id: 'Rule' })

export type ScoringRule = z.infer<typeof scoringRule>
export type RuleKind = ScoringRule['rule']
export type RuleOf<Kind extends RuleKind> = Extract<ScoringRule, { rule: Kind }>
