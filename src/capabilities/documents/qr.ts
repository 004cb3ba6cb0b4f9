import makeQrCode from 'qrcode-generator'

/** A QR code (level M, quiet zone of four modules) as one filled SVG path: vectors only, as PDF/A wants. */
export function qrSvg(content: string): string {
  const code = makeQrCode(0, 'M')
  code.addData(content)
  code.make()
  const count = code.getModuleCount()
  const size = count + 8
  const rows = Array.from({ length: count }, (_, row) => darkRuns(count, (column) => code.isDark(row, column), row))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#000" d="${rows.join('')}"/></svg>`
}

function darkRuns(count: number, isDark: (column: number) => boolean, row: number): string {
  let path = ''
  let start = 0
  for (let column = 0; column <= count; column += 1) {
    const dark = column < count && isDark(column)
    if (dark) continue
    if (column > start) path += `M${start + 4} ${row + 4}h${column - start}v1h-${column - start}z`
    start = column + 1
  }
  return path
}
