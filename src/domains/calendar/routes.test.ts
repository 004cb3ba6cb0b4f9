import { describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { testSecret } from '../../../test/global-setup.ts'
import { openTestWeb } from '../../../test/web.ts'
import { newCode } from '#platform/id.ts'
import { openTask } from './open-task.ts'
import { calendarRoutes } from './routes.tsx'
import { vi } from './words.vi.ts'

async function opened(now = morning) {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const open = (task: object) =>
    db.transaction().execute((tx) =>
      openTask(tx, morning, {
        key: newCode(12),
        kind: 'agreement.sign',
        unit: cast.headUnit,
        path: '/ky',
        blocYear: cast.blocYear,
        facts: { title: 'Giao ước thi đua năm 2023', signer: 'Lê Thị Thu An' },
        ...task,
      }),
    )
  return { db, cast, open, web: openTestWeb(db, calendarRoutes({ secretKey: testSecret }), now) }
}

describe('the workspace’s home', () => {
  test('shows the road of the bloc-year and each task with bloc, deadline and button', async () => {
    const { cast, open, web } = await opened()
    await open({ dueOn: '2023-02-23' })
    const { status, text } = await web.as(cast.an).get('/viec-can-lam')
    expect(status).toBe(200)
    expect(text).toContain('Ký giao ước')
    expect(text).toContain('Ký “Giao ước thi đua năm 2023”')
    expect(text).toContain('Khối MTTQ và các đoàn thể, năm 2023.')
    expect(text).toContain('còn 3 ngày')
    expect(text).toContain('href="/ky"')
  })

  test('the last day counts to its midnight in Vietnam', async () => {
    const late = await opened(new Date('2023-02-23T23:59:59+07:00'))
    await late.open({ dueOn: '2023-02-23' })
    expect((await late.web.as(late.cast.an).get('/viec-can-lam')).text).toContain('hạn hôm nay')
    const after = await opened(new Date('2023-02-24T00:00:00+07:00'))
    await after.open({ dueOn: '2023-02-23' })
    expect((await after.web.as(after.cast.an).get('/viec-can-lam')).text).toContain('quá hạn 1 ngày')
  })

  test('says so when nothing waits, and asks strangers to sign in', async () => {
    const { cast, web } = await opened()
    expect((await web.as(cast.chi).get('/viec-can-lam')).text).toContain(vi.nothing)
    expect((await web.as(null).get('/viec-can-lam')).location).toContain('/dang-nhap')
  })

  test('one who is in no bloc is told where the road will stand; the authority is not', async () => {
    const { cast, web } = await opened()
    expect((await web.as({ ...cast.chi, memberships: [] }).get('/viec-can-lam')).text).toContain(vi.noYear)
    expect((await web.as(cast.em).get('/viec-can-lam')).text).not.toContain(vi.noYear)
  })

  test('a kind that nobody gave words is shown all the same', async () => {
    const { cast, open, web } = await opened()
    await open({ kind: 'something.new', path: '/moi' })
    const { text } = await web.as(cast.an).get('/viec-can-lam')
    expect(text).toContain(vi.unknown)
    expect(text).toContain('href="/moi"')
  })

  test('what only tells something is put aside with a button, and found among the done', async () => {
    const { cast, open, web } = await opened()
    const binh = web.as(cast.binh)
    const facts = { unit: 'LĐLĐ tỉnh', person: 'Trần Văn Bình' }
    await open({ kind: 'mandates.refused', unit: undefined, account: cast.binh.account, path: '/x', facts })
    const { text } = await binh.get('/viec-can-lam')
    const read = /\/viec-can-lam\/[\w-]+\/da-xem/.exec(text)?.[0] ?? ''
    expect((await web.as(cast.an).post(read)).status).toBe(404)
    expect((await binh.post(read)).location).toBe('/viec-can-lam')
    expect((await binh.get('/viec-can-lam')).text).toContain(vi.nothing)
    expect((await binh.get('/viec-can-lam/da-xong')).text).toContain('Ủy quyền của LĐLĐ tỉnh bị từ chối')
  })
})
