import { expect, test } from 'vitest'
import { sources } from '../../../test/source-tree.ts'
import { words } from './words.ts'

const opened = /\bkind: [^,\n]*'[a-z]\w*\.\w+'/gi
const quoted = /'(?<kind>[a-z]\w*\.\w+)'/gi

/** Every kind of task that a command names where it opens one. */
function kindsInCommands(): string[] {
  const commands = sources.filter(
    ({ path, text }) => path.startsWith('src/domains/') && !path.includes('.test.') && text.includes('openTask('),
  )
  const lines = commands.flatMap(({ text }) => text.match(opened) ?? [])
  return [...new Set(lines.flatMap((line) => [...line.matchAll(quoted)].map((match) => match.groups?.['kind'] ?? '')))]
}

test('every kind of task that any command opens has its sentence in both languages', () => {
  const kinds = kindsInCommands()
  expect(kinds.length).toBeGreaterThan(20)
  for (const locale of ['vi', 'en'] as const) {
    const known = Object.keys(words(locale).kinds)
    expect(kinds.filter((kind) => !known.includes(kind))).toEqual([])
  }
})
