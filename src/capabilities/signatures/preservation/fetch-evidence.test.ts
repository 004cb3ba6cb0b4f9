import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { evidenceFetcher } from './fetch-evidence.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function host(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

test('a named host is asked and its answer taken', async () => {
  const asked: string[] = []
  const named = await host((request, response) => {
    asked.push(`${request.method} ${request.headers['content-type'] ?? ''}`)
    response.end('proof')
  })
  const fetcher = evidenceFetcher({ hosts: [named.toUpperCase()] })
  expect(Buffer.from((await fetcher.fetchList(`http://${named}/crl`)) ?? []).toString()).toBe('proof')
  await fetcher.askOcsp(`http://${named}/ocsp`, Buffer.from('?'))
  expect(asked).toEqual(['GET ', 'POST application/ocsp-request'])
})

test('no other address is asked: other hosts, ports, kinds, names before the host, or where an answer points', async () => {
  const asked: string[] = []
  const hidden = await host((request, response) => {
    asked.push(request.url ?? '')
    response.end('secret')
  })
  const named = await host((_, response) => response.writeHead(302, { location: `http://${hidden}/moved` }).end())
  const fetcher = evidenceFetcher({ hosts: [named] })
  const port = hidden.split(':')[1]
  for (const url of [
    `http://${hidden}/`,
    `http://localhost:${port}/`,
    `http://${named}@${hidden}/`,
    `http://user@${named}/`,
    'file:///etc/hostname',
    'ldap://127.0.0.1/',
    'http://[::1]/',
    'not an address',
    `http://${named}/crl`,
  ]) {
    expect([url, await fetcher.fetchList(url)]).toEqual([url, null])
  }
  expect(asked).toEqual([])
})

test('one that is silent, failing or endless gives nothing', async () => {
  const silent = await host(() => undefined)
  const failing = await host((_, response) => response.writeHead(500).end('no'))
  const endless = await host((_, response) => response.end(Buffer.alloc(100_000)))
  const fetcher = evidenceFetcher({ hosts: [silent, failing, endless], timeoutMs: 200 })
  expect(await fetcher.fetchList(`http://${silent}/`)).toBeNull()
  expect(await fetcher.fetchList(`http://${failing}/`)).toBeNull()
  expect(await fetcher.askOcsp(`http://${endless}/`, Buffer.from('?'))).toBeNull()
})
