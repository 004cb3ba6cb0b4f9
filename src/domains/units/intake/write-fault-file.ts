import { writeFaults } from '#capabilities/spreadsheets/write-workbook.ts'
import type { Db } from '#platform/database/database.ts'
import type { Locale } from '#platform/words.ts'
import { checkRows, planOf } from './check-rows.ts'
import type { IntakeKind } from './intake.ts'
import { tellFault } from './tell-fault.ts'

/** The list as it was sent, with what is wrong with each row: it is mended there and sent again. */
export async function writeFaultFile(db: Db, intake: { id: string; kind: IntakeKind }, now: Date, locale: Locale) {
  const rows = await checkRows(db, intake, now)
  const told = rows.map(({ shown, faults }, index) => ({
    shown,
    wrong: new Set(faults.flatMap(({ column }) => (column === null ? [] : [column]))),
    // Empty rows are gone: a cell is named as it stands in the new file, below its headings.
    told: faults.map((fault) => tellFault(fault, index + 2, locale)).join(' '),
  }))
  return writeFaults({ plan: await planOf(db, intake.kind, now), locale }, told)
}
