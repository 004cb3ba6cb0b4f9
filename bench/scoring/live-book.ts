import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { printMeasures } from '../report.ts'

interface Written {
  readonly milliseconds: number
  readonly bytes: number
  readonly peak: number
  readonly used: number
}

async function written(units: number): Promise<Written> {
  const script = fileURLToPath(new URL('write-live.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(units)])
  return JSON.parse(stdout) as Written
}

const megabyte = 2 ** 20

/** The workbook with live formulas of a whole bloc: its time, size and memory. */
export async function benchLiveBook(): Promise<void> {
  for (const units of [1_000, 10_000]) {
    const { milliseconds, bytes, peak, used } = await written(units)
    printMeasures(`scoring: workbook with live formulas, ${units} units × 60 criteria`, [
      { what: 'written', value: milliseconds, unit: 'ms' },
      { what: 'the file', value: bytes / megabyte, unit: 'MB' },
      { what: 'memory at its highest, facts and scores among it', value: peak / megabyte, unit: 'MB' },
      { what: '  … of which writing took', value: used / megabyte, unit: 'MB', bar: { at: 250, side: 'most' } },
    ])
  }
}
