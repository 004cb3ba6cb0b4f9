/** How a line shows what it holds. `amount`: as many decimals as there are. */
export type Shown = 'amount' | 'points' | 'yes_no' | 'day' | 'text' | 'count'

/** What a cell holds when it is no formula; null is empty: missing, which is never zero. */
export type Plain = string | number | null

/** Sheets on which each unit has a cell on each line. */
export type Grid = 'facts' | 'steps'

/** One figure of every unit: a row where units are columns, a column where they are rows. */
export interface Line {
  readonly grid: Grid
  /** From 0, in its grid. */
  readonly place: number
  /** The printed code of a criterion, or a fact's key. */
  readonly code: string
  readonly label: string
  readonly shows: Shown
  readonly decimals?: number | undefined
  readonly isMain?: boolean
  /** The same formula for every unit, or what each unit has. */
  readonly holds: Formula | ((unit: number) => Plain | Formula)
}

/** A column of a list of cases: its rows belong to units, some to none. */
export interface ListColumn {
  readonly list: number
  /** From 0, after the columns that say whose row it is. */
  readonly place: number
  readonly label: string
  /** Of what was told of the case; what is computed has none. */
  readonly field?: string
  readonly shows: Shown
  readonly holds: Formula | ((row: number) => Plain | Formula)
}

export type Piece =
  | string
  /** The line's cell of the same unit, or of all units of its group. */
  | { readonly line: Line; readonly span: 'own' | 'group' }
  /** A cell of the same row of the list, the whole column, or the part of it from the first row to this. */
  | { readonly column: ListColumn; readonly span: 'row' | 'whole' | 'so_far' }
  /** The unit's number, by which its rows are found in lists: in a list the row's, else the unit's. */
  | { readonly owner: number; readonly span: 'row' | 'whole' | 'so_far' }
  | { readonly unit: true }

export type Formula = readonly Piece[]
type Part = string | number | Line | ListColumn | Formula

const isFormula = (part: Part): part is Formula => Array.isArray(part)

function pieces(part: Part): Formula {
  if (typeof part === 'string') return [part]
  if (typeof part === 'number') return [String(part)]
  if (isFormula(part)) return part
  return 'grid' in part ? [{ line: part, span: 'own' }] : [{ column: part, span: 'row' }]
}

/** A formula as one would type it, with lines in the place of addresses: f`IF(${a}>2,${b},0)`. */
export function f(texts: TemplateStringsArray, ...parts: readonly Part[]): Formula {
  return texts.flatMap((text, index): Formula => {
    const part = parts[index]
    const written = text === '' ? [] : [text]
    return part === undefined ? written : [...written, ...pieces(part)]
  })
}

export const joined = (parts: readonly Part[], between: string): Formula =>
  parts.flatMap((part, index) => (index === 0 ? pieces(part) : [between, ...pieces(part)]))

export const ofGroup = (line: Line): Formula => [{ line, span: 'group' }]
export const wholeOf = (column: ListColumn): Formula => [{ column, span: 'whole' }]
export const soFar = (column: ListColumn): Formula => [{ column, span: 'so_far' }]
export const ownersOf = (list: number, span: 'row' | 'whole' | 'so_far' = 'whole'): Formula => [{ owner: list, span }]
export const thisUnit: Formula = [{ unit: true }]

/** Text inside a formula. */
export const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** Many lines as arguments of one function, which takes 255 at most. */
export function call(name: string, parts: readonly Part[]): Formula {
  if (parts.length <= 200) return f`${name}(${joined(parts, ',')})`
  const some = Array.from({ length: Math.ceil(parts.length / 200) }, (_none, index) =>
    call(name, parts.slice(index * 200, index * 200 + 200)),
  )
  return call(name, some)
}
