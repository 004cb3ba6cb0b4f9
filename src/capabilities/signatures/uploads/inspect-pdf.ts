import { openPdf } from '../pdf/file.ts'
import { PdfSyntaxError } from '../pdf/parse.ts'
import { findActiveContent } from './find-active-content.ts'
import type { ActiveContent } from './find-active-content.ts'

/** Why a PDF from outside is not accepted. */
export type UploadFault = ActiveContent | 'encrypted' | 'unreadable'

/** Never throws on account of the bytes. */
export function inspectPdf(pdf: Uint8Array): readonly UploadFault[] {
  try {
    const file = openPdf(pdf)
    return file.trailer.has('Encrypt') ? ['encrypted'] : findActiveContent(file)
  } catch (error) {
    if (error instanceof PdfSyntaxError) return searchWords(pdf)
    throw error
  }
}

const telling: readonly (readonly [UploadFault, RegExp])[] = [
  ['encrypted', /\/Encrypt\b/],
  ['script', /\/(?:JavaScript|JS)\b/],
  ['launch', /\/(?:Launch|GoToR|GoToE)\b/],
  ['submit', /\/(?:SubmitForm|ImportData)\b/],
  ['attachment', /\/(?:EmbeddedFiles?|FileAttachment)\b/],
  ['form', /\/XFA\b/],
  ['layers', /\/OCProperties\b/],
  ['media', /\/(?:RichMedia|Rendition|Movie)\b/],
  // Packed objects, whose names no search finds.
  ['unreadable', /\/ObjStm\b/],
]

/** Scanners write files that only lenient readers open. A scan is accepted, but not what names something active. */
function searchWords(pdf: Uint8Array): UploadFault[] {
  const written = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const text = written.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return telling.flatMap(([fault, pattern]) => (pattern.test(text) ? [fault] : []))
}
