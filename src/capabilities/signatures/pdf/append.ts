import { createHash } from 'node:crypto'
import type { PdfFile } from './file.ts'
import { dict, isArray, name } from './value.ts'
import type { PdfStream, PdfString, PdfValue } from './value.ts'
import { writeValue } from './write.ts'

/** Objects to be written after the end of a file; new ones get the next free numbers. */
export interface Draft {
  readonly file: PdfFile
  readonly objects: Map<number, PdfValue>
  next: number
}

export interface Appended {
  readonly bytes: Uint8Array
  /** Where each written object starts. */
  readonly offsets: ReadonlyMap<number, number>
}

export function startDraft(file: PdfFile): Draft {
  const size = file.trailer.get('Size')
  const highest = [...file.entries.keys()].reduce((most, num) => Math.max(most, num), 0)
  return { file, objects: new Map(), next: Math.max(typeof size === 'number' ? size : 0, highest + 1) }
}

export function addObject(draft: Draft, value: PdfValue): number {
  const num = draft.next
  draft.next += 1
  draft.objects.set(num, value)
  return num
}

/** The given bytes, untouched, and behind them one more revision, with a table of the same style as the last one. */
export function appendRevision(draft: Draft): Appended {
  const { file } = draft
  const parts: Buffer[] = [Buffer.from(endsLine(file.bytes) ? '' : '\n')]
  const offsets = new Map<number, number>()
  let at = file.bytes.length + (parts[0]?.length ?? 0)
  for (const [num, value] of [...draft.objects].sort(([one], [other]) => one - other)) {
    const part = Buffer.concat([
      Buffer.from(`${num} ${generation(file, num)} obj\n`),
      writeValue(value),
      Buffer.from('\nendobj\n'),
    ])
    offsets.set(num, at)
    at += part.length
    parts.push(part)
  }
  parts.push(file.sections[0]?.style === 'stream' ? tableStream(draft, offsets, at) : table(draft, offsets))
  parts.push(Buffer.from(`startxref\n${at}\n%%EOF\n`))
  return { bytes: Buffer.concat([file.bytes, ...parts]), offsets }
}

const endsLine = (bytes: Uint8Array) => bytes.at(-1) === 10 || bytes.at(-1) === 13

function generation(file: PdfFile, num: number): number {
  const entry = file.entries.get(num)
  return entry?.kind === 'plain' ? entry.gen : 0
}

function trailerEntries(draft: Draft, size: number): Record<string, PdfValue> {
  const { trailer, sections } = draft.file
  const kept = ['Root', 'Info'].flatMap((key) => (trailer.has(key) ? [[key, trailer.get(key) ?? null] as const] : []))
  return { Size: size, ...Object.fromEntries(kept), ...identifiers(draft), Prev: sections[0]?.offset ?? 0 }
}

/** The first identifier names the document and stays; the second names this revision. */
function identifiers(draft: Draft): Record<string, PdfValue> {
  const old = draft.file.trailer.get('ID')
  const first: PdfValue | undefined = isArray(old) ? old[0] : undefined
  if (first === undefined) return {}
  const hash = createHash('sha256').update(draft.file.bytes)
  for (const [num, value] of draft.objects) hash.update(`${num} `).update(writeValue(value))
  const second: PdfString = { kind: 'string', bytes: hash.digest().subarray(0, 16) }
  return { ID: [first, second] }
}

function runs(nums: readonly number[]): number[][] {
  const found: number[][] = []
  for (const num of [...nums].sort((one, other) => one - other)) {
    const last = found.at(-1)
    if (last && last.at(-1) === num - 1) last.push(num)
    else found.push([num])
  }
  return found
}

function table(draft: Draft, offsets: ReadonlyMap<number, number>): Buffer {
  const line = (num: number) =>
    `${String(offsets.get(num)).padStart(10, '0')} ${String(generation(draft.file, num)).padStart(5, '0')} n \n`
  const blocks = runs([...offsets.keys()]).map((run) => `${run[0]} ${run.length}\n${run.map(line).join('')}`)
  const trailer = writeValue(dict(trailerEntries(draft, draft.next)))
  return Buffer.concat([Buffer.from(`xref\n${blocks.join('')}trailer\n`), trailer, Buffer.from('\n')])
}

function tableStream(draft: Draft, offsets: ReadonlyMap<number, number>, at: number): Buffer {
  const own = draft.next
  const all = new Map([...offsets, [own, at] as const])
  const groups = runs([...all.keys()])
  const data = Buffer.concat(groups.flat().map((num) => row(all.get(num) ?? 0, generation(draft.file, num))))
  const index = groups.flatMap((run) => [run[0] ?? 0, run.length])
  const entries = { ...trailerEntries(draft, own + 1), Type: name('XRef'), W: [1, 6, 2], Index: index }
  const stream: PdfStream = { kind: 'stream', dict: dict(entries), data }
  return Buffer.concat([Buffer.from(`${own} 0 obj\n`), writeValue(stream), Buffer.from('\nendobj\n')])
}

function row(offset: number, gen: number): Buffer {
  const bytes = Buffer.alloc(9)
  bytes.writeUInt8(1, 0)
  bytes.writeUIntBE(offset, 1, 6)
  bytes.writeUInt16BE(gen, 7)
  return bytes
}
