import type {
  ReportFrequency,
  TargetAccumulation,
  TargetChangeState,
  TargetDirection,
  TargetMeasure,
  TargetRollUp,
  TargetState,
} from '../../../db/types.ts'

export type {
  ReportFrequency,
  TargetAccumulation,
  TargetChangeState,
  TargetDirection,
  TargetMeasure,
  TargetRollUp,
  TargetState,
}

export const measures = ['count', 'percent', 'money', 'yes_no', 'class', 'day'] as const satisfies TargetMeasure[]
export const directions = ['more', 'less'] as const satisfies TargetDirection[]
export const accumulations = ['flow', 'running', 'level'] as const satisfies TargetAccumulation[]
export const rollUps = ['sum', 'weighted_mean', 'last', 'min', 'all_of'] as const satisfies TargetRollUp[]
export const frequencies = ['month', 'quarter', 'half_year', 'year'] as const satisfies ReportFrequency[]

export const formulaKinds = ['ratio', 'sum', 'difference'] as const

/** A value that is computed: the first over the second × 100, all added up, or the first less the others. */
export interface Formula {
  readonly kind: (typeof formulaKinds)[number]
  /** Codes of other targets of the same year. */
  readonly of: readonly string[]
}

/** The definition card. Values are decimal text in the measure's own terms; see `value.ts`. */
export interface Target {
  id: string
  bloc_year_id: string
  position: number
  code: string
  name: string
  topic: string
  measure: TargetMeasure
  /** What a count counts: "hội viên". */
  measure_unit: string
  /** Names of an ordinal class, the lowest first. */
  classes: readonly string[]
  direction: TargetDirection
  accumulation: TargetAccumulation
  roll_up: TargetRollUp
  frequency: ReportFrequency
  weight: string
  due_on: string | null
  source: string
  reporter: string
  explanation: string
  formula: Formula | null
  log_kind: string | null
  is_public: boolean
  state: TargetState
  version: number
  locked_by_document: string | null
  locked_at: Date | null
}

/** Which unit has a target, and how much of it; a sub-unit's share hangs under its unit's. */
export interface Assignment {
  target_id: string
  unit_id: string
  parent_unit_id: string | null
  baseline: string | null
  planned: string | null
  /** Not assigned: it leaves the denominator. */
  is_assigned: boolean
  weight: string | null
  due_on: string | null
}

/** How much of the plan is due by the end of a day. */
export interface Milestone {
  target_id: string
  unit_id: string
  by_on: string
  planned: string
}

/** Which acts a state allows; predicate and list come from the same table. */
const allowedIn = {
  edit: ['draft', 'in_force'],
  remove: ['draft'],
  adopt: ['draft'],
  change: ['in_force'],
  report: ['in_force'],
  withdraw: ['in_force'],
} as const satisfies Record<string, readonly TargetState[]>

export type TargetVerb = keyof typeof allowedIn

export const isLocked = (target: Pick<Target, 'locked_by_document'>) => target.locked_by_document !== null

/** What a signed paper holds is changed only with everyone's consent, so neither edited nor withdrawn by one. */
const closedByDocument: readonly TargetVerb[] = ['edit', 'withdraw']

export function targetCan(verb: TargetVerb, target: Pick<Target, 'state' | 'locked_by_document'>): boolean {
  const allowed: readonly TargetState[] = allowedIn[verb]
  if (!allowed.includes(target.state)) return false
  return !(isLocked(target) && closedByDocument.includes(verb))
}

/** Nobody types a value that is computed from other targets or from the entries of a log. */
export const isTyped = (target: Pick<Target, 'formula' | 'log_kind'>) =>
  target.formula === null && target.log_kind === null

/** The key under which a target's figure stands among the facts of a unit's year. */
export const targetFactKey = (target: Pick<Target, 'code'>) => `target.${target.code}`
