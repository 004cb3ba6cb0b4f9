import { beforeAll, describe, expect, test } from 'vitest'
import { excerptOf } from '#capabilities/search/excerpt.ts'
import { refreshIndex } from '#capabilities/search/keep-index.ts'
import { addLegalText, addLegalTextInput } from '#domains/law/add-legal-text.ts'
import { bringPiece, evidencePieces, openSubjects } from '#domains/evidence/testing/pieces.ts'
import { withdrawEvidence } from '#domains/evidence/withdraw-evidence.ts'
import { newCode } from '#platform/id.ts'
import type { Db } from '#platform/database/database.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { memoryFiles } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { searchSources } from '../../../app/search-sources.ts'
import { searchPaths } from './paths.ts'
import { searchRoutes } from './routes.tsx'

let db: Db
let cast: Cast
let web: ReturnType<typeof openTestWeb>
beforeAll(async () => {
  ;({ db } = await testDatabase())
  cast = await makeCast(db)
  await refreshIndex(db, searchSources, morning)
  web = openTestWeb(db, searchRoutes({ searchSources }))
})

const asked = (text: string) => `${searchPaths.search}?q=${encodeURIComponent(text)}`

describe('what was written', () => {
  test('is found at the next search, by its number too', async () => {
    const [number, title] = [`${newCode(4)}/2026/NĐ-CP`, `Quy định về vận động ${newCode(8)}`]
    const typed = addLegalTextInput.parse({ kind: 'Nghị định', number, title, issuer: 'Chính phủ' })
    await addLegalText(db, cast.dung, typed, morning)
    const page = await web.as(cast.chi).get(asked(number.toLowerCase().replace('đ', 'd')))
    expect(page.text).toContain('Văn bản pháp luật (1)')
    expect(page.text).toContain('<mark class="found-word">NĐ</mark>')
  })

  test('is found by its own bloc alone, and by nobody once it is withdrawn', async () => {
    const title = `Ảnh hiến máu ${newCode(10)}`
    const subjects = openSubjects()
    const pieces = evidencePieces(memoryFiles(), subjects)
    const [unit = ''] = cast.units
    const { id: evidence } = await bringPiece(cast.binh, { db, blocYear: cast.blocYear, unit, pieces, title })
    const bare = title.replace('Ảnh hiến máu', 'anh hien mau')
    expect((await web.as(cast.an).get(asked(bare))).text).toContain('Minh chứng (1)')
    expect((await web.as(cast.chi).get(asked(bare))).text).toContain('Không tìm thấy gì')
    expect((await web.as(cast.em).get(asked(bare))).text).toContain('Không tìm thấy gì')
    const taken = { evidence, reason: 'Nhầm tệp' }
    await withdrawEvidence(db, cast.binh, taken, { now: morning, readSubject: subjects.read })
    expect((await web.as(cast.an).get(asked(bare))).text).toContain('Không tìm thấy gì')
  })
})

test('an address that says nonsense is a search all the same', async () => {
  const page = await web.as(cast.an).get(`${asked("phong'trào & <b>|!")}&nam=x&loai=la&tu=31/02/2023&trang=-3`)
  expect(page.status).toBe(200)
  expect(page.text).not.toContain('<b>|')
  expect((await web.as(null).get(searchPaths.search)).status).toBe(303)
})

test('a search is saved under a name, opened again, and removed by its owner alone', async () => {
  const name = `Máu ${newCode(6)}`
  const own = web.as(cast.binh)
  expect((await own.post(searchPaths.saved, { name, query: '' })).text).toContain('Chưa có gì để lưu')
  expect((await own.post(searchPaths.saved, { name: '', query: 'q=mau' })).status).toBe(422)
  const saved = await own.post(searchPaths.saved, { name, query: 'q=hien+mau&nam=2023&la=1' })
  expect(saved.location).toBe(`${searchPaths.search}?q=hien+mau&nam=2023#da-luu`)
  const page = await own.get(searchPaths.search)
  const id = /da-luu\/([0-9a-f-]{36})\/xoa/.exec(page.text)?.[1] ?? ''
  expect(page.text).toContain(`href="${searchPaths.search}?q=hien+mau&amp;nam=2023">${name}`)
  expect((await web.as(cast.an).get(searchPaths.search)).text).not.toContain(name)
  expect((await web.as(cast.an).post(searchPaths.removal(id))).status).toBe(404)
  expect((await own.post(searchPaths.removal(id))).status).toBe(303)
  expect((await own.get(searchPaths.search)).text).not.toContain(name)
})

describe('an excerpt', () => {
  const long = `${'Lời mở đầu dài dòng. '.repeat(20)}Tổ hòa giải họp tại nhà văn hóa. ${'Rồi thôi. '.repeat(40)}`
  test('shows where the words stand, with every letter and mark of the text', () => {
    const stretches = excerptOf(long, ['hoa', 'giai'])
    const text = stretches.map((one) => one.text).join('')
    expect(stretches.filter(({ found }) => found).map((one) => one.text)).toEqual(['hòa', 'giải', 'hóa'])
    expect(text).toMatch(/^….*Tổ hòa giải họp tại nhà văn hóa\..*…$/u)
    expect(long).toContain(text.slice(1, -1))
  })

  test('reads letters whose marks stand apart', () => {
    expect(excerptOf('hòa giải'.normalize('NFD'), ['hoa'])[0]).toEqual({ text: 'hòa', found: true })
  })
})
