import { extractRawText } from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'

export type ExtractJob = { readonly kind: 'docx' | 'pdf'; readonly bytes: Uint8Array }

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

async function answer({ kind, bytes }: ExtractJob): Promise<ExtractAnswer> {
  try {
    return await (kind === 'pdf' ? textOfPdf(bytes) : textOfDocx(bytes))
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
