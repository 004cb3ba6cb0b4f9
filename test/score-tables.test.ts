import { expect, test } from 'vitest'
import { readPage } from './score-tables/read-page.ts'

test('every example of the page of documentation comes to the result beside it', () => {
  const compared = readPage('docs/score-tables.md')
  expect(compared.length).toBeGreaterThan(300)
  expect(compared.filter(({ says, comes }) => says !== comes)).toEqual([])
})
