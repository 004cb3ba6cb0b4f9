import { expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { mostBytes } from '../check-file.ts'
import { linkHosts } from '../queries.ts'
import { acceptHost, acceptHostInput } from './accept-host.ts'
import { endHost } from './end-host.ts'
import { keepLimit, keepLimitInput } from './keep-limit.ts'
import { settingRoutes } from './routes.tsx'

test('limits hold from their day, sites are taken until they are not, and the administrator alone sets both', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const limit = keepLimitInput.parse({ medium: 'office', megabytes: '12', fromOn: '05/06/2031' })
  const site = acceptHostInput.parse({ host: 'https://www.Bao-Thu.vn/trang?x=1', name: 'Báo thử' })
  expect(site.host).toBe('www.bao-thu.vn')
  for (const other of [cast.dung, cast.an]) {
    await expect(keepLimit(db, other, limit, morning)).rejects.toThrow('not-allowed')
    await expect(acceptHost(db, other, site, morning)).rejects.toThrow('not-allowed')
    await expect(endHost(db, other, site, morning)).rejects.toThrow('not-allowed')
  }
  await expect(keepLimit(db, cast.em, { ...limit, fromOn: '2023-02-19' }, morning)).rejects.toThrow('dayIsOver')
  for (let twice = 0; twice < 2; twice += 1) await keepLimit(db, cast.em, limit, morning)
  expect(await mostBytes(db, 'office', '2031-06-05')).toBe(12 * 1_048_576)
  expect(await mostBytes(db, 'office', '2031-06-04')).toBeGreaterThan(12 * 1_048_576)
  const taken = async () => (await linkHosts(db, '2023-02-20')).some(({ host }) => host === site.host)
  await acceptHost(db, cast.em, site, morning)
  expect(await taken()).toBe(true)
  await endHost(db, cast.em, site, morning)
  expect(await taken()).toBe(false)
  await expect(endHost(db, cast.em, site, morning)).rejects.toThrow('hostGone')
  await acceptHost(db, cast.em, site, morning)
  expect(await taken()).toBe(true)

  const web = openTestWeb(db, settingRoutes)
  expect((await web.as(cast.dung).get('/quan-tri/minh-chung')).status).toBe(403)
  expect((await web.as(cast.em).get('/quan-tri/minh-chung')).text).toContain('www.bao-thu.vn')
  const wrong = await web.as(cast.em).post('/quan-tri/minh-chung/trang', { host: 'không phải', name: 'x' })
  expect([wrong.status, wrong.text.includes('Ghi tên trang như vtc.vn')]).toEqual([422, true])
  await db.deleteFrom('evidence_limit').where('from_on', '=', '2031-06-05').execute()
})
