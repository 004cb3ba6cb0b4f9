import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun, type IParagraphOptions } from 'docx'
import type { Run } from '../paper.ts'
import { font, halfPoints, pointTwips, twips, type Look } from './measures.ts'

/** One run of the paper; a line feed breaks the line. */
export function textRuns(runs: readonly Run[], size: number, over: Partial<Run> = {}): TextRun[] {
  return runs.flatMap((given) => {
    const { text, bold = false, italic = false } = { ...given, ...over }
    return text.split('\n').map(
      (line, index) =>
        new TextRun({
          text: line,
          bold,
          italics: italic,
          font,
          size: halfPoints(size),
          ...(index > 0 && { break: 1 }),
        }),
    )
  })
}

type BodyOptions = { align?: 'justify' | 'left' | 'center' | 'right'; indented?: boolean; keepNext?: boolean }

const alignments = {
  justify: AlignmentType.JUSTIFIED,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

/** A paragraph of the body: exact lines, space between, the first line indented when justified. */
export function bodyParagraph(
  look: Look,
  children: IParagraphOptions['children'],
  options: BodyOptions = {},
): Paragraph {
  const { align = 'justify', indented = align === 'justify', keepNext = false } = options
  return new Paragraph({
    ...(children && { children }),
    alignment: alignments[align],
    keepNext,
    spacing: {
      line: pointTwips(look.body.lineHeight),
      lineRule: LineRuleType.AT_LEAST,
      after: pointTwips(look.body.paragraphSpacing),
    },
    ...(indented && { indent: { firstLine: twips(look.body.indent) } }),
  })
}

type LabelOptions = Partial<Run> & { before?: number; after?: number; keepNext?: boolean; align?: 'left' | 'center' }

/** A line of a head, a cell or a list: no indent, tight. */
export function label(text: string, size: number, options: LabelOptions = {}): Paragraph {
  const { before = 0, after = 2, keepNext = false, align = 'center', ...run } = options
  return new Paragraph({
    children: textRuns([{ text, ...run }], size),
    alignment: alignments[align],
    keepNext,
    spacing: { before: pointTwips(before), after: pointTwips(after) },
  })
}

/** A stroke in the middle of a column: `width` of `room`, both in millimetres. */
export function rule(width: number, room: number, after = 0): Paragraph {
  const side = twips(Math.max(0, (room - width) / 2))
  return new Paragraph({
    children: [new TextRun({ text: '', font, size: 4 })],
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1 } },
    indent: { left: side, right: side },
    spacing: { before: 60, line: 40, lineRule: LineRuleType.EXACT, after: pointTwips(after) },
  })
}
