import { createHash, randomBytes, randomInt } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { samplePassword } from '../src/app/demo/sample-people.ts'
import { removeData, startProgram, type RunningProgram } from './program.ts'
import { printMeasures, type Measure } from './report.ts'

const port = 3907
const store = '/khoi/khoi-thi-dua-mat-tran-to-quoc-va-cac-doan-the-tinh/2023/minh-chung'
const cuts = 24
const partBytes = 4 * 1024 * 1024

/** A PDF of one page that is one picture of noise: nothing of it can be pressed together. */
function noisyPdf(bytes: number): Buffer {
  const across = Math.floor(Math.sqrt(bytes / 3))
  const picture = randomBytes(across * across * 3)
  const content = 'q 500 0 0 500 0 0 cm /P Do Q'
  const heads = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Resources << /XObject << /P 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  const chunks: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const places: number[] = []
  let at = 9
  const add = (piece: Buffer) => {
    chunks.push(piece)
    at += piece.length
  }
  for (const [index, head] of heads.entries()) {
    places.push(at)
    add(Buffer.from(`${index + 1} 0 obj\n${head}\nendobj\n`))
  }
  places.push(at)
  const kind = `/Type /XObject /Subtype /Image /Width ${across} /Height ${across} /ColorSpace /DeviceRGB /BitsPerComponent 8`
  add(Buffer.from(`5 0 obj\n<< ${kind} /Length ${picture.length} >>\nstream\n`))
  add(picture)
  add(Buffer.from('\nendstream\nendobj\n'))
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  add(
    Buffer.from(
      `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(chunks)
}

const peakMb = (pid: number) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** From now on the kernel counts the peak anew. */
const forgetPeak = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, '5')

class Line {
  readonly #address: string
  #cookie = ''

  constructor(address: string) {
    this.#address = address
  }

  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { origin: this.#address, cookie: this.#cookie, ...(init.headers as Record<string, string>) }
    return fetch(this.#address + path, { ...init, headers, redirect: 'manual' })
  }

  async signIn(login: string) {
    const body = new URLSearchParams({ login, password: samplePassword })
    const answer = await this.ask('/dang-nhap', { method: 'POST', body })
    this.#cookie = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }

  /** Sends a part, and hangs up after so many of its bytes. */
  async send(path: string, offset: number, { bytes, until }: { bytes: Buffer; until: number }): Promise<void> {
    const headers = {
      origin: this.#address,
      cookie: this.#cookie,
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'x-http-method-override': 'PATCH',
      'content-type': 'application/offset+octet-stream',
      'content-length': bytes.length,
    }
    await new Promise<void>((resolve, reject) => {
      const sending = request(this.#address + path, { method: 'POST', headers }, (answer) => {
        answer.resume()
        answer.once('end', resolve)
      })
      sending.once('error', until < bytes.length ? () => resolve() : reject)
      if (until >= bytes.length) sending.end(bytes)
      else sending.write(bytes.subarray(0, until), () => setTimeout(() => sending.destroy(), 20))
    })
  }

  async offset(path: string): Promise<number> {
    const answer = await this.ask(path, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })
    return Number(answer.headers.get('upload-offset'))
  }
}

interface Sent {
  place: string
  /** How many bytes went over the line. */
  sent: number
  broken: number
}

async function sendOnBadLine(line: Line, pdf: Buffer): Promise<Sent> {
  const encoded = (text: string) => Buffer.from(text).toString('base64')
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  const headers = {
    'tus-resumable': '1.0.0',
    'upload-length': String(pdf.length),
    'upload-metadata': `filename ${encoded('lon.pdf')},sha256 ${encoded(sha256)}`,
  }
  const created = await line.ask(`${store}/tai-len`, { method: 'POST', headers })
  const place = new URL(created.headers.get('location') ?? '', 'http://x').pathname
  let [offset, sent, broken] = [0, 0, 0]
  while (offset < pdf.length) {
    const bytes = pdf.subarray(offset, offset + partBytes)
    const isCut = broken < cuts && randomInt(2) === 0
    const until = isCut ? randomInt(1, bytes.length) : bytes.length
    await line.send(place, offset, { bytes, until })
    sent += until
    broken += isCut ? 1 : 0
    offset = await line.offset(place)
  }
  return { place, sent, broken }
}

async function bring(line: Line, place: string): Promise<string> {
  const page = await (await line.ask(`${store}/them`)).text()
  const unit = /name="unit"[^>]*value="([^"]+)"|<option value="([^"]{36})"/u.exec(page)
  const form = new URLSearchParams({
    unit: unit?.[1] ?? unit?.[2] ?? '',
    title: 'Bản quét lớn',
    upload: place.split('/').at(-1) ?? '',
  })
  const answer = await line.ask(`${store}/them`, { method: 'POST', body: form })
  if (answer.status !== 303) throw new Error(`the file was not taken: ${answer.status} ${await answer.text()}`)
  return answer.headers.get('location') ?? ''
}

async function hasPreview(line: Line, piece: string): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    if ((await line.ask(`${piece}/hinh/0`)).status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('no picture of the page was made')
}

async function oneStore(name: string, program: RunningProgram, pdf: Buffer): Promise<Measure[]> {
  const line = new Line(program.address)
  await line.signIn('can-bo-lhpn')
  const pid = program.process.pid ?? 0
  forgetPeak(pid)
  const before = peakMb(pid)
  const startedAt = performance.now()
  const { place, sent, broken } = await sendOnBadLine(line, pdf)
  const whileSending = peakMb(pid)
  const piece = await bring(line, place)
  await hasPreview(line, piece)
  const back = Buffer.from(await (await line.ask(`${piece}/tep`)).arrayBuffer())
  const growth = peakMb(pid) - before
  if (!back.equals(pdf)) throw new Error('the file that came back is another one')
  const at = (most: number) => ({ at: most, side: 'most' as const })
  return [
    { what: `${name}: sent over the line, of what the file has`, value: sent / pdf.length, unit: '×', bar: at(1.8) },
    { what: `${name}: breaks of the line that nothing was lost by`, value: broken, unit: 'breaks' },
    { what: `${name}: memory of the server grew while it came`, value: whileSending - before, unit: 'MB' },
    { what: `${name}: … and until it was kept, drawn and read back`, value: growth, unit: 'MB', bar: at(100) },
    { what: `${name}: all of it`, value: (performance.now() - startedAt) / 1000, unit: 's' },
  ]
}

async function withProgram(name: string, pdf: Buffer, environment: Readonly<Record<string, string>>) {
  Object.assign(process.env, environment)
  const program = await startProgram({ port, demo: true })
  try {
    return await oneStore(name, program, pdf)
  } finally {
    await program.stop()
    await removeData(program.dataFolder)
    for (const key of Object.keys(environment)) Reflect.deleteProperty(process.env, key)
  }
}

/** A file of nearly 100 MB on a line that breaks, into a folder and into S3; what the server's memory does meanwhile. */
export async function benchUpload(): Promise<void> {
  const pdf = noisyPdf(99 * 1024 * 1024)
  const folder = await mkdtemp(join(tmpdir(), 'gu-bench-s3-'))
  const configureBuckets = [{ name: 'minh-chung' }]
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets })
  const { port: s3Port } = await server.run()
  try {
    const measures = [
      ...(await withProgram('folder', pdf, {})),
      ...(await withProgram('S3', pdf, {
        S3_BUCKET: 'minh-chung',
        S3_ENDPOINT: `http://127.0.0.1:${s3Port}`,
        S3_ACCESS_KEY_ID: 'S3RVER',
        S3_SECRET_ACCESS_KEY: 'S3RVER',
      })),
    ]
    printMeasures(`upload of ${(pdf.length / 1_048_576).toFixed(0)} MB`, measures)
  } finally {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}
