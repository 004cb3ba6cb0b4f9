import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { opensslTimestamp } from '../testing/outside-checkers.ts'
import { startTestAuthority } from '../testing/tsa.ts'
import type { TestAuthority } from '../testing/tsa.ts'
import { timestampClient } from './timestamp.ts'
import { checkTimestampToken } from './timestamp-token.ts'

let tsa: TestAuthority
let server: Server | null = null

beforeAll(async () => {
  tsa = await startTestAuthority()
})

afterAll(() => tsa.close())

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const data = Buffer.from('giá trị chữ ký')
const digest = createHash('sha256').update(data).digest()

/** The address of an authority that answers like this. */
async function authority(answer: RequestListener): Promise<string> {
  const fresh = createServer(answer)
  server = fresh
  await new Promise<void>((resolve) => fresh.listen(0, '127.0.0.1', resolve))
  const address = fresh.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
}

describe('a time stamp', () => {
  test('is taken from a real authority and is right to openssl', async () => {
    const token = await timestampClient({ url: tsa.url }).stamp(digest)
    expect(await opensslTimestamp(token, data, tsa.root)).toContain('Verification: OK')
    const { time } = checkTimestampToken(token, () => digest)
    expect(Math.abs(time.getTime() - Date.now())).toBeLessThan(600_000)
  })

  test('over something else is not accepted', async () => {
    const token = await timestampClient({ url: tsa.url }).stamp(digest)
    expect(() => checkTimestampToken(token, () => new Uint8Array(32))).toThrow('something else')
  })

  test('with a changed byte is not accepted', async () => {
    const token = Buffer.from(await timestampClient({ url: tsa.url }).stamp(digest))
    const copy = Buffer.from(token)
    copy[copy.length - 1] = (copy[copy.length - 1] ?? 0) ^ 1
    expect(() => checkTimestampToken(copy, () => digest)).toThrow('signature.wrong')
  })
})

describe('an authority that', () => {
  const stamp = (url: string) => timestampClient({ url }).stamp(digest)

  test('replays an old answer is caught by the nonce', async () => {
    let kept: Promise<Buffer> | null = null
    const forward = async (body: Buffer) => {
      const answer = await fetch(tsa.url, { method: 'POST', body: new Uint8Array(body) })
      return Buffer.from(await answer.arrayBuffer())
    }
    const url = await authority((request, response) => {
      request.once('data', (body: Buffer) => {
        kept ??= forward(body)
        void kept.then((answer) => response.end(answer))
      })
    })
    const patient = timestampClient({ url })
    await expect(patient.stamp(digest)).resolves.toBeDefined()
    await expect(patient.stamp(digest)).rejects.toThrow('timestamp.wrong')
  })

  test('is silent, gone, failing or endless is unreachable', async () => {
    const silent = timestampClient({ url: await authority(() => undefined), timeoutMs: 200 })
    await expect(silent.stamp(digest)).rejects.toThrow('timestamp.unreachable')
    await expect(stamp('http://127.0.0.1:1/')).rejects.toThrow('timestamp.unreachable')
    const failing = await authority((_, response) => response.writeHead(503).end())
    await expect(stamp(failing)).rejects.toThrow('timestamp.unreachable')
    const endless = await authority((_, response) => response.end(Buffer.alloc(100_000)))
    await expect(stamp(endless)).rejects.toThrow('timestamp.unreachable')
  })

  test('refuses is told apart from one that talks nonsense', async () => {
    const refusal = await authority((_, response) =>
      response.end(Buffer.from('3005300302010200', 'hex').subarray(0, 7)),
    )
    await expect(stamp(refusal)).rejects.toThrow('timestamp.refused')
    const nonsense = await authority((_, response) => response.end('xin chào'))
    await expect(stamp(nonsense)).rejects.toThrow('timestamp.wrong')
  })
})
