import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { FieldPlace } from '../signing/prepare-fields.ts'

const tinos = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos')))

function render(source: string, values: Record<string, string>): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [tinos] }] })
  return compiler.pdf({ mainFileContent: source, inputs: values }, { pdfStandard: 'a-2a' })
}

const head = `#set document(title: "Bản ký kết", date: datetime(year: 2026, month: 11, day: 23))
#set text(font: "Tinos", lang: "vi", size: 13pt, fallback: false)
`

/** Two pages of PDF/A-2a: a text and a page with room for signatures. */
export function samplePaper(title: string): Uint8Array {
  const body = `#set page(paper: "a4", margin: 20mm)
= #sys.inputs.title
#for n in range(1, 12) [+ Điều #n. Các đơn vị cùng thực hiện, cùng kiểm tra và cùng chịu trách nhiệm. #lorem(12)]
#pagebreak()
*ĐẠI DIỆN CÁC ĐƠN VỊ*`
  return render(head + body, { title })
}

/** As many pages as asked for, a line on each. */
export function samplePages(count: number): Uint8Array {
  const body = `#set page(paper: "a4")
#for n in range(0, int(sys.inputs.count)) [Trang #n #if n + 1 < int(sys.inputs.count) { pagebreak() }]`
  return render(head + body, { count: String(count) })
}

const stampSize = { width: 150, height: 60 } as const

/** One small page as a signature's picture. */
export function sampleStamp(name: string, unit: string): Uint8Array {
  const body = `#set page(width: ${stampSize.width}pt, height: ${stampSize.height}pt, margin: 4pt)
#set text(size: 9pt)
Ký bởi: *#sys.inputs.name* \\
#sys.inputs.unit \\
_Chữ ký nội bộ_`
  return render(head + body, { name, unit })
}

/** Places in two columns on the second page. */
export function samplePlaces(units: readonly string[]): FieldPlace[] {
  return units.map((unit, index) => {
    const left = 60 + (index % 2) * 250
    const bottom = 640 - Math.floor(index / 2) * 110
    const rect = [left, bottom, left + stampSize.width, bottom + stampSize.height] as const
    return { name: `unit-${index + 1}`, label: `Chữ ký của ${unit}`, page: 2, rect }
  })
}
