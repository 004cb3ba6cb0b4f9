import { beforeAll, expect, test } from 'vitest'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { record } from '#capabilities/audit/record.ts'
import { readExported, readHeader } from '#capabilities/audit/checking/export-file.ts'
import { ChainWalk } from '#capabilities/audit/checking/walk-chain.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { newCode, newId } from '#platform/id.ts'
import { logPaths } from './paths.ts'
import { logRoutes } from './routes.tsx'

let db: Db
let cast: Cast
let web: ReturnType<typeof openTestWeb>
/** What only this test file's entries say. */
let mark: string

const rename = (actor: Actor, unit: string, name: string, at = morning) => {
  const facts = { before: 'Tên cũ', name: `${name} ${mark}`, from: '2023-01-01', document: 'Quyết định' }
  const deed = { action: 'unit.renamed', subject: { kind: 'unit', id: unit }, facts }
  return db.transaction().execute((tx) => record(tx, actor, at, deed))
}

beforeAll(async () => {
  db = (await testDatabase()).db
  cast = await makeCast(db)
  mark = newCode(10)
  web = openTestWeb(db, logRoutes)
  await rename(cast.dung, cast.units[0] ?? '', 'Mặt trận đổi tên')
  await rename(cast.dung, cast.outsideUnit, 'Sở Y tế mới')
  await rename(cast.an, cast.headUnit, '=1+1', new Date('2023-03-01T09:00:00+07:00'))
  await db.transaction().execute((tx) =>
    record(tx, cast.chi, morning, {
      action: 'identity.signedIn',
      subject: { kind: 'account', id: cast.chi.account },
    }),
  )
})

const listed = async (actor: Actor, query: string) => (await web.as(actor).get(`${logPaths.list}?${query}`)).text

test('a member reads what concerns the own bloc and unit, and nothing of another bloc', async () => {
  const text = await listed(cast.binh, `q=${mark}`)
  expect(text).toContain('Mặt trận đổi tên')
  expect(text).not.toContain('Sở Y tế mới')
  expect(await listed(cast.chi, `q=${mark}`)).toContain('Sở Y tế mới')
  const asked = await listed(cast.binh, `don-vi=${cast.outsideUnit}&q=${mark}`)
  expect(asked).not.toContain('Sở Y tế mới')
  expect(await listed(cast.binh, `ho-so=${cast.outsideUnit}`)).not.toContain('Sở Y tế mới')
})

test('the authority reads everything but when others came and went', async () => {
  const text = await listed(cast.dung, `q=${mark}`)
  expect(text).toContain('Mặt trận đổi tên')
  expect(text).toContain('Sở Y tế mới')
  expect(await listed(cast.dung, `nguoi=${cast.chi.account}`)).not.toContain('</b> đăng nhập')
  expect(await listed(cast.chi, `nguoi=${cast.chi.account}`)).toContain('</b> đăng nhập')
})

test('what is asked for stands in the address: words without marks, a kind, days, one record, one person', async () => {
  const found = async (query: string) => (await listed(cast.dung, `q=${mark}&${query}`)).includes('Mặt trận đổi tên')
  expect(await found(`q=mat+tran+doi+${mark}`)).toBe(true)
  expect(await found('loai=unit')).toBe(true)
  expect(await found('loai=agreement')).toBe(false)
  expect(await found('tu=2023-02-20&den=2023-02-20')).toBe(true)
  expect(await found('tu=2023-02-21')).toBe(false)
  expect(await found('den=2023-02-19')).toBe(false)
  expect(await found(`nguoi=${cast.dung.account}`)).toBe(true)
  expect(await found(`nguoi=${cast.an.account}`)).toBe(false)
  expect(await found(`don-vi=${cast.units[0]}`)).toBe(true)
  expect(await found('tu=không-phải-ngày&truoc=abc')).toBe(true)
})

test('a page holds fifty entries and leads on to the older ones', async () => {
  const unit = cast.units[2] ?? ''
  for (let turn = 1; turn <= 60; turn += 1) await rename(cast.dung, unit, `Lần ${turn}.`)
  const first = await listed(cast.dung, `ho-so=${unit}`)
  expect(first.match(/id="muc-\d/g)).toHaveLength(50)
  const older = /href="\/nhat-ky\?([^"]*truoc=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await listed(cast.dung, older)
  expect(second.match(/id="muc-\d/g)).toHaveLength(10)
  expect([second.includes('Lần 1. '), second.includes('Lần 11. ')]).toEqual([true, false])
  const worded = await listed(cast.dung, `q=lan+${mark}&don-vi=${unit}`)
  expect(worded.match(/id="muc-\d/g)).toHaveLength(50)
  expect([worded.includes('Lần 60. '), worded.includes('Lần 10. ')]).toEqual([true, false])
})

test('the table takes no formula from what people typed', async () => {
  const sheet = await web.as(cast.an).get(`${logPaths.sheet}?q=${mark}&ho-so=${cast.headUnit}`)
  expect(sheet.headers.get('content-disposition')).toContain('nhat-ky.csv')
  const [, line = ''] = sheet.text.split('\r\n')
  expect(line).toContain('Lê Thị Thu An')
  expect(line.split(',').some((cell) => /^"?[=+@-]/.test(cell))).toBe(false)
})

function walkLines(text: string) {
  const [first = '', ...lines] = text.trimEnd().split('\n')
  const header = readHeader(first)
  const walk = new ChainWalk({ tenant: 'nam_dinh', checkpoints: [], isPart: !header?.isWhole, upTo: header?.last ?? 0 })
  for (const line of lines) walk.take(readExported(line))
  return { header, lines, walked: walk.end(null) }
}

test('the whole log leaves as it was hashed, and a part of it entry by entry', async () => {
  const whole = walkLines((await web.as(cast.dung).get(logPaths.lines)).text)
  expect(whole.header).toMatchObject({ isWhole: true, tenant: 'nam_dinh' })
  expect(whole.walked).toMatchObject({ findings: [], last: whole.header?.last })
  const part = walkLines((await web.as(cast.binh).get(`${logPaths.lines}?q=${mark}`)).text)
  expect([part.header?.isWhole, part.walked.findings]).toEqual([false, []])
  const forged = part.lines.map((line) => line.replace('Bùi Tiến Dũng', 'Người khác'))
  const text = [JSON.stringify(part.header), ...forged].join('\n')
  expect(walkLines(text).walked.findings[0]).toMatchObject({ kind: 'changed' })
})

test('who gets checkpoints may decline, and nobody else has anything to decline', async () => {
  expect((await web.as(cast.binh).post(logPaths.mails, { wanted: 'no' })).status).toBe(303)
  expect(await listed(cast.binh, '')).toContain('Không nhận dấu mốc qua thư')
  expect((await web.as(cast.binh).post(logPaths.mails, { wanted: 'yes' })).status).toBe(303)
  expect(await listed(cast.binh, '')).toContain('Đang nhận dấu mốc qua thư')
  expect((await web.as(cast.em).post(logPaths.mails, { wanted: 'no' })).status).toBe(403)
})

test('the administrator says how long views are kept, within bounds', async () => {
  expect((await web.as(cast.dung).post(logPaths.keeping, { days: '60' })).status).toBe(403)
  const short = await web.as(cast.em).post(logPaths.keeping, { days: '3' })
  expect([short.status, short.text.includes('value="3"')]).toEqual([422, true])
  expect((await web.as(cast.em).post(logPaths.keeping, { days: '730' })).status).toBe(303)
})

test('a word of the deed itself finds it, with marks or without', async () => {
  for (const word of ['đăng nhập', 'dang nhap', 'signed']) {
    expect(await listed(cast.chi, `nguoi=${cast.chi.account}&q=${encodeURIComponent(word)}`)).toContain(
      '</b> đăng nhập',
    )
  }
  expect(await listed(cast.chi, `nguoi=${cast.chi.account}&q=thu+hoi`)).not.toContain('</b> đăng nhập')
})

test('a record is a link only for whoever may open it', async () => {
  const id = newId()
  const kept = { source_text: '', draft: '{}', read_by: cast.an.account, read_at: morning, bloc_year_id: cast.blocYear }
  await db
    .insertInto('article_reading')
    .values({ id, ...kept })
    .execute()
  const deed = { action: 'agreement.articleRead', subject: { kind: 'article_reading', id } }
  await db.transaction().execute((tx) => record(tx, cast.an, morning, deed))
  expect(await listed(cast.an, `ho-so=${id}`)).toContain(`/${id}"`)
  const text = await listed(cast.binh, `ho-so=${id}`)
  expect([text.includes('cho đọc một bài viết'), text.includes(`/${id}"`)]).toEqual([true, false])
})
