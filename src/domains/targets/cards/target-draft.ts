import { z } from 'zod'
import { line, optionalDay, optionalLine, ticked } from '#platform/form.ts'
import {
  accumulations,
  directions,
  formulaKinds,
  frequencies,
  measures,
  rollUps,
  type Formula,
  type Target,
  type TargetAccumulation,
  type TargetDirection,
  type TargetMeasure,
  type TargetRollUp,
} from '../target.ts'
import { readValue } from '../value.ts'

interface Shape {
  directions: readonly TargetDirection[]
  accumulations: readonly TargetAccumulation[]
  rollUps: readonly TargetRollUp[]
  formulas: readonly Formula['kind'][]
}

/** What makes sense of each measure; where there is one choice only, nobody is asked. The usual one comes first. */
export const shapes: Readonly<Record<TargetMeasure, Shape>> = {
  count: {
    directions,
    accumulations: ['flow', 'running', 'level'],
    rollUps: ['sum', 'weighted_mean', 'last', 'min'],
    formulas: ['sum', 'difference'],
  },
  percent: {
    directions,
    accumulations: ['level', 'running'],
    rollUps: ['weighted_mean', 'last', 'min'],
    formulas: ['ratio', 'difference'],
  },
  money: {
    directions,
    accumulations: ['flow', 'running', 'level'],
    rollUps: ['sum', 'weighted_mean', 'last', 'min'],
    formulas: ['sum', 'difference'],
  },
  yes_no: { directions, accumulations: ['level'], rollUps: ['all_of', 'last'], formulas: [] },
  class: { directions: ['more'], accumulations: ['level'], rollUps: ['min', 'last'], formulas: [] },
  day: { directions: ['less'], accumulations: ['level'], rollUps: ['last', 'min'], formulas: [] },
}

/** A target as a form, a template or a clause describes it. */
export interface TargetDraft {
  code: string
  name: string
  topic: string
  measure: TargetMeasure
  measureUnit: string
  classes: readonly string[]
  direction: TargetDirection
  accumulation: TargetAccumulation
  rollUp: TargetRollUp
  frequency: Target['frequency']
  weight: string
  dueOn: string | null
  source: string
  reporter: string
  explanation: string
  formula: Formula | null
  logKind: string | null
  isPublic: boolean
  /** What every unit plans until the head says otherwise; null is missing. */
  planned: string | null
}

/** What a target of this measure is until someone says otherwise. */
export function usualDraft(measure: TargetMeasure): TargetDraft {
  const {
    directions: [direction = 'more'],
    accumulations: [accumulation = 'level'],
    rollUps: [rollUp = 'last'],
  } = shapes[measure]
  return {
    code: '',
    name: '',
    topic: '',
    measure,
    measureUnit: '',
    classes: [],
    direction,
    accumulation,
    rollUp,
    frequency: 'quarter',
    weight: '1',
    dueOn: null,
    source: '',
    reporter: '',
    explanation: '',
    formula: null,
    logKind: null,
    isPublic: false,
    planned: null,
  }
}

const codeText = z
  .string()
  .transform((text) => text.trim().toLocaleUpperCase('vi'))
  .pipe(z.string().regex(/^[A-ZĐ0-9][A-ZĐ0-9.-]{0,19}$/u))

const weightText = z
  .string()
  .default('1')
  .transform((text, context) => {
    const read = readValue(text, { measure: 'count', measure_unit: '', classes: [] })
    if (read.ok && read.value !== null) return read.value
    context.addIssue({ code: 'invalid_format', format: 'number' })
    return z.NEVER
  })

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')

const codesOf = (text: string) =>
  text
    .split(/[\s,;]+/u)
    .map((each) => each.toLocaleUpperCase('vi'))
    .filter((each) => each !== '')

/** The form's fields; those that a measure does not need are absent and fall to what is usual. */
export const targetForm = z.object({
  measure: z.enum(measures),
  code: codeText,
  name: line(300),
  topic: optionalLine(120),
  measureUnit: optionalLine(60),
  classes: z.string().max(1000).default('').transform(linesOf),
  direction: z.enum(directions).optional(),
  accumulation: z.enum(accumulations).optional(),
  rollUp: z.enum(rollUps).optional(),
  frequency: z.enum(frequencies),
  weight: weightText,
  dueOn: optionalDay(),
  source: optionalLine(300),
  reporter: optionalLine(200),
  explanation: z.string().trim().max(2000).default(''),
  /** "typed", "formula.ratio", "log.propaganda.sessions". */
  figureFrom: z.string().max(120).default('typed'),
  formulaOf: z.string().max(300).default('').transform(codesOf),
  isPublic: ticked(),
})

export type TargetForm = z.output<typeof targetForm>

/** A choice that the measure offers, else its usual one. */
const offered = <One>(choices: readonly One[], chosen: One | undefined, usual: One): One =>
  chosen !== undefined && choices.includes(chosen) ? chosen : usual

function formulaOf({ figureFrom, formulaOf: of }: TargetForm): Formula | null {
  const kind = formulaKinds.find((each) => figureFrom === `formula.${each}`)
  return kind === undefined ? null : { kind, of }
}

const logKindOf = ({ figureFrom }: TargetForm) =>
  figureFrom.startsWith('log.') && figureFrom.length > 4 ? figureFrom.slice(4) : null

export function draftOfForm(form: TargetForm): TargetDraft {
  const { measure } = form
  const [shape, usual] = [shapes[measure], usualDraft(measure)]
  const { figureFrom: _from, formulaOf: _of, dueOn = null, ...plain } = form
  return {
    ...plain,
    dueOn,
    planned: null,
    measureUnit: measure === 'count' ? form.measureUnit : '',
    classes: measure === 'class' ? form.classes : [],
    direction: offered(shape.directions, form.direction, usual.direction),
    accumulation: offered(shape.accumulations, form.accumulation, usual.accumulation),
    rollUp: offered(shape.rollUps, form.rollUp, usual.rollUp),
    formula: formulaOf(form),
    logKind: logKindOf(form),
  }
}

/** How a target's figure is said in the form's one field. */
export function figureFromOf({ formula, log_kind: log }: Pick<Target, 'formula' | 'log_kind'>): string {
  if (formula !== null) return `formula.${formula.kind}`
  return log === null ? 'typed' : `log.${log}`
}

/** Why the parts of a card do not go together; the key of a sentence. */
export type CardFault = 'classesMissing' | 'formulaUnknown' | 'formulaOfFormula' | 'formulaCount' | 'formulaMeasure'

/** Two for a ratio; two or more to add or subtract. */
const enough = ({ kind, of }: Formula) => (kind === 'ratio' ? of.length === 2 : of.length >= 2)

function formulaFault(draft: TargetDraft, formula: Formula, others: readonly Target[]): CardFault | undefined {
  if (!shapes[draft.measure].formulas.includes(formula.kind)) return 'formulaMeasure'
  if (!enough(formula) || new Set(formula.of).size < formula.of.length) return 'formulaCount'
  const members = formula.of.map((code) => others.find((other) => other.code === code && code !== draft.code))
  if (members.includes(undefined)) return 'formulaUnknown'
  // One step only: what is computed from computed figures nobody can follow on the card.
  return members.some((member) => member?.formula !== null) ? 'formulaOfFormula' : undefined
}

export function cardFault(draft: TargetDraft, others: readonly Target[]): CardFault | undefined {
  if (draft.measure === 'class' && new Set(draft.classes).size < 2) return 'classesMissing'
  return draft.formula === null ? undefined : formulaFault(draft, draft.formula, others)
}

/** "CT07": the next free one. */
export function nextCode(codes: readonly string[], after = codes.length): string {
  const code = `CT${String(after + 1).padStart(2, '0')}`
  return codes.includes(code) ? nextCode(codes, after + 1) : code
}
