import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readyTable } from '../src/domains/scoring/engine/ready-table.ts'
import { scoreUnits } from '../src/domains/scoring/engine/score-units.ts'
import { checkTable } from '../src/domains/scoring/table/check-table.ts'
import { scoreFacts } from '../src/domains/scoring/table/score-facts.ts'
import { scoreTable } from '../src/domains/scoring/table/score-table.ts'
import { partOf } from './score-tables/part-of.ts'
import { readPage } from './score-tables/read-page.ts'

test('every example of the page of documentation comes to the result beside it', () => {
  const compared = readPage('docs/score-tables.md')
  expect(compared.length).toBeGreaterThan(300)
  expect(compared.filter(({ says, comes }) => says !== comes)).toEqual([])
})

type Figures = Readonly<Record<string, Readonly<Record<string, string>>>>
interface Expressed {
  readonly table: unknown
  readonly doubts: readonly string[]
  readonly runs: readonly { readonly name: string; readonly facts: unknown; readonly expect: Figures }[]
}

const folder = 'test/score-tables/tables'
const files = readdirSync(folder).map((name) => ({
  name,
  ...(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Expressed),
}))

describe('tables of sources, and made up after real ones', () => {
  test.each(files)('$name comes to the figures of its source, forwards and backwards', ({ table, runs }) => {
    const ready = readyTable(scoreTable.parse(table))
    for (const { facts, expect: figures } of runs) {
      const { units, ...rest } = scoreFacts.parse(facts)
      for (const order of [units, units.toReversed()]) {
        const scored = scoreUnits(ready, { ...rest, units: order }).units
        const comes = Object.entries(figures).map(([id, parts]) => {
          const score = scored.find(({ unit }) => unit === id)
          const names = score === undefined ? [] : Object.keys(parts)
          return [id, Object.fromEntries(names.map((name) => [name, score && partOf(score, name)]))]
        })
        expect(Object.fromEntries(comes)).toEqual(figures)
      }
    }
  })

  test.each(files)('$name is doubted where it should be', ({ table, doubts }) => {
    const told = checkTable(scoreTable.parse(table))
    expect(told.map(({ code, says }) => `${code} ${says}`).toSorted()).toEqual(doubts.toSorted())
  })
})
