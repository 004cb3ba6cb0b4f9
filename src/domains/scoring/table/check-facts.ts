import { doubt, fault, type TableDoubt } from './doubt.ts'
import type { ScoreTable } from './score-table.ts'

/** Everything of a table in which a fact or a working day can be meant. */
const saysIn = ({ sections, derived, disqualify, classes, downgrades, titles, ranking }: ScoreTable): string =>
  JSON.stringify([sections, derived, disqualify, classes, downgrades, titles, ranking])

const years = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, Number(to) - Number(from) + 1) }, (_, at) => String(Number(from) + at))

/** Working days without the holidays of the years in which the table holds. */
function holidayDoubts({ holidays, validFrom, validTo }: ScoreTable, says: string): TableDoubt[] {
  if (!says.includes('workingDays')) return []
  if (holidays.length === 0) return [doubt(null, 'holidays.none', {})]
  const last = validTo ?? validFrom
  const held = validFrom === undefined || last === undefined ? [] : years(validFrom.slice(0, 4), last.slice(0, 4))
  const known = new Set(holidays.map((day) => day.slice(0, 4)))
  return held.filter((year) => !known.has(year)).map((year) => doubt(null, 'holidays.year', { year }))
}

/** What the table declares: its facts, its days. */
export function checkFacts(table: ScoreTable): TableDoubt[] {
  const says = saysIn(table)
  const { validFrom, validTo } = table
  const facts = Object.entries(table.facts).flatMap(([key, { type, classes = [] }]) => [
    ...(type === 'class' && classes.length === 0 ? [fault(null, 'fact.noClasses', { key })] : []),
    ...(says.includes(key) ? [] : [doubt(null, 'fact.unused', { key })]),
  ])
  const isBackwards = validFrom !== undefined && validTo !== undefined && validTo < validFrom
  return [...(isBackwards ? [fault(null, 'table.dates', {})] : []), ...facts, ...holidayDoubts(table, says)]
}
