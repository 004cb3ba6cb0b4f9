import { AlignmentType, BorderStyle, Document, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import sharp from 'sharp'
import { checkPaper } from '../check-paper.ts'
import { normalise } from '../normalise.ts'
import type { Block, Paper } from '../paper.ts'
import { profiles } from '../profiles.ts'
import type { Renderer } from '../render-pdf.ts'
import { blockChildren, type DrawnPicture } from './blocks.ts'
import { endingChildren } from './ending.ts'
import { headChildren } from './head.ts'
import { font, halfPoints, twips, type Look } from './measures.ts'

export const wordMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function picturesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'group') return picturesOf(block.blocks)
    return block.kind === 'picture' ? [block.svg] : []
  })
}

async function drawn(paper: Paper, renderer: Pick<Renderer, 'renderPicture'>) {
  const pictures = new Map<string, DrawnPicture>()
  for (const svg of new Set(picturesOf(paper.blocks))) {
    const png = await renderer.renderPicture(svg)
    const { width, height } = await sharp(png).metadata()
    pictures.set(svg, { png, width, height })
  }
  return pictures
}

const pageNumber = (look: Look) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], font, size: halfPoints(look.pageNumber) })],
  })

function mark(word: string | undefined): Paragraph[] {
  if (word === undefined) return []
  const border = { style: BorderStyle.SINGLE, size: 6, space: 2 }
  const run = new TextRun({ text: word.toLocaleUpperCase('vi'), bold: true, font, size: 18, border })
  return [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] })]
}

function page({ page }: Look) {
  const margin = { top: page.top, bottom: page.bottom, left: page.left, right: page.right }
  return {
    size: { width: twips(page.width), height: twips(page.height) },
    margin: {
      ...Object.fromEntries(Object.entries(margin).map(([side, length]) => [side, twips(length)])),
      header: twips(8),
    },
  }
}

/** The paper as a Word file that people go on writing in: the same blocks and look as its PDF. */
export async function writeDocx(given: Paper, renderer: Pick<Renderer, 'renderPicture'>): Promise<Uint8Array> {
  const paper = normalise(given)
  checkPaper(paper)
  const look = profiles[paper.profile]
  const setting = { look, language: paper.language, pictures: await drawn(paper, renderer) }
  const document = new Document({
    title: paper.title,
    creator: paper.metadata.author,
    ...(paper.metadata.keywords && { keywords: paper.metadata.keywords.join(', ') }),
    styles: {
      default: {
        document: {
          run: {
            font,
            size: halfPoints(look.body.size),
            language: { value: paper.language === 'vi' ? 'vi-VN' : 'en-GB' },
          },
        },
        ...Object.fromEntries(
          ['heading1', 'heading2', 'heading3'].map((name) => [name, { run: { font, color: '000000' } }]),
        ),
      },
    },
    sections: [
      {
        properties: { page: page(look), titlePage: true },
        headers: {
          first: new Header({ children: [...mark(paper.mark), ...(paper.mark ? [] : [new Paragraph('')])] }),
          default: new Header({ children: [pageNumber(look), ...mark(paper.mark)] }),
        },
        children: [
          ...headChildren(paper, look),
          ...paper.blocks.flatMap((block) => blockChildren(block, setting)),
          ...endingChildren(paper, look),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
