import { HeadingLevel, ImageRun, Paragraph, TextRun, type FileChild } from 'docx'
import { closedBases, flatClauses, runsOf } from '../block-text.ts'
import type { Block, Paper, Party } from '../paper.ts'
import { words } from '../words.ts'
import { dataTable } from './data-table.ts'
import { font, halfPoints, pointTwips, textWidth, twips, type Look } from './measures.ts'
import { bodyParagraph, label, textRuns } from './paragraphs.ts'

/** A drawing as the bytes of a PNG, with its size in pixels. */
export type DrawnPicture = { png: Uint8Array; width: number; height: number }

export type BlockSetting = {
  look: Look
  language: Paper['language']
  pictures: ReadonlyMap<string, DrawnPicture>
  /** Whether what is written must stay on the page of what follows. */
  keepNext?: boolean
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

function heading(block: Extract<Block, { kind: 'heading' }>, { look }: BlockSetting): FileChild[] {
  const text = [block.number, block.text].filter(Boolean).join(' ')
  return [
    new Paragraph({
      heading: levels[block.level],
      children: textRuns([{ text, bold: true, italic: block.level === 3 }], look.body.size),
      keepNext: true,
      spacing: { before: pointTwips(4), after: pointTwips(look.body.paragraphSpacing) },
      indent: { firstLine: twips(look.body.indent) },
    }),
  ]
}

function party(one: Party, { look, language, keepNext = false }: BlockSetting): FileChild {
  const t = words(language)
  const parts = [
    ...(one.representative === undefined ? [] : [`${t.representative} ${one.representative}`]),
    ...(one.post === undefined ? [] : [`${t.post} ${one.post}`]),
  ]
  const size = look.body.size
  const person =
    parts.length === 0 ? [] : [new TextRun({ break: 1 }), ...textRuns([{ text: `${parts.join(', ')}.` }], size)]
  return bodyParagraph(
    look,
    [...textRuns([{ text: `${one.number} ` }, { text: one.name, bold: true }], size), ...person],
    { align: 'left', indented: true, keepNext },
  )
}

/** Word measures pictures in pixels of 96 to the inch. */
const pixels = (millimetres: number) => (millimetres / 25.4) * 96

function picture(block: Extract<Block, { kind: 'picture' }>, setting: BlockSetting): FileChild[] {
  const { look, pictures, keepNext = false } = setting
  const drawn = pictures.get(block.svg)
  if (drawn === undefined) throw new Error('a picture of the paper was not drawn')
  const width = pixels(textWidth(look))
  const image = new ImageRun({
    type: 'png',
    data: drawn.png,
    transformation: { width, height: (width * drawn.height) / drawn.width },
    altText: { name: block.caption ?? block.alt, title: block.caption ?? '', description: block.alt },
  })
  const hasCaption = block.caption !== undefined
  return [
    bodyParagraph(look, [image], { align: 'center', keepNext: keepNext || hasCaption }),
    ...(block.caption === undefined ? [] : [label(block.caption, look.table, { italic: true, after: 8, keepNext })]),
  ]
}

type Writers = {
  [Kind in Block['kind']]: (block: Extract<Block, { kind: Kind }>, setting: BlockSetting) => FileChild[]
}

/** Every kind of block; the compiler asks for a new one here too. */
const writers: Writers = {
  bases: ({ lines }, { look, keepNext = false }) =>
    closedBases(lines).map((text) =>
      bodyParagraph(look, textRuns([{ text, italic: true }], look.body.size), { keepNext }),
    ),
  paragraph: ({ text, align = 'justify' }, { look, keepNext = false }) => [
    bodyParagraph(look, textRuns(runsOf(text), look.body.size), { align, keepNext }),
  ],
  heading,
  clauses: ({ clauses }, { look, keepNext = false }) =>
    flatClauses(clauses).map(({ number, text }) =>
      bodyParagraph(look, textRuns([{ text: `${number} ` }, ...text], look.body.size), { keepNext }),
    ),
  table: (block, { look }) => [
    dataTable(block, look),
    new Paragraph({ children: [new TextRun({ font, size: halfPoints(4) })] }),
  ],
  parties: ({ parties }, setting) => parties.map((one) => party(one, setting)),
  picture,
  group: ({ blocks }, setting) =>
    blocks.flatMap((inner, index) =>
      blockChildren(inner, { ...setting, keepNext: setting.keepNext === true || index < blocks.length - 1 }),
    ),
}

/** The same blocks as Typst prints, for Word. */
export function blockChildren(block: Block, setting: BlockSetting): FileChild[] {
  const write = writers[block.kind] as (block: Block, setting: BlockSetting) => FileChild[]
  return write(block, setting)
}
