import sharp from 'sharp'

/** A picture with light and shade in places of its own, 400 × 300. */
export function photo(seed: number) {
  const spots = Array.from({ length: 12 }, (_none, index) => {
    const [x, y] = [(index * 97 * seed + seed * 31) % 400, (index * 61 * seed + seed * 17) % 300]
    return `<circle cx="${x}" cy="${y}" r="${30 + ((index * seed * 13) % 50)}" fill="hsl(${index * 30},60%,${(index * seed * 23) % 100}%)"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#9ab"/>${spots.join('')}</svg>`
  return sharp(Buffer.from(svg))
}

/** A photograph as a telephone makes it: lying on its side, with the place in it. */
export const photoWithPlace = () =>
  photo(3)
    .jpeg()
    .withExif({
      IFD0: { Make: 'Phone', Orientation: '6' },
      IFD3: { GPSLatitude: '20/1 25/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

/** Letters outside Latin-1 need a font that has them; these stand as their nearest there is in WinAnsi. */
const spoken = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

/** A PDF of one line a page, with an author. */
export function dataPage(lines: readonly string[]): Uint8Array {
  const kids = lines.map((_line, index) => `${5 + index * 2} 0 R`).join(' ')
  const contents = lines.map((line) => `BT /F 12 Tf 40 200 Td (${spoken(line).replace(/[()\\]/gu, '')}) Tj ET`)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${lines.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Author (Nguyen Thi Kin) /Producer (May quet) >>',
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 400] /Resources << /Font << /F 3 0 R >> >> /Contents ${6 + index * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + table + trailer, 'latin1')
}
