import type { ListToWrite } from '#capabilities/spreadsheets/write-list.ts'
import type { LogLine } from './queries.ts'
import type { ReportingWords } from '../reporting/words.ts'

export interface NamedLine extends LogLine {
  unitName: string
  periodName: string
}

/** The report log as a workbook; a day or a number that is missing stays empty. */
export function reportLogSheet(t: ReportingWords, heading: string, lines: readonly NamedLine[]): ListToWrite {
  return {
    title: t.log.title,
    heading,
    columns: [
      { heading: t.log.period, width: 22 },
      { heading: t.log.unit, width: 34 },
      { heading: t.log.state, width: 18 },
      { heading: t.log.due, width: 14, kind: 'day' },
      { heading: t.log.sent, width: 14, kind: 'day' },
      { heading: t.log.lastSent, width: 14, kind: 'day' },
      { heading: t.log.late, width: 12, kind: 'number' },
      { heading: t.log.returned, width: 12, kind: 'number' },
      { heading: t.log.verified, width: 14, kind: 'day' },
      { heading: t.log.missing, width: 14, kind: 'number' },
    ],
    rows: lines.map((line) => [
      line.periodName,
      line.unitName,
      t.states[line.state],
      line.due_on,
      line.first_sent_on,
      line.sent_on,
      line.first_sent_on === null ? null : line.late,
      line.returned,
      line.verified_on,
      line.first_sent_on === null ? null : line.missing,
    ]),
  }
}
