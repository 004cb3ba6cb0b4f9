import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { found } from '#platform/errors.ts'
import { describeReport } from '../report/describe-report.ts'
import { attackList } from '../testing/attack-list.ts'
import { cutOff, makeAttackTable } from '../testing/attack-table.ts'
import type { AttackRow } from '../testing/attack-table.ts'

let rows: AttackRow[]

beforeAll(async () => {
  rows = await makeAttackTable()
}, 240_000)

const rowOf = (group: string, name: string) => found(rows.find((row) => row.group === group && row.name === name))

test('the paper they attack is valid', () => {
  expect(rows[0]?.report).toMatchObject({ verdict: 'valid' })
})

test.each(attackList)('$group: $name is not called intact', ({ group, name }) => {
  const { report, pdf } = rowOf(group, name)
  expect(pdf).not.toEqual(rows[0]?.pdf)
  expect(['altered', 'damaged']).toContain('problem' in report ? report.problem : report.verdict)
  expect(describeReport(report, 'vi').sentences[0]).toMatch(/^(Không thể tin tệp này|Tệp PDF bị hỏng)/)
})

test('the eighth, a cut-off signature, is told by the fields, and by the revisions that are kept', () => {
  const [alone, kept] = [rowOf(cutOff, 'the file alone'), rowOf(cutOff, 'beside the revisions we keep')]
  expect(alone.report).toMatchObject({ verdict: 'partlySigned', fields: { prepared: 6, signed: 5, due: 1 } })
  expect(describeReport(alone.report, 'vi').sentences).toContain('Đã ký 5 trên 6 ô chữ ký.')
  const missing = { state: 'missing', known: 7, contained: 6 }
  expect(kept.report).toMatchObject({ verdict: 'revisionMissing', revisions: missing })
  expect(describeReport(kept.report, 'vi').sentences.join(' ')).toContain('thiếu 1 lần ghi ở cuối')
})

test('docs/attack-table.md says what the program says today', async () => {
  const table = await readFile(new URL('../../../../docs/attack-table.md', import.meta.url), 'utf8')
  const lines = table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| attack |'))
  const written = lines.map((line) => line.slice(2, -2).split(' | '))
  expect(written.map(([name, , ours]) => [name, ours])).toEqual(rows.map(({ name, ours }) => [name, ours]))
})
