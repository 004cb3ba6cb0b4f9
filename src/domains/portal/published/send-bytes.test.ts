import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Web } from '#platform/web.ts'
import { sendBytes } from './send-bytes.ts'

const bytes = new TextEncoder().encode('%PDF-1.7')

function ask(headers: Record<string, string> = {}) {
  const web = new Hono<Web>().get('/', (c) =>
    sendBytes(c, {
      tag: 'abc',
      mediaType: 'application/pdf',
      fileName: 'Giao ước (năm 2023).pdf',
      plainName: 'giao-uoc-2023.pdf',
      read: async () => bytes,
    }),
  )
  return web.request('/', { headers })
}

test('bytes come with a name for old browsers and one with tone marks', async () => {
  const answer = await ask()
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
  expect(answer.headers.get('content-disposition')).toBe(
    `inline; filename="giao-uoc-2023.pdf"; filename*=UTF-8''Giao%20%C6%B0%E1%BB%9Bc%20%28n%C4%83m%202023%29.pdf`,
  )
})

test('a browser that has these very bytes gets none', async () => {
  const answer = await ask({ 'if-none-match': 'W/"x", "abc"' })
  expect([answer.status, await answer.text()]).toEqual([304, ''])
  expect((await ask({ 'if-none-match': '"abd"' })).status).toBe(200)
})
