import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { watchChildren } from '../progress/watch-children.ts'
import { firstCriterion, totalColumn, type Cell } from './sheet.ts'
import { writeBook } from './write-book.ts'

const run = promisify(execFile)

export interface Recalculated {
  readonly name: string
  /** The whole: open, compute, write out. */
  readonly milliseconds: number
  /** The same sheet with figures in place of formulas: what is not computing. */
  readonly withoutComputing: number
  readonly megabytes: number
  /** Criteria, total and rank of each unit. */
  readonly figures: readonly (readonly number[])[]
}

interface Program {
  readonly name: string
  readonly command: string
  readonly words: (folder: string, book: string) => string[]
}

const programs: readonly Program[] = [
  {
    name: 'LibreOffice Calc',
    command: 'soffice',
    words: (folder, book) => [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'csv',
      '--outdir',
      folder,
      join(folder, `${book}.xlsx`),
    ],
  },
  {
    name: 'Gnumeric',
    command: 'ssconvert',
    words: (folder, book) => ['--recalc', join(folder, `${book}.xlsx`), join(folder, `${book}.csv`)],
  },
]

const figuresOf = (csv: string): number[][] =>
  csv
    .trim()
    .split('\n')
    .map((line) => {
      const cells = line.split(',').map(Number)
      return [...cells.slice(firstCriterion, firstCriterion + 60), ...cells.slice(totalColumn, totalColumn + 2)]
    })

async function timed({ command, words }: Program, folder: string, book: string) {
  const watch = watchChildren()
  const startedAt = performance.now()
  try {
    await run(command, words(folder, book), { maxBuffer: 1e8 })
    return { milliseconds: performance.now() - startedAt, megabytes: watch.peak() }
  } finally {
    watch.stop()
  }
}

async function recalculate(program: Program, folder: string): Promise<Recalculated | string> {
  try {
    // The first run makes its profile.
    await timed(program, folder, 'small')
    const still = await timed(program, folder, 'still')
    const live = await timed(program, folder, 'live')
    const figures = figuresOf(await readFile(join(folder, 'live.csv'), 'utf8'))
    return { name: program.name, ...live, withoutComputing: still.milliseconds, figures }
  } catch (error) {
    return `${program.name} (${program.command}) did not run: ${error instanceof Error ? error.message.slice(0, 200) : ''}`
  }
}

/** The same sheet through every spreadsheet program that is there; a sentence for each that is not. */
export async function recalculateAll(live: readonly Cell[][]): Promise<readonly (Recalculated | string)[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gu-bench-scoring-'))
  try {
    await writeBook(join(folder, 'live.xlsx'), live)
    await writeBook(join(folder, 'small.xlsx'), live.slice(0, 20))
    const still = live.map((row) => row.map((cell) => (typeof cell === 'object' ? 1.25 : cell)))
    await writeBook(join(folder, 'still.xlsx'), still)
    const results: (Recalculated | string)[] = []
    for (const program of programs) results.push(await recalculate(program, folder))
    return results
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
