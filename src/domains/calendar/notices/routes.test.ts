import { describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { newCode } from '#platform/id.ts'
import { calendarRoutes } from '../routes.tsx'
import { noticeNamings } from './name-of.ts'
import { waysOf } from './queries.ts'
import { tellPeople } from './tell-people.ts'
import { unsubscribeToken } from './unsubscribe.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

const secretKey = 'một bí mật dài để thử nghiệm'

async function opened() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const web = openTestWeb(db, calendarRoutes({ secretKey, bounceToken: 'một mã dài hơn mười sáu' }))
  const tell = (key = newCode(10)) =>
    db.transaction().execute((tx) =>
      tellPeople(
        tx,
        morning,
        {
          kind: 'calendar',
          naming: 'calendar.added',
          key,
          facts: { naming: 'typed', when: '01/03/2023', 'about.title': 'Nộp danh sách' },
          path: '/viec-can-lam',
        },
        [cast.binh.account],
      ),
    )
  return { db, cast, web, tell }
}

describe('the inbox', () => {
  test('shows what one was told, once; opening it marks it as read and leads on', async () => {
    const { cast, web, tell } = await opened()
    const key = newCode(10)
    await tell(key)
    await tell(key)
    const binh = web.as(cast.binh)
    const { text } = await binh.get('/thong-bao')
    expect(text.match(/Lịch có thêm: Nộp danh sách, 01\/03\/2023/g)).toHaveLength(1)
    const open = /\/thong-bao\/[\w-]+\/mo/.exec(text)?.[0] ?? ''
    expect((await web.as(cast.an).get(open)).status).toBe(404)
    expect((await binh.get('/thong-bao')).text).toContain('Lịch có thêm')
    expect((await binh.get(open)).location).toBe('/viec-can-lam')
    expect((await binh.get('/thong-bao')).text).toContain(vi.noneUnread)
    expect((await binh.get('/thong-bao?xem=tat-ca')).text).toContain('Lịch có thêm')
  })

  test('all are marked at once', async () => {
    const { cast, web, tell } = await opened()
    await tell()
    await tell()
    expect((await web.as(cast.binh).post('/thong-bao/da-xem')).location).toBe('/thong-bao')
    expect((await web.as(cast.binh).get('/thong-bao')).text).toContain(vi.noneUnread)
  })

  test('every sentence stands in both languages', () => {
    expect(noticeNamings).toHaveLength(Object.keys(vi.told).length)
    expect(Object.keys(en.told)).toEqual(Object.keys(vi.told))
  })
})

describe('a link in a mail', () => {
  test('opened it asks; the button, or the mail program by itself, stops the mails of that kind', async () => {
    const { db, cast, web } = await opened()
    const path = `/bo-nhan-thu/${unsubscribeToken({ account: cast.binh.account, what: 'calendar' }, secretKey)}`
    expect((await web.as(null).get(path)).text).toContain(vi.off.submit)
    expect((await waysOf(db, cast.binh.account)).calendar).toBe('at_once')
    const program = web.as(null, { origin: null })
    const asProgram = 'List-Unsubscribe=One-Click'
    const first = await program.postRaw(path, asProgram, 'application/x-www-form-urlencoded')
    const second = await program.postRaw(path, asProgram, 'application/x-www-form-urlencoded')
    expect([first.status, second.status]).toEqual([200, 200])
    expect(await waysOf(db, cast.binh.account)).toMatchObject({ calendar: 'off', task: 'digest' })
  })

  test('of the digest it stops what comes by digest and nothing else', async () => {
    const { db, cast, web } = await opened()
    const path = `/bo-nhan-thu/${unsubscribeToken({ account: cast.binh.account, what: 'digest' }, secretKey)}`
    await web.as(null).post(path)
    expect(await waysOf(db, cast.binh.account)).toMatchObject({ task: 'off', reminder: 'off', overdue: 'at_once' })
  })

  test('changed in any part, or of another installation, it does nothing', async () => {
    const { db, cast, web } = await opened()
    const token = unsubscribeToken({ account: cast.binh.account, what: 'calendar' }, secretKey)
    const others = [
      token.replace('calendar', 'overdue'),
      token.replace(cast.binh.account, cast.an.account),
      unsubscribeToken({ account: cast.binh.account, what: 'calendar' }, 'một bí mật khác của nơi khác'),
    ]
    for (const other of others) expect((await web.as(null).post(`/bo-nhan-thu/${other}`)).status).toBe(404)
    expect((await waysOf(db, cast.binh.account)).calendar).toBe('at_once')
  })
})

test('ways are chosen by oneself, and mails that must come are not among them', async () => {
  const { db, cast, web } = await opened()
  const ways = { task: 'off', reminder: 'off', overdue: 'digest', escalation: 'off', calendar: 'off' }
  expect((await web.as(cast.binh).post('/tai-khoan/thong-bao', ways)).location).toBe('/tai-khoan/thong-bao?da-luu')
  expect((await web.as(cast.binh).post('/tai-khoan/thong-bao', { ...ways, signing: 'off' })).status).toBe(303)
  expect(await waysOf(db, cast.binh.account)).toEqual(ways)
  expect((await web.as(cast.binh).get('/tai-khoan/thong-bao')).text).toContain(vi.always)
})

test('the secret address is shown once', async () => {
  const { cast, web } = await opened()
  const made =
    /\/lich-ca-nhan\/[\w-]+/.exec((await web.as(cast.binh).post('/tai-khoan/thong-bao/lich')).text)?.[0] ?? ''
  const file = await web.as(null).get(made)
  expect([file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([
    'text/calendar; charset=utf-8',
    'private, no-store',
  ])
  expect((await web.as(cast.binh).get('/tai-khoan/thong-bao')).text).not.toContain('/lich-ca-nhan/')
})

describe('reports of mails that came back', () => {
  const post = (web: Awaited<ReturnType<typeof opened>>['web'], body: string) =>
    web.as(null, { origin: null }).postRaw('/thu-tra-ve', body, 'message/rfc822')

  test('without the token nobody hands one in', async () => {
    const { web } = await opened()
    expect((await post(web, 'x')).status).toBe(403)
  })

  test('where no token is set the address does not exist', async () => {
    const { db } = await opened()
    const web = openTestWeb(db, calendarRoutes({ secretKey }))
    expect((await post(web, 'x')).status).toBe(404)
  })
})
