import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeSheets, type BookToWrite } from '#capabilities/spreadsheets/write-sheets.ts'
import { findTool } from '../../../../../test/ensure-tools.ts'

/** Computes every formula anew, whatever results the file carries. */
const alwaysCompute = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gu)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}

/** A workbook as LibreOffice shows it after computing all of it: by sheet, its rows as they are printed. */
export async function recalculated(book: BookToWrite): Promise<Map<string, string[][]>> {
  const folder = await mkdtemp(join(tmpdir(), 'gu-calc-'))
  try {
    const file = join(folder, 'book.xlsx')
    const profile = join(folder, 'profile', 'user')
    await mkdir(profile, { recursive: true })
    await writeFile(join(profile, 'registrymodifications.xcu'), alwaysCompute)
    await writeSheets(book, createWriteStream(file))
    // Every sheet as text in quotation marks, each cell as it is shown.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,true,true,true,false,false,-1'
    const words = [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--norestore',
      '--convert-to',
      filter,
    ]
    await promisify(execFile)(findTool('soffice') ?? 'soffice', [...words, '--outdir', join(folder, 'out'), file], {
      timeout: 120_000,
    })
    const names = await readdir(join(folder, 'out'))
    const sheets = names.map(async (name) => {
      const sheet = name.replace(/^book-/u, '').replace(/\.csv$/u, '')
      return [sheet, rowsOf(await readFile(join(folder, 'out', name), 'utf8'))] as const
    })
    return new Map(await Promise.all(sheets))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
