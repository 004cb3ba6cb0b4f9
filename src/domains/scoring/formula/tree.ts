/** A formula as a tree: everything the language can say, and nothing more. */
export type Tree =
  /** `text` is the decimal as it is written. */
  | { readonly is: 'number'; readonly text: string }
  | { readonly is: 'yes_no'; readonly yes: boolean }
  | { readonly is: 'text'; readonly text: string }
  /** A fact, a derived fact, a constant, or a variable such as `max`. Quoted, in `fact('…')`, it is a fact. */
  | { readonly is: 'name'; readonly name: string; readonly quoted: boolean }
  | { readonly is: 'case'; readonly field: string }
  | { readonly is: 'unit'; readonly field: UnitField }
  | { readonly is: 'period'; readonly end: PeriodEnd }
  | { readonly is: 'not' | 'negative'; readonly of: Tree }
  | { readonly is: 'compute'; readonly sign: ComputingSign; readonly left: Tree; readonly right: Tree }
  | { readonly is: 'compare'; readonly sign: ComparingSign; readonly left: Tree; readonly right: Tree }
  | { readonly is: 'and' | 'or'; readonly left: Tree; readonly right: Tree }
  /** `test ? yes : no`, and `if(test, yes, no)`. */
  | { readonly is: 'choose'; readonly test: Tree; readonly yes: Tree; readonly no: Tree }
  | { readonly is: 'call'; readonly name: FunctionName; readonly given: readonly Tree[] }

export const unitFields = ['id', 'name', 'kind', 'group'] as const
export const periodEnds = ['from', 'to'] as const
export const computingSigns = ['+', '-', '*', '/', '%', '**'] as const
export const comparingSigns = ['<', '<=', '>', '>=', '==', '!='] as const

/** Each function, with the fewest and the most values it takes. */
export const functionArity = {
  min: [1, 20],
  max: [1, 20],
  abs: [1, 1],
  round: [1, 2],
  floor: [1, 1],
  ceil: [1, 1],
  known: [1, 1],
  assigned: [1, 1],
  coalesce: [1, 20],
  between: [3, 3],
  count: [1, 2],
  sum: [1, 2],
  average: [1, 2],
  trimmed: [3, 3],
  has: [2, 2],
  date: [1, 3],
  days: [2, 2],
  workingDays: [2, 2],
  weeks: [2, 2],
  months: [2, 2],
  year: [1, 1],
  month: [1, 1],
  day: [1, 1],
  best: [1, 1],
  worst: [1, 1],
  mean: [1, 1],
  median: [1, 1],
  total: [1, 1],
  rankOf: [1, 1],
  reports: [2, 2],
  onTime: [1, 2],
  late: [1, 2],
  missing: [1, 2],
  sent: [1, 2],
  points: [1, 1],
  maxOf: [1, 1],
  share: [1, 1],
  base: [1, 1],
  bonus: [1, 1],
  penalty: [1, 1],
} as const satisfies Readonly<Record<string, readonly [number, number]>>

export type FunctionName = keyof typeof functionArity
export type UnitField = (typeof unitFields)[number]
export type PeriodEnd = (typeof periodEnds)[number]
export type ComputingSign = (typeof computingSigns)[number]
export type ComparingSign = (typeof comparingSigns)[number]

/** What is wrong with a formula: a key of the words of table checks, with what stands in its sentence. */
export interface FormulaDoubt {
  readonly says: string
  readonly values: Readonly<Record<string, string>>
}
