import type { Content } from '#platform/content.ts'
import { extractApart } from './extract-apart.ts'

const timeLimit = 30_000

/** The words of a .docx, .xlsx or .pptx for the search, NFC; none where there is nothing to be read. */
export async function extractOfficeText(content: Content): Promise<string> {
  const answer = await extractApart({ kind: 'office', content }, timeLimit)
  return answer === 'stopped' || !answer.ok ? '' : answer.text.replaceAll('\0', '').normalize('NFC')
}
