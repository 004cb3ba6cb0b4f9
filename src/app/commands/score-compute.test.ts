import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CommandFailed, runProgram } from '../program.ts'
import { scoreComputeCommand } from './score-compute.ts'

const files = { folder: '' }
const pathOf = (name: string) => join(files.folder, name)
const table = {
  format: 'giao-uoc/score-table@1',
  code: 'T',
  title: 'T',
  version: '2',
  facts: { x: { label: 'x', type: 'number' } },
  sections: [{ code: 'a7.1', title: 'A', max: 5, rules: [{ rule: 'formula', points: 'x' }] }],
}
const units = [
  { id: 'k:1', facts: { x: 2.5 } },
  { id: 'k:2', facts: { x: '2.5' } },
  { id: 'k:3', facts: {} },
]

beforeAll(async () => {
  files.folder = await mkdtemp(join(tmpdir(), 'gu-score-'))
  const write = (name: string, what: unknown) => writeFile(pathOf(name), JSON.stringify(what))
  await write('table.json', table)
  await write('facts.json', { units })
  await write('twice.json', { units: [units[0], units[0]] })
  await write('wrong.json', {
    ...table,
    sections: [{ ...table.sections[0], rules: [{ rule: 'formula', points: [] }] }],
  })
  await writeFile(pathOf('broken.json'), '{"units": [')
})
afterAll(() => rm(files.folder, { recursive: true }))

async function said(...words: string[]): Promise<string> {
  const written: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  try {
    await runProgram([scoreComputeCommand], ['score', 'compute', ...words])
  } finally {
    spy.mockRestore()
  }
  return written.join('')
}

const of = (scheme: string, facts: string) => ['--scheme', pathOf(scheme), '--facts', pathOf(facts)]

async function failure(...words: string[]) {
  const failed = await said(...words).catch((error: unknown) => error)
  return failed instanceof CommandFailed ? { code: failed.exitCode, says: failed.message } : null
}

test('places, ties and what is missing are printed; as JSON they are the whole result', async () => {
  const text = await said(...of('table.json', 'facts.json'))
  expect(text).toContain('Bảng điểm T, phiên bản 2')
  expect(text).toMatch(/ 1 {2}k:1 +2,5 +5 +50 /u)
  expect(text).toContain('k:3: còn thiếu x')
  expect(text).toContain('hạng 1: k:1, k:2')
  const result = JSON.parse(await said(...of('table.json', 'facts.json'), '--json')) as unknown
  expect(result).toMatchObject({
    units: [{ rank: 1, criteria: [{ points: '2.5' }] }, { rank: 1 }, { state: 'incomplete' }],
  })
})

test('why a criterion has its points is told, however its code is written', async () => {
  const text = await said(...of('table.json', 'facts.json'), '--why', 'k:1:A.7.1')
  expect(text).toContain('x = 2.5')
  expect(text).toContain('= 2,5/5 điểm')
})

test('wrong input is told by its place in the file, wrong use by what is needed', async () => {
  expect(await failure(...of('wrong.json', 'facts.json'))).toMatchObject({
    code: 1,
    says: expect.stringMatching(/wrong\.json: sections\[0\]\.rules\[0\]\.points: .*expected/u) as string,
  })
  expect(await failure(...of('table.json', 'broken.json'))).toMatchObject({ code: 1 })
  expect(await failure(...of('table.json', 'twice.json'))).toMatchObject({
    code: 1,
    says: expect.stringContaining('units[1].id: k:1 stands there twice') as string,
  })
  expect(await failure(...of('table.json', 'facts.json'), '--why', 'k:1:IX')).toMatchObject({ code: 1 })
  expect(await failure(...of('table.json', 'facts.json'), '--why', 'IX')).toMatchObject({ code: 2 })
  expect(await failure('--facts', pathOf('facts.json'))).toMatchObject({ code: 2 })
})
