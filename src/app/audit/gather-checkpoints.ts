import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readCheckpoints, writeCheckpoint, type SignedCheckpoint } from '#capabilities/audit/checkpoints/checkpoint.ts'
import { extractText } from '#capabilities/documents/extract/extract-text.ts'
import { splitCertificates } from '#capabilities/signatures/trust/certificate.ts'
import { fileTrouble } from '../file-trouble.ts'
import { CommandFailed } from '../program.ts'

/** What was kept outside: checkpoints, and the seal's certificates that lay beside them. */
export interface Gathered {
  checkpoints: SignedCheckpoint[]
  /** DER. */
  certificates: Uint8Array[]
  /** Places where a checkpoint begins that cannot be read to its end, by file. */
  unreadable: { file: string; count: number }[]
}

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

/** A body that a mail program sent as base 64. */
const encodedBody = /(?:^|\n)content-transfer-encoding:\s*base64[\s\S]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/gi

/** A plain text, or a mail as it was sent: soft line ends are taken out, bodies decoded; or such a mail as JSON. */
function textOfMail(bytes: Uint8Array): string {
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replaceAll(/=\r?\n|\\n/g, '\n')
  const bodies = [...text.matchAll(encodedBody)].map(([, body = '']) => Buffer.from(body, 'base64').toString('utf8'))
  return [text, ...bodies].join('\n')
}

async function textOf(file: string, bytes: Uint8Array): Promise<string> {
  if (!isPdf(bytes)) return textOfMail(bytes)
  const read = await extractText(bytes)
  if ('refusal' in read) throw new CommandFailed(`${file}: ${read.refusal.message.vi}\n${read.refusal.message.en}`)
  return read.text
}

const certificatesIn = (text: string) =>
  text.includes('-----BEGIN CERTIFICATE-----') ? splitCertificates(Buffer.from(text, 'latin1')) : []

/** The file, or every file of the folder and none below it. */
async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  return files.map((entry) => join(path, entry.name)).toSorted()
}

async function readAll(paths: readonly string[]): Promise<{ file: string; text: string }[]> {
  const read: { file: string; text: string }[] = []
  for (const path of paths) {
    for (const file of await filesOf(path)) read.push({ file, text: await textOf(file, await readFile(file)) })
  }
  return read
}

const pathOf = (error: unknown) =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : '--checkpoints'

const asFailure = (error: unknown) => (error instanceof CommandFailed ? error : fileTrouble(pathOf(error), error))

/** Reads checkpoints from files of any kind in which they travel: lines, mails, signed PDFs of ours, folders of these. */
export async function gatherCheckpoints(paths: readonly string[]): Promise<Gathered> {
  const texts = await readAll(paths).catch((error: unknown) => {
    throw asFailure(error)
  })
  const found = new Map<string, SignedCheckpoint>()
  const gathered: Gathered = { checkpoints: [], certificates: [], unreadable: [] }
  for (const { file, text } of texts) {
    const { checkpoints, unreadable } = readCheckpoints(text)
    for (const checkpoint of checkpoints) found.set(writeCheckpoint(checkpoint), checkpoint)
    if (unreadable > 0) gathered.unreadable.push({ file, count: unreadable })
    gathered.certificates.push(...certificatesIn(text))
  }
  if (paths.length > 0 && found.size === 0) {
    const files = paths.join(', ')
    throw new CommandFailed(`${files}: không đọc được dấu mốc nào.\n${files}: no checkpoint could be read.`)
  }
  return { ...gathered, checkpoints: [...found.values()] }
}
