import { gallery } from '../src/capabilities/documents/gallery.ts'
import { createRenderer } from '../src/capabilities/documents/render-pdf.ts'
import { printMeasures, quantile } from './report.ts'
import { residentMb } from './program.ts'

const runs = 60

/** The agreement's paper, cold and warm, in one child. */
export async function benchPdf(): Promise<void> {
  const renderer = createRenderer({ children: 1 })
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now()
    await renderer.renderPdf({ ...gallery.agreement, title: `GIAO ƯỚC THI ĐUA ${run}` })
    times.push(performance.now() - startedAt)
  }
  const childMb = Math.max(...renderer.pids().map(residentMb))
  renderer.close()
  printMeasures('pdf', [
    { what: 'agreement of the gallery, first, with the start of a child', value: times[0] ?? Number.NaN, unit: 'ms' },
    { what: 'the same warm, median', value: quantile(times.slice(1), 0.5), unit: 'ms' },
    { what: 'the same warm, p95', value: quantile(times.slice(1), 0.95), unit: 'ms' },
    { what: 'resident memory of the child', value: childMb, unit: 'MB', bar: { at: 300, side: 'most' } },
  ])
}
