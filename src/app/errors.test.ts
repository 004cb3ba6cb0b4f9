import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { get, type Route } from '#platform/web.ts'
import { newId } from '#platform/id.ts'
import { morning } from '../../test/cast.ts'
import { testDatabase } from '../../test/database.ts'
import { plainAssets } from './assets.ts'
import { createWeb, type WebPieces } from './web.tsx'

/** The site with one route, and what it logs. */
async function open(route: Route, changed: Partial<WebPieces> = {}) {
  const { db } = await testDatabase()
  const lines: string[] = []
  const write = (line: unknown, _encoding: unknown, done: () => void) => {
    lines.push(String(line))
    done()
  }
  const web = createWeb({
    originOf: (c) => new URL(c.req.url).origin,
    assets: plainAssets,
    clock: () => morning,
    log: pino(new Writable({ write })),
    tenantOf: async () => ({ slug: 'nam_dinh', name: 'Tỉnh Nam Định', hosts: [] }),
    databaseOf: () => db,
    actorOf: async () => null,
    routes: [route],
    violations: {},
    ...changed,
  })
  return { web, logged: () => lines.join('\n') }
}

test('a fault of the database is logged by its code and place, never with what a person typed', async () => {
  const route = get('/hong', 'public', async (c) => {
    const person = { id: newId(), full_name: 'Đỗ Thị Mận' }
    await c.var.db.insertInto('person').values([person, person]).execute()
    return c.text('')
  })
  const { web, logged } = await open(route)
  expect((await web.request('http://namdinh.test/hong')).status).toBe(500)
  expect(logged()).toContain('"code":"23505"')
  expect(logged()).toContain('errors.test.ts')
  expect(logged()).not.toMatch(/Mận|already exists/)
})

test('any other fault of ours is logged with its message and where it was thrown', async () => {
  const route = get('/hong', 'public', () => {
    throw new Error('the kept paper cannot be read')
  })
  const { web, logged } = await open(route)
  await web.request('http://namdinh.test/hong')
  expect(logged()).toContain('the kept paper cannot be read')
  expect(logged()).toContain('errors.test.ts')
})

test('where even the tenant cannot be read, a person still gets a page with the number of the request', async () => {
  const route = get('/', 'public', (c) => c.text(''))
  const { web, logged } = await open(route, { tenantOf: () => Promise.reject(new Error('no database')) })
  const answer = await web.request('http://namdinh.test/')
  expect([answer.status, (await answer.text()).includes('Mã yêu cầu')]).toEqual([500, true])
  expect(logged()).toContain('no database')
})

const outages = [
  ['full', Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }), 'đã đầy'],
  ['full', Object.assign(new Error('could not extend file'), { code: '53100', severity: 'ERROR' }), 'đã đầy'],
  ['readOnly', Object.assign(new Error('EROFS: read-only file system, mkdir'), { code: 'EROFS' }), 'không cho ghi'],
  ['database', Object.assign(new Error('terminating connection'), { code: '57P01', severity: 'FATAL' }), 'tạm ngừng'],
  ['database', Object.assign(new Error('connect ENOENT'), { code: 'ENOENT', syscall: 'connect' }), 'tạm ngừng'],
] as const

test.each(outages)(
  'what the machine cannot do is told in words and named in the log: %s',
  async (name, error, said) => {
    const route = get('/hong', 'public', () => {
      throw error
    })
    const { web, logged } = await open(route)
    const response = await web.request('http://namdinh.test/hong')
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60'])
    expect(await response.text()).toContain(said)
    expect(logged()).toContain(`"outage":"${name}"`)
  },
)
