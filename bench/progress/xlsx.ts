import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Zip, ZipDeflate } from 'fflate'
import type { GridHeadings, GridPlan } from '../../src/capabilities/spreadsheets/grid.ts'
import { makeGrid, readGrid } from '../../src/capabilities/spreadsheets/read-grid.ts'
import { printMeasures, type Measure } from '../report.ts'
import { watchChildren } from './watch-children.ts'

const run = promisify(execFile)
const [rows, columns] = [10_000, 50]
const heading = (text: string) => ({ vi: text, en: text })
const names = Array.from({ length: columns }, (_none, index) => `Cột ${index + 1}`)
const headings: GridHeadings = { key: heading('Cột 1'), filled: names.slice(1).map(heading) }

/** Half of the columns figures, half words; each to be filled in. */
const plan = (): GridPlan => ({
  sheet: 'Bảng lớn',
  lines: ['Bảng lớn'],
  columns: names.map((name, index) => ({
    heading: heading(name),
    width: 12,
    rule: index === 0 ? null : index % 2 === 0 ? { kind: 'text', longest: 200 } : { kind: 'number' },
  })),
  keyColumn: 0,
  rows: Array.from({ length: rows }, (_row, row) => ({
    cells: names.map((_name, column) =>
      column === 0 ? `K${row}` : column % 2 === 0 ? `Đơn vị ${(row * column) % 997}` : `${(row * column) % 10_007}.5`,
    ),
  })),
  howTo: [],
  stamp: 'x',
})

interface Timed {
  milliseconds: number
  megabytes: number
}

async function timed<Result>(work: () => Promise<Result>): Promise<Timed & { result: Result }> {
  const watch = watchChildren()
  const startedAt = performance.now()
  try {
    const result = await work()
    return { result, milliseconds: performance.now() - startedAt, megabytes: watch.peak() }
  } finally {
    watch.stop()
  }
}

/** The same file through LibreOffice: read and written by a process that starts for it, as ours do. */
async function libreOffice(bytes: Uint8Array): Promise<Timed> {
  const folder = await mkdtemp(join(tmpdir(), 'gu-bench-'))
  const words = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'xlsx']
  const convert = () => run('soffice', [...words, '--outdir', join(folder, 'out'), join(folder, 'in.xlsx')])
  try {
    await writeFile(join(folder, 'in.xlsx'), bytes)
    // The first run makes its profile; only the second counts.
    await convert()
    const { milliseconds, megabytes } = await timed(convert)
    await stat(join(folder, 'out', 'in.xlsx'))
    return { milliseconds, megabytes }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const hasCalc = () => spawnSync('soffice', ['--version']).status === 0

/** A small file that inflates to a gigabyte and a half. */
function bomb(): Uint8Array {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  for (const name of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml']) {
    const entry = new ZipDeflate(name, { level: 1 })
    zip.add(entry)
    const zeros = new Uint8Array(1024 * 1024)
    for (let count = 0; count < (name.includes('sheet') ? 1_500 : 0); count += 1) entry.push(zeros)
    entry.push(new Uint8Array(), true)
  }
  zip.end()
  return Buffer.concat(pieces)
}

interface Guarded {
  reason: string
  milliseconds: number
  /** Of the whole process, and what the guard added to it. */
  whole: number
  own: number
}

/** The guard alone in a process of its own: what it holds is not hidden among what the bench does. */
async function guardAlone(bytes: Uint8Array): Promise<Guarded> {
  const folder = await mkdtemp(join(tmpdir(), 'gu-bench-'))
  try {
    await writeFile(join(folder, 'bomb.xlsx'), bytes)
    const child = fileURLToPath(new URL('guard-bomb.ts', import.meta.url))
    const { stdout } = await run(process.execPath, [child, join(folder, 'bomb.xlsx')])
    return JSON.parse(stdout) as Guarded
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function bombRefused(): Promise<Measure[]> {
  const bytes = bomb()
  const answer = await readGrid(headings, bytes)
  const { reason, milliseconds, whole, own } = await guardAlone(bytes)
  const size = (bytes.length / 1024 / 1024).toFixed(1)
  const what = `a zip bomb of ${size} MB: ${answer.ok ? 'READ' : answer.reason}, ${reason}`
  return [
    { what, value: milliseconds, unit: 'ms', bar: { at: 2_000, side: 'most' } },
    { what: 'memory that refusing it takes', value: own, unit: 'MB', bar: { at: 150, side: 'most' } },
    { what: '… with the process in which it is refused', value: whole, unit: 'MB' },
  ]
}

const line = (what: string, { milliseconds, megabytes }: Timed, rival?: Timed): Measure[] => [
  {
    what: `${what}, ms`,
    value: milliseconds,
    unit: 'ms',
    bar: { at: 4_000, side: 'most' },
    ...(rival && { rival: { name: 'LibreOffice converting it', value: rival.milliseconds } }),
  },
  {
    what: `${what}, memory of its process`,
    value: megabytes,
    unit: 'MB',
    bar: { at: 250, side: 'most' },
    ...(rival && { rival: { name: 'LibreOffice', value: rival.megabytes } }),
  },
]

/** A grid of 10,000 × 50 in and out, against LibreOffice converting the same file. */
export async function benchXlsx(): Promise<void> {
  const refused = await bombRefused()
  const out = await timed(() => makeGrid(plan(), 'vi'))
  const back = await timed(() => readGrid(headings, out.result))
  if (!back.result.ok) throw new Error(`the grid did not come back: ${back.result.reason}`)
  const rival = hasCalc() ? await libreOffice(out.result).catch(() => undefined) : undefined
  if (rival === undefined) {
    process.stdout.write('\nLibreOffice cannot open a workbook here: apt-get install libreoffice-calc-nogui\n')
  }
  printMeasures(`xlsx, ${rows} × ${columns}, ${(out.result.length / 1024 / 1024).toFixed(1)} MB`, [
    ...line('out', out, rival),
    ...line('in', back, rival),
    ...refused,
  ])
}
