import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runApart } from '#platform/run-apart.ts'
import type { Locale } from '#platform/words.ts'
import type { GridAnswer, GridJob } from './grid-child.ts'
import { type GridHeadings, type GridPlan, mostGridRows, type ReadGrid } from './grid.ts'
import { foldHeading } from './headings.ts'
import { refusalOfBytes, refuse, type WorkbookRefusal } from './read-workbook.ts'

/** Beside this module, in source (.ts, run by Node itself) as in the bundle (.js). */
const childPath = fileURLToPath(new URL(`./grid-child${extname(import.meta.url)}`, import.meta.url))

const bounds = { timeoutMs: 60_000, memoryMegabytes: 160, youngMegabytes: 4 }

const askChild = (job: GridJob) => runApart<GridAnswer>(childPath, job, bounds)

/** The workbook of a grid, made in a process of its own. */
export async function makeGrid(plan: GridPlan, locale: Locale): Promise<Uint8Array> {
  const answer = await askChild({ do: 'write', plan, locale })
  if (answer === 'stopped' || !answer.ok || !('bytes' in answer)) throw new Error('a grid could not be written')
  return answer.bytes
}

/** The cells of a grid that came back, and its stamp, parsed in a process of its own. */
export async function readGrid(headings: GridHeadings, bytes: Uint8Array): Promise<ReadGrid | WorkbookRefusal> {
  const refused = refusalOfBytes(bytes)
  if (refused !== undefined) return refused
  const known = [headings.key, ...headings.filled]
  const folded = known.map(({ vi, en }) => [foldHeading(vi), foldHeading(en)])
  const answer = await askChild({ do: 'read', bytes, headings: folded, mostRows: mostGridRows })
  if (answer === 'stopped') return refuse('tooSlow')
  if (!answer.ok || !('found' in answer)) return refuse('damaged')
  const { stamp, sheets } = answer.found
  const [sheet, second] = sheets
  if (sheet === undefined) return refuse('noGrid', { columns: known.map(({ vi }) => `“${vi}”`).join(', ') })
  if (second !== undefined) return refuse('twoSheets')
  if (sheet.tooMany) return refuse('tooManyRows', { most: mostGridRows })
  return { ok: true, stamp, rows: sheet.rows, places: sheet.places.slice(1) }
}
