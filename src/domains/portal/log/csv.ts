/** A spreadsheet takes a cell that begins so for a formula; with an apostrophe in front it is text. */
const isFormula = /^[\s]*[=+\-@\t\r]/

function cell(value: string): string {
  const plain = isFormula.test(value) ? `'${value}` : value
  return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** One line of a .csv file (RFC 4180). */
export const csvLine = (values: readonly string[]) => `${values.map(cell).join(',')}\r\n`

/** Tells spreadsheet programs that the file is UTF-8. */
export const csvMark = '\ufeff'
