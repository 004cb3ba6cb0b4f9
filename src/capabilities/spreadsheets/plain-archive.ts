import { strToU8, unzipSync, zipSync } from 'fflate'

/** No workbook that the zip guard lets through declares more. */
const mostBytes = 100 * 1024 * 1024

const relations = 'xl/_rels/workbook.xml.rels'
const strings = 'xl/sharedStrings.xml'
const isSheet = (name: string) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)
const isRead = (name: string) =>
  ['xl/workbook.xml', relations, strings, 'xl/styles.xml'].includes(name) || isSheet(name)

function inflated(bytes: Uint8Array): Record<string, Uint8Array> {
  let declared = 0
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!isRead(name)) return false
      declared += originalSize
      if (declared > mostBytes) throw new RangeError('declares more than it may hold')
      return true
    },
  })
}

/**
 * The parts of a workbook that are read, as its directory names them. The streaming reader follows the headers strewn
 * through a file instead, which may tell another story; and it writes sheets that come before their words to files in
 * the machine's temporary folder, where they would stay.
 */
export function plainArchive(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(inflated(bytes))
  const empty = { [relations]: strToU8('<Relationships/>'), [strings]: strToU8('<sst/>') }
  const words = parts.filter(([name]) => !isSheet(name))
  const sheets = parts.filter(([name]) => isSheet(name))
  return zipSync({ ...empty, ...Object.fromEntries(words), ...Object.fromEntries(sheets) }, { level: 0 })
}
