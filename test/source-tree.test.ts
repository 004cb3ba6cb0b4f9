import { expect, test } from 'vitest'
import { fileAt, impurities, projectFiles, readImports } from './source-tree.ts'

const text = `import { join } from 'node:path'
import type { Db } from '#platform/database/database.ts'
import {
  one,
  two,
} from '../noun.ts'
import './side-effect.ts'
export { three } from './three.ts'
const later = await import('./later.ts')
`

test('imports are found in every form that this code uses', () => {
  const imports = readImports('src/domains/law/pages/page.tsx', text)
  expect(imports.map(({ target }) => target)).toEqual([
    'node:path',
    'src/platform/database/database.ts',
    'src/domains/law/noun.ts',
    'src/domains/law/pages/side-effect.ts',
    'src/domains/law/pages/three.ts',
    'src/domains/law/pages/later.ts',
  ])
  expect(imports.filter(({ isPackage }) => isPackage)).toHaveLength(1)
  expect(imports.filter(({ isType }) => isType)).toHaveLength(1)
})

test('every import of ours leads to a file', () => {
  const own = projectFiles.filter((file) => file.name !== 'source-tree.test.ts')
  const lost = own.flatMap(({ path, imports }) =>
    imports.filter((one) => !one.isPackage && fileAt(one.target) === undefined).map((one) => `${path} → ${one.target}`),
  )
  expect(lost).toEqual([])
})

test('what a file imports makes it impure, however far away', () => {
  expect(impurities('src/capabilities/audit/record.ts', [])).toContain('src/capabilities/audit/record.ts: node:crypto')
  expect(impurities('src/domains/law/add-legal-text.ts', ['zod', 'kysely', 'node:crypto'])).toContain(
    'src/domains/law/add-legal-text.ts: newId',
  )
  expect(impurities('src/platform/errors.ts', [])).toEqual([])
})
