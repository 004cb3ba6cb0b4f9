import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { printDraft } from './print-draft.ts'
import { readAgreementFile } from './read-agreement-file.ts'

const bytes = readFileSync(new URL('./fixtures/hai-chu-de.txt', import.meta.url))

test('a file is read and printed in Vietnamese, doubts at the end', async () => {
  const read = await readAgreementFile(bytes)
  const printed = 'draft' in read ? printDraft(read.draft) : ''
  expect(printed).toContain('Ngày ký: 22/02/2023')
  expect(printed).toContain('Khối trưởng, cụm trưởng: Sở Xây dựng')
  expect(printed).toContain('Chứng kiến: không nêu')
  expect(printed).toMatch(/\? 'tac' có thể là .*'tác'/u)
})

test('a file far longer than an article is refused', async () => {
  const read = await readAgreementFile(Buffer.concat(Array.from({ length: 60 }, () => bytes)))
  expect('refusal' in read && read.refusal.code).toBe('too_long')
})
