import { writeExported, writeHeader } from '#capabilities/audit/checking/export-file.ts'
import type { Db } from '#platform/database/database.ts'
import { csvLine, csvMark } from './csv.ts'
import type { LogFilter } from './filter.ts'
import { findEntries, lastNumber, storedAfter, storedEntries, type LogRow, type Scope } from './queries.ts'

const pageLength = 500

/** All entries that fit, page by page, the newest first. */
async function* pagesOf(db: Db, scope: Scope, filter: LogFilter): AsyncGenerator<LogRow[]> {
  let page = await findEntries(db, scope, { ...filter, truoc: undefined }, pageLength)
  while (page.length > 0) {
    yield page
    const last = page.at(-1)?.number
    page = page.length < pageLength ? [] : await findEntries(db, scope, { ...filter, truoc: last }, pageLength)
  }
}

/** A table for people: one line an entry, the newest first. */
export async function* exportSheet(
  db: Db,
  part: { scope: Scope; filter: LogFilter },
  sheet: { columns: readonly string[]; cells: (rows: readonly LogRow[]) => Promise<readonly (readonly string[])[]> },
): AsyncGenerator<string> {
  yield csvMark + csvLine(sheet.columns)
  for await (const page of pagesOf(db, part.scope, part.filter)) {
    yield (await sheet.cells(page)).map(csvLine).join('')
  }
}

/** The whole log as it was hashed; what is recorded meanwhile is left out. */
export async function* exportWhole(db: Db, tenant: string): AsyncGenerator<string> {
  const last = await lastNumber(db)
  yield writeHeader({ tenant, isWhole: true, last })
  for (let after = 0; after < last;) {
    const page = await storedAfter(db, after, Math.min(pageLength, last - after))
    if (page.length === 0) return
    yield page.map(writeExported).join('')
    after = page.at(-1)?.number ?? last
  }
}

/** A part of the log as it was hashed, in the order of numbers. */
export async function* exportPart(
  db: Db,
  tenant: string,
  { scope, filter }: { scope: Scope; filter: LogFilter },
): AsyncGenerator<string> {
  const numbers: number[] = []
  for await (const page of pagesOf(db, scope, filter)) numbers.push(...page.map(({ number }) => number))
  numbers.sort((one, other) => one - other)
  yield writeHeader({ tenant, isWhole: false, last: numbers.at(-1) ?? 0 })
  for (let at = 0; at < numbers.length; at += pageLength) {
    yield (await storedEntries(db, numbers.slice(at, at + pageLength))).map(writeExported).join('')
  }
}
