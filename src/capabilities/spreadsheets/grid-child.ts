import type { Locale } from '#platform/words.ts'
import type { GridPlan } from './grid.ts'
import { findGrid, type FoundGrid, type GridSearch } from './find-grid.ts'
import { writeGrid } from './write-grid.ts'

export type GridJob =
  | { readonly do: 'write'; readonly plan: GridPlan; readonly locale: Locale }
  | ({ readonly do: 'read'; readonly bytes: Uint8Array } & GridSearch)

export type GridAnswer =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: true; readonly found: FoundGrid }
  | { readonly ok: false }

async function work(job: GridJob): Promise<GridAnswer> {
  if (job.do === 'write') return { ok: true, bytes: await writeGrid(job.plan, job.locale) }
  return { ok: true, found: await findGrid(job.bytes, job) }
}

process.once('message', (job: GridJob) => {
  void work(job)
    .catch((): GridAnswer => ({ ok: false }))
    .then((answer) => process.send?.(answer, () => process.disconnect()))
})
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit(0))
