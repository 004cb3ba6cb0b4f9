import { type FileChild } from 'docx'
import type { Paper } from '../paper.ts'
import { textWidth, type Look } from './measures.ts'
import { label, rule } from './paragraphs.ts'
import { plainTable } from './plain-table.ts'

const upper = (text: string) => text.toLocaleUpperCase('vi')

/** How long a line of bold letters is, near enough for a stroke under it, in millimetres. */
const lengthOf = (text: string, size: number) => text.length * size * 0.19

function issuer({ head }: Paper, look: Look): FileChild[] {
  const { size, width, ruleShare, mark } = look.issuer
  const last = head.body.at(-1) ?? ''
  return [
    ...head.parent.map((line) => label(upper(line), size)),
    ...head.body.map((line) => label(upper(line), size, { bold: true })),
    mark === '' ? rule(Math.min(width, lengthOf(last, size)) * ruleShare, width) : label(mark, size),
  ]
}

function motto(look: Look, width: number): FileChild[] {
  const { lines, sizes }: { lines: readonly string[]; sizes: readonly [number, number] } = look.motto
  const told = lines.flatMap((text, index) => (text === '' ? [] : [{ text, size: sizes[index] ?? sizes[0] }]))
  const last = told.at(-1)
  return [
    ...told.map(({ text, size }) => label(text, size, { bold: true })),
    ...(last === undefined ? [] : [rule(lengthOf(last.text, last.size), width)]),
  ]
}

/** The two columns of Decree 30's head, then the title and what the paper is about. */
export function headChildren(paper: Paper, look: Look): FileChild[] {
  const left = look.issuer.width
  const right = textWidth(look) - left
  const { number, placeAndDate } = paper.head
  const { size, ruleShare } = look.about
  const about =
    paper.about === undefined
      ? []
      : [
          label(paper.about, size, { bold: true }),
          rule(Math.min(140, lengthOf(paper.about, size)) * ruleShare, textWidth(look), 12),
        ]
  return [
    plainTable(
      [left, right],
      [
        [issuer(paper, look), motto(look, right)],
        [
          [label(number ?? '', look.number, { before: 6 })],
          [label(placeAndDate, look.placeAndDate, { italic: true, before: 6 })],
        ],
      ],
    ),
    label(upper(paper.title), look.title, { bold: true, before: 18, after: paper.about === undefined ? 14 : 4 }),
    ...about,
  ]
}
