import { readRows } from '#capabilities/spreadsheets/read-rows.ts'
import { RuleViolation } from '#platform/errors.ts'
import { draftOfRows, type DraftTable } from './draft-of-rows.ts'

/** No table of officials is wider. */
const columns = 20

/** A workbook as a draft: of several sheets the one that holds the most. */
export async function readTableWorkbook(bytes: Uint8Array): Promise<DraftTable> {
  const read = await readRows(bytes, columns)
  if (!read.ok) throw new RuleViolation(`sheet.${read.reason}`, read.values)
  const drafts = read.sheets.flatMap(({ name, rows }) => {
    const draft = draftOfRows(rows)
    return draft === undefined ? [] : [{ name, size: rows.length, draft }]
  })
  const [largest, ...others] = drafts.toSorted((one, other) => other.size - one.size)
  if (largest === undefined) throw new RuleViolation('tableImport.noHeadings')
  const left = others.map(({ name }) => ({ code: '', says: 'otherSheet', values: { name } }))
  return { ...largest.draft, doubts: [...left, ...largest.draft.doubts] }
}
