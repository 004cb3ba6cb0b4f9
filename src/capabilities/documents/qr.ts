import makeQrCode from 'qrcode-generator'

/** The modules of a QR code (level M), row by row, dark ones true. */
export function qrModules(content: string): boolean[][] {
  const code = makeQrCode(0, 'M')
  code.addData(content)
  code.make()
  const places = Array.from({ length: code.getModuleCount() }, (_, index) => index)
  return places.map((row) => places.map((column) => code.isDark(row, column)))
}

/** A QR code (level M, quiet zone of four modules) as one filled SVG path: vectors only, as PDF/A wants. */
export function qrSvg(content: string): string {
  const modules = qrModules(content)
  const count = modules.length
  const size = count + 8
  const rows = modules.map((row, at) => darkRuns(count, (column) => row[column] === true, at))
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
