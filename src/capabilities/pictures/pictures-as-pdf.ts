import type { Shown } from './picture-job.ts'

/** A JPEG and the size of its page in points. */
export interface PdfSheet extends Shown {
  readonly pageWidth: number
  readonly pageHeight: number
}

const latin = (text: string) => Buffer.from(text, 'latin1')

function objectsOf(sheets: readonly PdfSheet[]): Buffer[] {
  const kids = sheets.map((_, index) => `${3 + index * 3} 0 R`).join(' ')
  const head = [
    latin('<< /Type /Catalog /Pages 2 0 R >>'),
    latin(`<< /Type /Pages /Kids [${kids}] /Count ${sheets.length} >>`),
  ]
  const pages = sheets.flatMap(({ bytes, width, height, pageWidth, pageHeight }, index) => {
    const first = 3 + index * 3
    const content = `q ${pageWidth.toFixed(2)} 0 0 ${pageHeight.toFixed(2)} 0 0 cm /I Do Q`
    return [
      latin(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth.toFixed(2)} ${pageHeight.toFixed(2)}] ` +
          `/Resources << /XObject << /I ${first + 2} 0 R >> >> /Contents ${first + 1} 0 R >>`,
      ),
      latin(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`),
      Buffer.concat([
        latin(
          `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB ` +
            `/BitsPerComponent 8 /Filter /DCTDecode /Length ${bytes.length} >>\nstream\n`,
        ),
        bytes,
        latin('\nendstream'),
      ]),
    ]
  })
  return [...head, ...pages]
}

/** A PDF whose pages are pictures and that says nothing else: no author, no program, no text, no date. */
export function picturesAsPdf(sheets: readonly PdfSheet[]): Uint8Array {
  const pieces: Buffer[] = [latin('%PDF-1.4\n')]
  const places: number[] = []
  let length = pieces[0]?.length ?? 0
  for (const [index, object] of objectsOf(sheets).entries()) {
    places.push(length)
    const whole = Buffer.concat([latin(`${index + 1} 0 obj\n`), object, latin('\nendobj\n')])
    pieces.push(whole)
    length += whole.length
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = places.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...pieces, latin(table)])
}
