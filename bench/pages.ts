import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import { samplePassword } from '../src/app/demo/sample-people.ts'
import { printMeasures, type Measure } from './report.ts'
import { removeData, startProgram } from './program.ts'

interface Load {
  url: string
  connections: number
  /** Requests a second over all connections; as many as possible when left out. */
  rate?: number
  seconds: number
  cookie?: string
}

async function load({ url, connections, rate, seconds, cookie }: Load) {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: cookie === undefined ? {} : { cookie },
    ...(rate === undefined ? {} : { overallRate: rate }),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`)
  return result
}

async function storyAddress(address: string): Promise<string> {
  const home = await (await fetch(address)).text()
  const path = /href="(\/khoi-thi-dua\/[^"]+)"/.exec(home)?.[1]
  if (path === undefined) throw new Error('the home page leads to no bloc')
  return `${address}${path}/2023`.replace('/2023/2023', '/2023')
}

/** The rival: a plain server that sends the same bytes, in a process of its own as ours is. */
async function plainServer(body: string) {
  const child = fork(fileURLToPath(new URL('plain-server.ts', import.meta.url)))
  child.send(body)
  const [port] = (await once(child, 'message')) as [number]
  return { address: `http://localhost:${port}`, stop: () => child.kill() }
}

const assetsIn = (html: string) => [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)

async function firstVisit(address: string, page: string): Promise<Measure[]> {
  const html = await (await fetch(page)).text()
  const style = /href="(\/assets\/public-[^"]+\.css)"/.exec(html)?.[1] ?? ''
  const css = await (await fetch(`${address}${style}`)).text()
  const fonts = [...css.matchAll(/url\(["']?(\/assets\/fonts\/[^)"']*(?:latin|vietnamese)-\d+-normal\.woff2)/g)]
  const paths = new Set(
    [...assetsIn(html), ...fonts.map(([, path = '']) => path)].filter((path) => !path.includes('latin-ext')),
  )
  let bytes = Buffer.byteLength(html)
  for (const path of paths) bytes += (await (await fetch(`${address}${path}`)).arrayBuffer()).byteLength
  const script = [...paths].filter((path) => path.endsWith('.js')).length
  return [
    {
      what: 'first visit of a public page with all its fonts',
      value: bytes / 1000,
      unit: 'kB',
      bar: { at: 200, side: 'most' },
    },
    { what: 'scripts on a public page', value: script, unit: 'files', bar: { at: 0, side: 'most' } },
  ]
}

async function signIn(address: string, login: string): Promise<string> {
  const form = new FormData()
  form.set('login', login)
  form.set('password', samplePassword)
  const answer = await fetch(`${address}/dang-nhap`, {
    method: 'POST',
    body: form,
    headers: { origin: address },
    redirect: 'manual',
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function workspace(address: string): Promise<Measure[]> {
  const cookie = await signIn(address, 'lanh-dao-lhpn')
  const editor = `${(await storyAddress(address)).replace('/khoi-thi-dua/', '/khoi/').replace('2023', '2024')}/giao-uoc/soan-thao`
  const { latency } = await load({ url: editor, connections: 4, rate: 50, seconds: 6, cookie })
  const html = await (await fetch(editor, { headers: { cookie } })).text()
  const script = assetsIn(html).find((path) => path.endsWith('.js')) ?? ''
  const bytes = gzipSync(Buffer.from(await (await fetch(`${address}${script}`)).arrayBuffer())).length
  return [
    {
      what: 'workspace, the editor of a whole draft at 50/s, p97.5',
      value: latency.p97_5,
      unit: 'ms',
      bar: { at: 60, side: 'most' },
    },
    { what: 'script of the workspace, gzip', value: bytes / 1000, unit: 'kB', bar: { at: 40, side: 'most' } },
  ]
}

/** Public pages warm, beside a plain server with the same bytes; then the heaviest page of the workspace. */
export async function benchPages(): Promise<void> {
  const program = await startProgram({ port: 3902, demo: true })
  const page = await storyAddress(program.address)
  const body = await (await fetch(page)).text()
  const plain = await plainServer(body)
  await load({ url: page, connections: 8, seconds: 2 })
  const ours = await load({ url: page, connections: 16, seconds: 6 })
  const theirs = await load({ url: plain.address, connections: 16, seconds: 6 })
  plain.stop()
  const calm = await load({ url: page, connections: 8, rate: 200, seconds: 6 })
  const measures: Measure[] = [
    {
      what: 'public page of the bloc, warm',
      value: ours.requests.average,
      unit: 'pages/s',
      bar: { at: 1500, side: 'least' },
      rival: { name: 'http.createServer, same bytes', value: theirs.requests.average },
    },
    { what: 'the same at 200 pages/s, p99', value: calm.latency.p99, unit: 'ms', bar: { at: 50, side: 'most' } },
    ...(await firstVisit(program.address, page)),
    ...(await workspace(program.address)),
  ]
  await program.stop()
  await removeData(program.dataFolder)
  printMeasures('pages (load generator on the same two cores)', measures)
}
