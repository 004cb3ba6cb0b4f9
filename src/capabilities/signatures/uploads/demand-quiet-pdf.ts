import { headOf, type Content } from '#platform/content.ts'
import { RuleViolation } from '#platform/errors.ts'
import { sniffMediaType } from '#platform/media-type.ts'
import type { PdfReader } from './pdf-reader.ts'

/** Refuses a PDF that does, hides or carries more than a paper. Pictures and what is no paper at all pass here. */
export async function demandQuietPdf(pdfs: PdfReader, document: Content): Promise<void> {
  if (sniffMediaType(await headOf(document)) !== 'application/pdf') return
  const [fault] = await pdfs.inspect(document)
  if (fault !== undefined) throw new RuleViolation(`uploads.${fault}`)
}
