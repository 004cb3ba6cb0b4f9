import { extractText } from '#capabilities/documents/extract/extract-text.ts'
import { refuse, type Refusal } from '#capabilities/documents/extract/refusal.ts'
import type { Draft } from './draft.ts'
import { readAgreement } from './read-agreement.ts'

/** Twelve long articles; reading grows faster than the text does. */
const longestArticle = 40_000

/** `text` is the NFC text that the draft's spans count in. */
export type AgreementFile = { readonly draft: Draft; readonly text: string } | { readonly refusal: Refusal }

/** Reads a .txt, .docx or .pdf about a bloc's agreement, or says why it cannot. */
export async function readAgreementFile(bytes: Uint8Array): Promise<AgreementFile> {
  const extracted = await extractText(bytes)
  if ('refusal' in extracted) return extracted
  if (extracted.text.length > longestArticle) return refuse('too_long')
  return { draft: readAgreement(extracted.text), text: extracted.text }
}
