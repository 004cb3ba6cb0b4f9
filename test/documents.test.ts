import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { fileAt, projectFiles, projectFolder } from './source-tree.ts'

const documents = projectFiles.filter((file) => file.path.endsWith('.md'))

test('every link and picture of a document leads to a file', () => {
  const lost = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?<to>[^)#:]+?)(?:#[^)]*)?\)/g)]
      .map((match) => match.groups?.['to'] ?? '')
      // The pages of help also link to addresses of the site.
      .filter((to) => !to.startsWith('/'))
      .map((to) => join(dirname(path), to))
      .filter((target) => !existsSync(join(projectFolder, target)))
      .map((target) => `${path} → ${target}`),
  )
  expect(lost).toEqual([])
})

test('every setting is explained to who runs the program, and nothing that is none', () => {
  const names = (path: string, shape: RegExp) =>
    new Set([...(fileAt(path)?.text ?? '').matchAll(shape)].map((match) => match[1]))
  const settings = names('src/platform/config.ts', /^ {2}([A-Z][A-Z_]+): /gm)
  expect(settings.size).toBeGreaterThan(5)
  expect(names('docs/operations.md', /^\| `([A-Z][A-Z_]+)` \|/gm)).toEqual(settings)
})

test('the package has these scripts and no others', () => {
  const { scripts } = JSON.parse(fileAt('package.json')?.text ?? '{}') as { scripts: object }
  expect(Object.keys(scripts)).toEqual(['demo', 'dev', 'start', 'build', 'test', 'check', 'bench', 'migrate', 'reset'])
})

test('every decision stands in the list of decisions', () => {
  const decisions = documents.filter((file) => /^docs\/decisions\/\d{4}/.test(file.path)).map((file) => file.name)
  const list = fileAt('docs/decisions/README.md')?.text ?? ''
  expect(decisions.filter((name) => !list.includes(`(${name})`))).toEqual([])
})
