export const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

// oxlint-disable-next-line no-control-regex -- signs that XML has no way to write
const special = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u
// oxlint-disable-next-line no-control-regex -- as above
const all = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML holds it, without the signs that it cannot hold. */
export const escaped = (text: string): string =>
  special.test(text) ? text.replaceAll(all, (sign) => entities[sign] ?? '') : text

/** What a workbook says of itself. */
export interface BookTold {
  readonly title: string
  readonly subject: string
  /** Of which record, version and hash it was made, and when. */
  readonly description: string
  readonly creator: string
  readonly created: Date
}

export interface WrittenSheet {
  readonly name: string
  /** Rows of headings, from 1, that each printed page repeats. */
  readonly repeated?: readonly [number, number] | undefined
}

export const sheetPart = (index: number) => `xl/worksheets/sheet${index + 1}.xml`

function contentTypes(sheets: readonly WrittenSheet[]): string {
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`
  return (
    `<Types xmlns="${packaged}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('xl/workbook.xml', `${sheetMl}.sheet.main+xml`) +
    override('xl/styles.xml', `${sheetMl}.styles+xml`) +
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    `${sheets.map((_one, index) => override(sheetPart(index), `${sheetMl}.worksheet+xml`)).join('')}</Types>`
  )
}

const relations = (all: readonly { readonly type: string; readonly target: string }[]) =>
  `<Relationships xmlns="${packaged}/relationships">${all
    .map(({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** The program that opens the file shall compute it, whatever results it carries. */
function workbook(sheets: readonly WrittenSheet[]): string {
  const named = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const titles = sheets.flatMap(({ name, repeated }, index) => {
    if (repeated === undefined) return []
    const rows = `'${escaped(name.replaceAll("'", "''"))}'!$${repeated[0]}:$${repeated[1]}`
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${rows}</definedName>`]
  })
  const names = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`
  return (
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${named.join('')}</sheets>${names}` +
    '<calcPr calcId="171027" fullCalcOnLoad="1"/></workbook>'
  )
}

function core({ title, subject, description, creator, created }: BookTold): string {
  const at = created.toISOString().replace(/\.\d+Z$/u, 'Z')
  const day = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`
  return (
    `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subject)}</dc:subject>` +
    `<dc:creator>${escaped(creator)}</dc:creator><dc:description>${escaped(description)}</dc:description>` +
    `<cp:lastModifiedBy>${escaped(creator)}</cp:lastModifiedBy>${day('created')}${day('modified')}</cp:coreProperties>`
  )
}

/** Everything in a workbook that is neither a sheet nor a style. */
export function bookParts(told: BookTold, sheets: readonly WrittenSheet[]): ReadonlyMap<string, string> {
  const ofBook = [
    ...sheets.map((_one, index) => ({ type: `${office}/worksheet`, target: sheetPart(index).replace('xl/', '') })),
    { type: `${office}/styles`, target: 'styles.xml' },
  ]
  const metadata = `${packaged}/relationships/metadata/core-properties`
  const ofPackage = [
    { type: `${office}/officeDocument`, target: 'xl/workbook.xml' },
    { type: metadata, target: 'docProps/core.xml' },
  ]
  return new Map([
    ['[Content_Types].xml', head + contentTypes(sheets)],
    ['_rels/.rels', head + relations(ofPackage)],
    ['docProps/core.xml', head + core(told)],
    ['xl/workbook.xml', head + workbook(sheets)],
    ['xl/_rels/workbook.xml.rels', head + relations(ofBook)],
  ])
}
