import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import { RuleViolation } from '#platform/errors.ts'
import type { LogKindRow } from './queries.ts'

export interface EntryContent {
  onDay: string
  text: string
  /** Exact decimal text by the code of its number; what is absent was not said. */
  values: Readonly<Record<string, string>>
}

function checkDay(year: BlocYearRow, onDay: string, now: Date) {
  if (onDay > dayOf(now)) throw new RuleViolation('entries.dayInFuture')
  if (onDay < year.starts_on || onDay > year.ends_on) {
    throw new RuleViolation('entries.dayOutsideYear', { from: year.starts_on, to: year.ends_on })
  }
}

/** What an entry must say by its kind, and what it cannot say. */
export function checkEntry(year: BlocYearRow, kind: LogKindRow, entry: EntryContent, now: Date): void {
  checkDay(year, entry.onDay, now)
  for (const number of kind.numbers) {
    const value = entry.values[number.code]
    if (number.required && value === undefined) throw new RuleViolation('entries.numberMissing', { name: number.name })
    if (number.measure === '%' && Number(value ?? 0) > 100) {
      throw new RuleViolation('entries.overHundred', { name: number.name })
    }
  }
  const known = new Set(kind.numbers.map(({ code }) => code))
  if (Object.keys(entry.values).some((code) => !known.has(code))) throw new RuleViolation('entries.numberUnknown')
}
