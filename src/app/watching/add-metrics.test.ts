import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { noteFailure, noteGood } from '#platform/backup/last-backup.ts'
import { openPool } from '#platform/database/database.ts'
import type { Web } from '#platform/web.ts'
import { addMetrics } from './add-metrics.ts'
import { openMetrics } from './metrics.ts'

interface Asked {
  peer?: string
  hops?: number
  headers?: Record<string, string>
}

const token = 'a token of sixteen letters'

async function openWeb({ peer = '127.0.0.1', hops = 0 }: Asked = {}) {
  const { ownerUrl } = await testDatabase()
  const owner = openPool(ownerUrl, { max: 2, onError: () => {} })
  const dataFolder = await mkdtemp(join(tmpdir(), 'gu-metrics-'))
  const tenants = { pools: () => [owner] }
  const renderer = { pids: () => [1, 2] }
  const metrics = openMetrics({ owner, tenants, renderer, restarts: () => 3, dataFolder } as never)
  const web = new Hono<Web>()
  addMetrics(web, metrics, { environment: { METRICS_TOKEN: token, PROXY_HOPS: hops }, peerOf: () => peer })
  web.get('/khoi/:bloc/:year', (c) => c.text('một năm'))
  web.get('/gui-y-kien', (c) => {
    c.set('unseen', true)
    return c.text('không ai thấy')
  })
  return { web, dataFolder, close: () => owner.end() }
}

async function statusFor(asked: Asked): Promise<number> {
  const { web, close } = await openWeb(asked)
  const { status } = await web.request('http://localhost/metrics', {
    headers: { host: 'localhost:3000', ...asked.headers },
  })
  await close()
  return status
}

test('this machine may read, and elsewhere who shows the token; to all others there is nothing', async () => {
  expect(await statusFor({})).toBe(200)
  expect(await statusFor({ peer: '::1' })).toBe(200)
  expect(await statusFor({ peer: '10.0.0.7' })).toBe(404)
  const authorization = `Bearer ${token}`
  expect(await statusFor({ peer: '10.0.0.7', headers: { authorization } })).toBe(200)
  expect(await statusFor({ peer: '10.0.0.7', headers: { authorization: `${authorization}r` } })).toBe(404)
})

test('whoever comes through a proxy on this machine is not local', async () => {
  expect(await statusFor({ hops: 1 })).toBe(404)
  expect(await statusFor({ headers: { 'x-forwarded-for': '127.0.0.1' } })).toBe(404)
  expect(await statusFor({ headers: { host: 'thidua.namdinh.test' } })).toBe(404)
})

test('routes are told by their pattern, what no route answers by one name, and records by nothing', async () => {
  const { web, dataFolder, close } = await openWeb()
  await web.request('/khoi/khoi-mat-tran/2023')
  await web.request('/gui-y-kien')
  await web.request('/bi-mat/0912345678')
  await noteGood(dataFolder, '/backups/one', new Date(Date.now() - 60_000))
  await noteFailure(dataFolder, 'The disk is full', new Date())
  const text = await (await web.request('http://localhost/metrics', { headers: { host: 'localhost' } })).text()
  expect(text).not.toContain('gui-y-kien')
  expect(text).toContain('giao_uoc_request_seconds_count{method="GET",route="/khoi/:bloc/:year",status="200"} 1')
  expect(text).toContain('route="none",status="404"} 1')
  expect(text).not.toMatch(/khoi-mat-tran|0912345678|backups/)
  expect(text).toMatch(/giao_uoc_audit_entries\{tenant="nam_dinh"\} \d+/)
  expect(text).toMatch(/giao_uoc_queue_jobs\{state="waiting"\} \d+/)
  expect(text).toMatch(/giao_uoc_backup_age_seconds 6\d/)
  expect(text).toContain('giao_uoc_backup_failed 1')
  expect(text).toContain('giao_uoc_postgres_restarts 3')
  expect(text).toContain('giao_uoc_renderer_children 2')
  await close()
})

test('where there was no backup yet there is no age, rather than zero', async () => {
  const { web, close } = await openWeb()
  const text = await (await web.request('http://localhost/metrics', { headers: { host: 'localhost' } })).text()
  expect(text).not.toMatch(/^giao_uoc_backup_age_seconds/m)
  await close()
})
