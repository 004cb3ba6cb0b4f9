import type { LogLine } from '../outlook/queries.ts'

/** How a unit keeps its days: of the reports that were due, how many came in time, late, or not at all. */
export interface Reporting {
  unit: string
  due: number
  on_time: number
  late: number
  missing: number
  last_sent_on: string | null
  late_reason: string | null
}

type Line = Pick<LogLine, 'unit' | 'parent' | 'first_sent_on' | 'sent_on' | 'due_on' | 'late'>

interface Asked {
  units: readonly string[]
  from: string
  day: string
  reasons: ReadonlyMap<string, string>
}

/** The report log of a span by unit; a report is due once its last day is over. */
export function countReports(log: readonly Line[], { units, from, day, reasons }: Asked): Reporting[] {
  return units.map((unit) => {
    const own = log.filter((line) => line.unit === unit && line.parent === null && line.due_on >= from)
    const due = own.filter((line) => line.due_on < day || line.first_sent_on !== null)
    const sent = due.filter((line) => line.first_sent_on !== null)
    const late = sent.filter((line) => line.late > 0).length
    return {
      unit,
      due: due.length,
      on_time: sent.length - late,
      late,
      missing: due.length - sent.length,
      last_sent_on:
        sent
          .map((line) => line.sent_on ?? '')
          .toSorted()
          .at(-1) ?? null,
      late_reason: reasons.get(unit) ?? null,
    }
  })
}
