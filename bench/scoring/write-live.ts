import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readyTable } from '../../src/domains/scoring/engine/ready-table.ts'
import { scoreUnits } from '../../src/domains/scoring/engine/score-units.ts'
import { writeBlocWorkbook } from '../../src/domains/scoring/workbook/write-score-workbook.ts'
import { provinceFacts, provinceTable } from './province.ts'

// A process of its own, so that its memory is told from the bench's.
const units = Number(process.argv[2])
const facts = provinceFacts(units)
const ready = readyTable(provinceTable)
const book = {
  ready,
  facts,
  result: scoreUnits(ready, facts),
  locale: 'vi',
  by: 'bench',
  now: new Date('2023-12-20T00:00:00Z'),
} as const
const path = join(tmpdir(), `gu-bench-live-${process.pid}.xlsx`)
const before = process.memoryUsage().rss
const startedAt = performance.now()
try {
  await writeBlocWorkbook({ ...book, origin: { heading: '', rows: [] } }, createWriteStream(path))
  const milliseconds = performance.now() - startedAt
  const bytes = (await stat(path)).size
  const peak = process.resourceUsage().maxRSS * 1024
  process.stdout.write(JSON.stringify({ milliseconds, bytes, peak, used: Math.max(0, peak - before) }))
} finally {
  await rm(path, { force: true })
}
