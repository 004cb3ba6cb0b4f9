import { expect, test } from 'vitest'
import { morning } from '../../../test/cast.ts'
import { testRenderer } from '../../../test/signing.ts'
import { openTestWeb } from '../../../test/web.ts'
import { decideComment } from './table/decide-comment.ts'
import { closeConsultation } from './drafts/close-consultation.ts'
import { sentComments } from './comments/queries.ts'
import { writeComment } from './comments/write-comment.ts'
import { sendComments } from './comments/send-comments.ts'
import { consultationPaths, openPaths } from './paths.ts'
import { consultationRoutes } from './routes.ts'
import { openTestDraft } from './testing/drafts.ts'

async function stage() {
  const opened = await openTestDraft()
  const routes = consultationRoutes({ renderer: testRenderer(), addressOf: () => '10.0.0.1' })
  const { as } = openTestWeb(opened.db, routes)
  const here = [opened.cast.blocSlug, '2023', opened.ids.consultation] as const
  return { ...opened, as, here }
}

test('a draft comes in as a text or a file, and what cannot be read is said at its field', async () => {
  const { as, cast } = await stage()
  const path = consultationPaths.bring(cast.blocSlug, '2023')
  const send = (form: Record<string, string | File>) => as(cast.an).post(path, { title: 'Luật', ...form })
  const file = (bytes: BlobPart, name: string) => new File([bytes], name)
  expect((await send({})).text).toContain('Dán văn bản hoặc chọn một tệp.')
  const both = await send({ text: 'Điều 1. Một', file: file('Điều 1. Một', 'a.txt') })
  expect([both.status, both.text.includes('không cả hai')]).toEqual([422, true])
  const broken = await send({ file: file('%PDF-1.7 hỏng', 'a.pdf') })
  expect(broken.status).toBe(422)
  const read = await send({ file: file('Điều 1. Một\nMột.\nĐiều 3. Ba\nBa.', 'luat.txt') })
  expect(read.status).toBe(303)
  const page = await as(cast.an).get(read.location ?? '')
  expect(page.text).toContain('Sau số trước phải là 2, nhưng đọc được 3.')
  expect((await as(cast.binh).get(path)).status).toBe(403)
})

test('the public page takes a comment, keeps what was typed, and slows down who sends too many', async () => {
  const { as, slug, articles } = await stage()
  const path = openPaths.one(slug)
  const shown = await as(null).get(path)
  expect(shown.text).toContain('Điều 2. Họp thôn')
  expect(shown.text).not.toContain('<script')
  const send = (text: string, writer = '') =>
    as(null).post(path, { provision: articles[0].id, text, writer, proposed: '' })
  const empty = await send('  ', 'Bà Mẫu')
  expect([empty.status, empty.text.includes('value="Bà Mẫu"')]).toEqual([422, true])
  expect(empty.headers.get('cache-control')).toBe('no-store')
  expect((await send('Nên rõ hơn')).location).toBe(`${path}?da-gui=1`)
  expect((await as(null).get(path)).text).not.toContain('Nên rõ hơn')
  const all = []
  for (let one = 0; one < 20; one += 1) all.push((await send(`Ý ${one}`)).status)
  expect(all.slice(-2)).toEqual([429, 429])
  expect((await as(null).get(openPaths.one('khong-co'))).status).toBe(404)
})

test('the table leaves as a workbook, a Word file and a PDF, with its counts', async () => {
  const { as, db, cast, ids, here } = await stage()
  const [unit = ''] = cast.units
  const said = { ...ids, provision: undefined, unit, text: '=Ý kiến', proposed: '' }
  await writeComment(db, cast.binh, said, morning)
  await sendComments(db, cast.binh, { ...ids, unit, hasNone: false }, morning)
  await closeConsultation(db, cast.an, ids, morning)
  const [comment] = await sentComments(db, ids.consultation)
  const decision = { ...ids, comment: comment?.id ?? '', outcome: 'partly', reason: 'Một phần' } as const
  await decideComment(db, cast.an, decision, morning)
  const table = await as(cast.an).get(consultationPaths.table(...here))
  expect(table.text).toContain('tiếp thu một phần')
  expect(table.text).toContain('người khác công bố')
  const head = async (path: string) => {
    const answer = await as(cast.binh).get(path)
    return `${answer.status} ${answer.text.slice(0, 4)}`
  }
  expect(await head(consultationPaths.workbook(...here))).toBe('200 PK\u0003\u0004')
  expect(await head(consultationPaths.docx(...here))).toBe('200 PK\u0003\u0004')
  expect(await head(consultationPaths.pdf(...here))).toBe('200 %PDF')
})
