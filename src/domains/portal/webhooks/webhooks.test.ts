import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { record } from '#capabilities/audit/record.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { makeCast, type Cast } from '../../../../test/cast.ts'
import { freshDatabase } from '../../../../test/database.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { addWebhook } from './add-webhook.ts'
import { moveWebhook } from './move-webhook.ts'
import { webhookPaths } from './paths.ts'
import { postMessage } from './post-message.ts'
import { deliveriesOf, webhookById } from './queries.ts'
import { webhookRoutes } from './routes.tsx'
import { sendMessages } from './send-messages.ts'
import { waits } from './webhook.ts'
import { vi } from './words.vi.ts'

interface Received {
  headers: IncomingHttpHeaders
  body: string
}

let db: Db
let cast: Cast
let receiver: Server
let url: string
let answers: number[] = []
const received: Received[] = []
const secretKey = 'a secret of this test'
const start = new Date('2023-02-20T09:00:00+07:00')

beforeAll(async () => {
  // Its own, since every open webhook of the tenant is told.
  db = (await freshDatabase()).db
  cast = await makeCast(db)
  receiver = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
      response.writeHead(answers.shift() ?? 204, { location: 'http://127.0.0.1:9/' }).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/nhan`
})
afterAll(() => new Promise((resolve) => receiver.close(resolve)))

const happen = (action: string) =>
  db.transaction().execute((tx) =>
    record(tx, cast.an, start, {
      action,
      subject: { kind: 'scoring_round', id: newId() },
      facts: { secret: 'điểm 9,75' },
    }),
  )
const send = (now: Date) => sendMessages(db, { now, secretKey, allowsPlain: true })
const admin = () => ({ ...cast.em, steppedUpAt: start })
const make = async () => {
  const env = { now: start, secretKey, allowsPlain: true }
  return addWebhook(db, admin(), { name: 'Trục liên thông', url, topics: ['scoring'] }, env)
}

test('is made by the administrator alone, after the password, over an encrypted line', async () => {
  const input = { name: 'Trục liên thông', url, topics: ['scoring' as const] }
  const env = { now: start, secretKey, allowsPlain: false }
  for (const other of [cast.an, cast.binh, cast.dung]) {
    await expect(addWebhook(db, { ...other, steppedUpAt: start }, input, env)).rejects.toThrow('not-allowed')
  }
  await expect(addWebhook(db, { ...cast.em, steppedUpAt: null }, input, env)).rejects.toThrow('step-up')
  await expect(addWebhook(db, admin(), input, env)).rejects.toThrow('webhooks.notEncrypted')
})

test('a real receiver is told what it asked for, once, without contents, and can prove where it comes from', async () => {
  await happen('scoring.opened')
  const { id, secret } = await make()
  await happen('scoring.announced')
  await happen('targets.removed')
  await Promise.all([send(start), send(start)])
  expect(received).toHaveLength(1)
  const [{ headers, body } = { headers: {}, body: '' }] = received
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
  // The library refuses what is older than five minutes: the clock of this test stands in 2023.
  const proof = new Webhook(secret).sign(named['webhook-id'] ?? '', start, body)
  expect(named['webhook-signature']).toBe(proof)
  expect(JSON.parse(body)).toMatchObject({ type: 'scoring.announced', data: { subject: { kind: 'scoring_round' } } })
  expect(body).not.toContain('9,75')
  expect(await deliveriesOf(db, id)).toMatchObject([{ state: 'delivered', tries: 1, answer_status: 204 }])
  await moveWebhook(db, admin(), { webhook: id, act: 'end' }, start)
  await expect(moveWebhook(db, admin(), { webhook: id, act: 'resume' }, start)).rejects.toThrow('webhooks.notNow')
  await expect(moveWebhook(db, cast.an, { webhook: id, act: 'end' }, start)).rejects.toThrow('not-allowed')
})

test('what is not taken is tried again under the same id after longer and longer waits, then left to a person', async () => {
  const { id } = await make()
  await happen('scoring.finished')
  received.length = 0
  answers = [500, 302, 503, 503, 503, 503, 503, 503, 503, 503]
  let now = start
  await send(now)
  await send(now)
  expect(received).toHaveLength(1)
  for (const wait of waits) {
    now = new Date(now.getTime() + wait)
    await send(now)
  }
  expect(received).toHaveLength(waits.length + 1)
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(await deliveriesOf(db, id)).toMatchObject([{ state: 'failed', tries: waits.length + 1 }])
  expect((await webhookById(db, id)).state).toBe('paused')

  const web = openTestWeb(db, webhookRoutes({ secretKey, originOf: () => 'http://namdinh.test' }))
  const [failed] = await deliveriesOf(db, id)
  expect((await web.as(cast.em).get(webhookPaths.webhook(id))).text).toContain(vi.deliveryStates.failed)
  await web.as(cast.em).post(webhookPaths.renewal(id, failed?.id ?? ''))
  await web.as(cast.em).post(webhookPaths.state(id), { act: 'resume' })
  expect((await web.as(cast.em).post(webhookPaths.trial(id))).status).toBe(303)
  await send(new Date(now.getTime() + 60_000))
  const states = (await deliveriesOf(db, id)).map(({ state }) => state)
  expect(states).toEqual(['delivered', 'delivered'])
  const again = await web.as(cast.em).post(webhookPaths.renewal(id, failed?.id ?? ''))
  expect([again.status, again.text.includes(vi.violations.notFailed)]).toEqual([422, true])
})

test('neither this machine nor another place than the written one is told', async () => {
  const message = { id: newId(), url, secret: 'whsec_AAAA', body: '{}' }
  received.length = 0
  expect(await postMessage(message, { now: start, allowsPlain: false })).toEqual({ status: null, says: 'own machine' })
  answers = [302]
  expect(await postMessage(message, { now: start, allowsPlain: true })).toMatchObject({ status: 302 })
  expect(received).toHaveLength(1)
})

test('the form says what is missing and shows the secret once', async () => {
  const web = openTestWeb(db, webhookRoutes({ secretKey, originOf: () => 'http://namdinh.test' }))
  const wrong = await web.as(admin()).post(webhookPaths.add, { name: 'Trục', url: 'ftp://x' })
  expect([wrong.status, wrong.text.includes(vi.noTopic)]).toEqual([422, true])
  const made = await web.as(admin()).post(webhookPaths.add, { name: 'Trục', url, 'topic.news': 'on' })
  expect(made.text).toMatch(/whsec_[\w+/=]{44}/u)
  expect(made.headers.get('cache-control')).toContain('no-store')
  expect((await web.as(cast.em).get(webhookPaths.list)).text).not.toContain('whsec_')
})
