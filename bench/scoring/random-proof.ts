import { randomSheets, recompute } from '../../src/domains/scoring/workbook/testing/random-sheets.ts'
import { printMeasures } from '../report.ts'

/** Eight sheets a table. */
const tables = 125
/** LibreOffice takes more than twice as long for twice as many. */
const atOnce = 6
const seed = 2024

/** 1,000 sheets of random tables and facts, computed by LibreOffice from their workbooks. */
export async function proveRandomSheets(): Promise<void> {
  const all = randomSheets(tables, seed)
  const differing: string[] = []
  for (let at = 0; at < all.length; at += atOnce) {
    const told = await recompute(all.slice(at, at + atOnce), at)
    differing.push(...told.differing, ...told.fixed)
  }
  printMeasures(`scoring: ${tables * 8} random sheets beside LibreOffice`, [
    {
      what: 'figures, ranks, classes, words that differ',
      value: differing.length,
      unit: '',
      bar: { at: 0, side: 'most' },
    },
  ])
  for (const one of differing) process.stdout.write(`  ${one}\n`)
}
