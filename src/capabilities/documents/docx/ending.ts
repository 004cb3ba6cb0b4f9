import { LineRuleType, Paragraph, type FileChild } from 'docx'
import type { Paper, SignatureCell } from '../paper.ts'
import { words } from '../words.ts'
import { textWidth, twips, type Look } from './measures.ts'
import { label } from './paragraphs.ts'
import { plainTable } from './plain-table.ts'

const upper = (text: string) => text.toLocaleUpperCase('vi')

/** The empty room of a signature. */
const room = (look: Look) =>
  new Paragraph({
    children: [],
    keepNext: true,
    spacing: { line: twips(look.signatures.roomHeight), lineRule: LineRuleType.EXACT },
  })

function signatureCell(cell: SignatureCell, look: Look): FileChild[] {
  const { size } = look.signatures
  const caption = [...cell.caption, ...(cell.post === undefined ? [] : [cell.post])]
  return [
    ...caption.map((line) => label(upper(line), size, { bold: true, keepNext: true })),
    room(look),
    label(cell.signer ?? '', size, { bold: true, after: 10 }),
  ]
}

function grid(cells: readonly SignatureCell[], columns: number, look: Look): FileChild[] {
  if (cells.length === 0) return []
  const width = textWidth(look) / columns
  const starts = cells.flatMap((_, index) => (index % columns === 0 ? [index] : []))
  const rows = starts.map((start) =>
    Array.from({ length: columns }, (_, at) => {
      const one = cells[start + at]
      return one === undefined ? [label('', look.signatures.size)] : signatureCell(one, look)
    }),
  )
  return [
    plainTable(
      Array.from({ length: columns }, () => width),
      rows,
    ),
  ]
}

function recipients({ recipients, language }: Paper, look: Look): FileChild[] {
  if (recipients === undefined) return []
  const end = (index: number) => (index === recipients.length - 1 ? '.' : ';')
  return [
    label(words(language).recipients, look.recipients.head, { bold: true, italic: true, align: 'left' }),
    ...recipients.map((line, index) =>
      label(`- ${line.replace(/[\s;.]+$/u, '')}${end(index)}`, look.recipients.item, { align: 'left' }),
    ),
  ]
}

/** What a reader checks a fixed text by, in words: Word shows it, the PDF proves it. */
function proof({ proof, language }: Paper): FileChild[] {
  if (proof === undefined) return []
  const t = words(language)
  const lines = [`${t.code} ${proof.code}`, `${t.hash} ${proof.hash}`, t.checkAt, proof.url]
  return lines.map((line) => label(line, 8.5, { align: 'left' }))
}

/** Signatures, recipients and proof, in the order in which the PDF has them. */
export function endingChildren(paper: Paper, look: Look): FileChild[] {
  const { signatures } = paper
  const spacer = label('', 6)
  if (signatures === undefined) return [spacer, ...recipients(paper, look), ...proof(paper)]
  const { cells, closing, columns, heading } = signatures
  const title =
    heading === undefined
      ? [spacer]
      : [label(upper(heading), look.signatures.size, { bold: true, before: 14, after: 8, keepNext: true })]
  const [only] = closing
  if (only !== undefined && closing.length === 1) {
    const half = textWidth(look) / 2
    const left = recipients(paper, look)
    const letter = plainTable([half, half], [[left.length > 0 ? left : [spacer], signatureCell(only, look)]])
    return [...title, ...grid(cells, columns, look), spacer, letter, spacer, ...proof(paper)]
  }
  return [
    ...title,
    ...grid(cells, columns, look),
    spacer,
    ...grid(closing, 2, look),
    spacer,
    ...recipients(paper, look),
    ...proof(paper),
  ]
}
