import { extractRawText } from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { bytesOf, type Content } from '#platform/content.ts'
import { guardZip } from '#platform/zip-guard.ts'
import { readSlides, readWorkbookText } from './read-office.ts'

export type ExtractJob = { readonly kind: 'docx' | 'pdf' | 'office'; readonly content: Content }

export type ExtractAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'encrypted' | 'damaged' | 'scanned' }

async function textOfPdf(bytes: Uint8Array): Promise<ExtractAnswer> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    useSystemFonts: false,
    verbosity: 0,
  })
  const { text: pages } = await extractText(pdf, { mergePages: false })
  const text = pages.join('\n').trim()
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters < 20 ? { ok: false, reason: 'scanned' } : { ok: true, text }
}

async function textOfDocx(bytes: Uint8Array): Promise<ExtractAnswer> {
  const { value } = await extractRawText({ buffer: Buffer.from(bytes) })
  return { ok: true, text: value.trim() }
}

/** Looked through first: nothing of it is opened before. */
async function textOfOffice(bytes: Uint8Array): Promise<ExtractAnswer> {
  const verdict = guardZip(bytes)
  if (!verdict.ok) return { ok: false, reason: 'damaged' }
  if (verdict.names.includes('word/document.xml')) return textOfDocx(bytes)
  const isSlides = verdict.names.includes('ppt/presentation.xml')
  return { ok: true, text: isSlides ? readSlides(bytes) : readWorkbookText(bytes) }
}

const readers: Readonly<Record<ExtractJob['kind'], (bytes: Uint8Array) => ExtractAnswer | Promise<ExtractAnswer>>> = {
  pdf: textOfPdf,
  docx: textOfDocx,
  office: textOfOffice,
}

async function answer({ kind, content }: ExtractJob): Promise<ExtractAnswer> {
  try {
    return await readers[kind](await bytesOf(content))
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    return { ok: false, reason: locked ? 'encrypted' : 'damaged' }
  }
}

process.once('message', (job: ExtractJob) => {
  void answer(job).then((result) => process.send?.(result, () => process.disconnect()))
})
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit(0))
