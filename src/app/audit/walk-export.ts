import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { SignedCheckpoint } from '#capabilities/audit/checkpoints/checkpoint.ts'
import { readExported, readHeader, type ExportHeader } from '#capabilities/audit/checking/export-file.ts'
import { ChainWalk, type Walked } from '#capabilities/audit/checking/walk-chain.ts'
import { CommandFailed } from '../program.ts'

export interface WalkedExport extends Walked {
  header: ExportHeader
}

function entryAt(file: string, line: string, number: number) {
  try {
    return readExported(line)
  } catch {
    throw new CommandFailed(`${file}, dòng ${number}: không phải một mục nhật ký.\n${file}, line ${number}: no entry.`)
  }
}

/** An exported log without a database, line by line. */
export async function walkExport(file: string, checkpoints: readonly SignedCheckpoint[]): Promise<WalkedExport> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
  let header: ExportHeader | null = null
  let walk: ChainWalk | null = null
  let number = 0
  for await (const line of lines) {
    number += 1
    if (walk === null) {
      header = readHeader(line)
      if (header === null) break
      const { tenant, isWhole, last } = header
      const own = checkpoints.filter((one) => one.tenant === tenant && one.number <= last)
      walk = new ChainWalk({ tenant, checkpoints: own, isPart: !isWhole, upTo: last })
    } else if (line !== '') walk.take(entryAt(file, line, number))
  }
  if (header === null || walk === null) {
    throw new CommandFailed(`${file}: không phải tệp nhật ký đã xuất (.jsonl).\n${file}: no exported log (.jsonl).`)
  }
  return { header, ...walk.end(null) }
}
