import { guardZip, type ZipFault } from '#platform/zip-guard.ts'
import { decodeText } from './decode-text.ts'
import { extractApart } from './extract-apart.ts'
import type { ExtractJob } from './extract-child.ts'
import { refuse, type Extracted, type RefusalCode } from './refusal.ts'
import { holdsEncryptedPackage, sniffFile, type FileKind } from './sniff.ts'

const sizeLimit = 20 * 1024 * 1024
const timeLimit = 20_000

const zipRefusals: Readonly<Record<ZipFault, RefusalCode>> = {
  damaged: 'damaged',
  encrypted: 'encrypted',
  too_many_entries: 'unsafe_archive',
  bad_name: 'unsafe_archive',
  too_large: 'unsafe_archive',
}

async function fromChild(job: ExtractJob): Promise<Extracted> {
  const answer = await extractApart(job, timeLimit)
  if (answer === 'stopped') return refuse('too_slow')
  if (!answer.ok) return refuse(answer.reason)
  return answer.text === '' ? refuse('no_text') : { text: answer.text.normalize('NFC') }
}

async function fromZip(bytes: Uint8Array): Promise<Extracted> {
  const verdict = guardZip(bytes)
  if (!verdict.ok) return refuse(zipRefusals[verdict.reason])
  return verdict.names.includes('word/document.xml')
    ? fromChild({ kind: 'docx', content: bytes })
    : refuse('not_a_document')
}

function fromPlain(bytes: Uint8Array): Extracted {
  const text = decodeText(bytes)
  if (text === null) return refuse('unknown_encoding')
  return text.trim() === '' ? refuse('empty') : { text }
}

const readers: Readonly<Record<FileKind, (bytes: Uint8Array) => Extracted | Promise<Extracted>>> = {
  pdf: (bytes) => fromChild({ kind: 'pdf', content: bytes }),
  zip: fromZip,
  ole: (bytes) => refuse(holdsEncryptedPackage(bytes) ? 'encrypted' : 'old_word'),
  picture: () => refuse('scanned'),
  rtf: () => refuse('not_a_document'),
  html: () => refuse('not_a_document'),
  program: () => refuse('not_a_document'),
  text: fromPlain,
}

/** The words of a .txt, .docx or .pdf, NFC; what the file is, its bytes say. Up to 20 MB. */
export async function extractText(bytes: Uint8Array): Promise<Extracted> {
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > sizeLimit) return refuse('too_large')
  return readers[sniffFile(bytes)](bytes)
}
