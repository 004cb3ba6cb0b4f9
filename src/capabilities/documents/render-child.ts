import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { SignatureBox } from './paper.ts'

/** `input` is JSON for the template. */
export type RenderJob = { template: 'paper' | 'stamp' | 'picture'; input: string }

export type RenderAnswer =
  /** PDF, or PNG of a picture. */
  | { ok: true; bytes: Uint8Array; pages: number; boxes: SignatureBox[]; memory: number }
  | { ok: false; diagnostics: string; memory: number }

type Mark = { field: string; page: number; x: number; y: number; width: number; height: number }

const templates = fileURLToPath(new URL('./typst', import.meta.url))
const fonts = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos')))
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [fonts] }] })

// A stamp becomes the appearance of a field in another file: tags of its own would point nowhere there.
const standards = {
  paper: { pdfStandard: 'a-2a' },
  stamp: { pdfStandard: 'a-2u', pdfTags: false },
  picture: { pdfTags: false },
}

/** Pixels to a point: 216 to the inch on paper. */
const pictureScale = 3

async function render(job: RenderJob): Promise<RenderAnswer> {
  const result = compiler.compile({
    mainFilePath: join(templates, `${job.template}.typ`),
    inputs: { input: job.input },
  })
  const document = result.result
  if (document === null) return failure(JSON.stringify(result.takeError()?.shortDiagnostics ?? 'no document'))
  const pdf = compiler.pdf(document, standards[job.template])
  const bytes = job.template === 'picture' ? await picture(pdf) : pdf
  return { ok: true, bytes, pages: document.numOfPages, boxes: boxes(job, document), memory: memory() }
}

/** Loaded when it is asked for: most children print papers alone. */
async function picture(pdf: Uint8Array): Promise<Uint8Array> {
  const { rasterise } = await import('./rasterise.ts')
  return rasterise(pdf, pictureScale)
}

/** Typst measures from the upper left corner, PDF from the lower left. */
function boxes(job: RenderJob, document: NodeTypstDocument): SignatureBox[] {
  if (job.template !== 'paper') return []
  const { profile } = JSON.parse(job.input) as { profile: { page: { height: number } } }
  const pageHeight = (profile.page.height / 25.4) * 72
  const marks = compiler.query(document, { selector: '<signature>', field: 'value' }) as Mark[]
  return marks.map(({ field, page, x, y, width, height }) => ({
    field,
    page,
    rect: [x, pageHeight - y - height, x + width, pageHeight - y],
  }))
}

function failure(diagnostics: string): RenderAnswer {
  return { ok: false, diagnostics, memory: memory() }
}

function memory() {
  return process.memoryUsage.rss()
}

async function answer(job: RenderJob): Promise<RenderAnswer> {
  // A missing glyph is thrown by the PDF export; uncaught it would end the child and leave the caller waiting.
  try {
    return await render(job)
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error))
  } finally {
    compiler.evictCache(2)
  }
}

process.on('message', (job: RenderJob) => void answer(job).then((answer) => process.send?.(answer)))
// A stop sent to the whole group would cut the job that the parent still waits for; the child ends with its parent.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit(0))
