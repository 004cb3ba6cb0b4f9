import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { SignatureBox } from './paper.ts'

/** `input` is JSON for the template. */
export type RenderJob = { template: 'paper' | 'stamp'; input: string }

export type RenderAnswer =
  | { ok: true; pdf: Uint8Array; pages: number; boxes: SignatureBox[]; memory: number }
  | { ok: false; diagnostics: string; memory: number }

type Mark = { field: string; page: number; x: number; y: number; width: number; height: number }

const templates = fileURLToPath(new URL('./typst', import.meta.url))
const fonts = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos')))
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [fonts] }] })

function render(job: RenderJob): RenderAnswer {
  const result = compiler.compile({
    mainFilePath: join(templates, `${job.template}.typ`),
    inputs: { input: job.input },
  })
  const document = result.result
  if (document === null) return failure(JSON.stringify(result.takeError()?.shortDiagnostics ?? 'no document'))
  // A stamp becomes the appearance of a field in another file: tags of its own would point nowhere there.
  const standard = job.template === 'paper' ? { pdfStandard: 'a-2a' } : { pdfStandard: 'a-2u', pdfTags: false }
  const pdf = compiler.pdf(document, standard)
  return { ok: true, pdf, pages: document.numOfPages, boxes: boxes(job, document), memory: memory() }
}

/** Typst measures from the upper left corner, PDF from the lower left. */
function boxes(job: RenderJob, document: NodeTypstDocument): SignatureBox[] {
  if (job.template === 'stamp') return []
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

function answer(job: RenderJob): RenderAnswer {
  // A missing glyph is thrown by the PDF export; uncaught it would end the child and leave the caller waiting.
  try {
    return render(job)
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error))
  } finally {
    compiler.evictCache(2)
  }
}

process.on('message', (job: RenderJob) => process.send?.(answer(job)))
// A stop sent to the whole group would cut the job that the parent still waits for; the child ends with its parent.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit(0))
