import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { columnName, type Cell } from './sheet.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${packaged}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    `<Relationships xmlns="${packaged}/relationships">` +
    `<Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="B" sheetId="1" r:id="r1"/></sheets>` +
    '<calcPr fullCalcOnLoad="1"/></workbook>',
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${packaged}/relationships">` +
    `<Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function cellXml(cell: Cell, column: number, row: number): string {
  const at = `${columnName(column)}${row + 1}`
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  return `<c r="${at}"><f>${escaped(cell.formula)}</f></c>`
}

/** A workbook of one sheet whose formulas hold no results: whoever opens it must compute them. */
export async function writeBook(path: string, rows: readonly (readonly Cell[])[]): Promise<void> {
  const out = createWriteStream(path)
  const zip = new Zip((error, chunk, final) => {
    if (error) throw error
    out.write(chunk)
    if (final) out.end()
  })
  const add = (name: string) => {
    const file = new ZipDeflate(name, { level: 1 })
    zip.add(file)
    return file
  }
  for (const [name, text] of Object.entries(parts)) add(name).push(strToU8(head + text), true)
  const sheet = add('xl/worksheets/sheet1.xml')
  sheet.push(strToU8(`${head}<worksheet xmlns="${main}"><sheetData>`))
  for (const [row, cells] of rows.entries()) {
    const xml = cells.map((cell, column) => cellXml(cell, column, row)).join('')
    sheet.push(strToU8(`<row r="${row + 1}">${xml}</row>`))
    if (out.writableNeedDrain) await once(out, 'drain')
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true)
  zip.end()
  await once(out, 'finish')
}
