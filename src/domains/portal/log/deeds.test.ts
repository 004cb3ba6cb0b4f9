import { expect, test } from 'vitest'
import { sources } from '../../../../test/source-tree.ts'
import { deedTeller } from './deeds.ts'

const recorded = /\baction: '(?<action>[a-z]\w*\.\w+)'/g

test('whatever any command records is a sentence in both languages', () => {
  const commands = sources.filter(({ path }) => path.startsWith('src/') && !path.includes('.test.'))
  const actions = new Set(
    commands.flatMap(({ text }) => [...text.matchAll(recorded)].map((match) => match.groups?.['action'] ?? '')),
  )
  expect(actions.size).toBeGreaterThan(50)
  const entry = { at: new Date(0), actor_name: 'An', facts: {} }
  for (const locale of ['vi', 'en'] as const) {
    const tell = deedTeller(locale)
    expect([...actions].filter((action) => tell({ ...entry, action }) === action)).toEqual([])
  }
})

test('a plain sentence is followed by what it leaves out', () => {
  const entry = {
    at: new Date(0),
    actor_name: 'An',
    action: 'agreement.signed',
    facts: { unit: 'Tỉnh Đoàn', remaining: 2 },
  }
  expect(deedTeller('vi')(entry)).toMatch(/: Tỉnh Đoàn$/)
})
