import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import sharp, { type Sharp } from 'sharp'
import { loadBeside, readLetters, startLibrary, type Placed } from './pdf-letters.ts'
import { Refused, type Size } from './picture-job.ts'

export interface PdfPages {
  readonly count: number
  sizeOf(page: number): Size
  textOf(page: number): string
  lettersOf(page: number): Placed[]
  /** The page as a picture of at most so many points across. */
  draw(page: number, most: number): Promise<Sharp>
}

/** A page may declare any size; no picture of it grows beyond this. */
const mostScale = 8

async function load(library: PDFiumLibrary, bytes: Uint8Array): Promise<PDFiumDocument> {
  return library.loadDocument(bytes).catch((error: unknown) => {
    throw new Refused(/password|encrypt|security/iu.test(String(error)) ? 'encrypted' : 'damaged')
  })
}

/** Opens a PDF for looking at; only ever in a process that may be lost. */
export async function openPdfPages(bytes: Uint8Array): Promise<PdfPages> {
  const { library, module } = await startLibrary()
  const document = await load(library, bytes)
  const beside = loadBeside(module, bytes)
  const sizeOf = (page: number) => {
    const { originalWidth, originalHeight } = document.getPage(page).getOriginalSize()
    return { width: Math.max(1, originalWidth), height: Math.max(1, originalHeight) }
  }
  return {
    count: document.getPageCount(),
    sizeOf,
    textOf: (page) => document.getPage(page).getText(),
    lettersOf: (page) => readLetters(module, beside, page),
    async draw(page, most) {
      const { width, height } = sizeOf(page)
      const scale = Math.min(mostScale, most / Math.max(width, height))
      const drawn = await document.getPage(page).render({
        render: 'bitmap',
        width: Math.max(1, Math.round(width * scale)),
        height: Math.max(1, Math.round(height * scale)),
        renderFormFields: true,
      })
      const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const
      return sharp(drawn.data, { raw }).flatten({ background: '#fff' })
    },
  }
}
