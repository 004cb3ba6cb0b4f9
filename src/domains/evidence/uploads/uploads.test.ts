import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { sha256Of } from '#platform/files.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { memoryFiles } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { pieceById } from '../queries.ts'
import { evidenceRoutes } from '../routes.tsx'
import { evidencePieces, somePdf } from '../testing/pieces.ts'
import { gatherUpload } from './gather-upload.ts'
import { partsOf } from './queries.ts'
import { removeExpiredUploads } from './remove-uploads.ts'

const pieces = evidencePieces(memoryFiles())
const routes = evidenceRoutes(pieces)
const tus = { 'tus-resumable': '1.0.0' }
let db: Db

beforeAll(async () => {
  db = (await testDatabase()).db
})

const base64 = (text: string) => Buffer.from(text).toString('base64')

/** Someone of the first unit with a browser; `restarted` is another web process on the same rows and parts. */
async function begin() {
  const cast = await makeCast(db)
  const store = `/khoi/${cast.blocSlug}/2023/minh-chung`
  const as = (actor: Actor, now = morning) => openTestWeb(db, routes, now).as(actor)
  const create = (actor: Actor, length: number, metadata = `filename ${base64('Báo cáo.pdf')}`) =>
    as(actor).send(`${store}/tai-len`, {
      method: 'POST',
      headers: { ...tus, 'upload-length': String(length), 'upload-metadata': metadata },
    })
  const patch = (actor: Actor, place: string, [at, bytes]: readonly [number, Uint8Array]) =>
    as(actor).send(place, {
      method: 'POST',
      headers: {
        ...tus,
        'x-http-method-override': 'PATCH',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(at),
      },
      body: new Uint8Array(bytes),
    })
  const offset = async (actor: Actor, place: string, now = morning) => {
    const { status, headers } = await as(actor, now).send(place, { method: 'HEAD', headers: tus })
    return status === 200 ? Number(headers.get('upload-offset')) : status
  }
  const started = async (bytes: Uint8Array, metadata?: string) =>
    (await create(cast.binh, bytes.length, metadata)).location ?? ''
  return { cast, store, as, create, patch, offset, started, unit: cast.units[0] ?? '' }
}

const idOf = (place: string) => place.split('/').at(-1) ?? ''

describe('a file that comes in parts', () => {
  test('goes on after a break, in another process, and becomes evidence', async () => {
    const { cast, store, as, patch, offset, started, unit } = await begin()
    const pdf = somePdf()
    const place = await started(pdf, `filename ${base64('Báo cáo.pdf')},sha256 ${base64(sha256Of(pdf))}`)
    expect((await patch(cast.binh, place, [0, pdf.subarray(0, 300)])).status).toBe(204)
    expect(await offset(cast.binh, place)).toBe(300)
    expect((await patch(cast.binh, place, [300, pdf.subarray(300)])).headers.get('upload-offset')).toBe(
      String(pdf.length),
    )
    const form = { unit, title: 'Báo cáo', upload: idOf(place) }
    const added = await as(cast.binh).post(`${store}/them`, form)
    expect(added.status).toBe(303)
    const piece = await pieceById(db, idOf(added.location ?? ''))
    expect(piece).toMatchObject({ file_sha256: sha256Of(pdf), file_name: 'Báo cáo.pdf' })
    expect(await offset(cast.binh, place)).toBe(404)
  })

  test('keeps what came before the line broke', async () => {
    const { cast, as, started, offset } = await begin()
    const bytes = randomBytes(5000)
    const place = await started(bytes)
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.subarray(0, 1234))
      },
      async pull(controller) {
        // What was sent has arrived by then.
        await new Promise((resolve) => setTimeout(resolve, 200))
        controller.error(new Error('the line broke'))
      },
    })
    const headers = {
      ...tus,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'content-length': '5000',
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `duplex` is missing in the declarations
    const init = {
      method: 'POST',
      body: broken,
      duplex: 'half',
      headers: { ...headers, 'x-http-method-override': 'PATCH' },
    } as RequestInit
    await as(cast.binh)
      .send(place, init)
      .catch(() => undefined)
    expect(await offset(cast.binh, place)).toBe(1234)
  })

  test('takes no part at a wrong place, nor the same part twice', async () => {
    const { cast, patch, started, offset } = await begin()
    const bytes = randomBytes(1000)
    const place = await started(bytes)
    expect((await patch(cast.binh, place, [10, bytes.subarray(10)])).status).toBe(409)
    const both = await Promise.all([
      patch(cast.binh, place, [0, bytes.subarray(0, 600)]),
      patch(cast.binh, place, [0, bytes.subarray(0, 600)]),
    ])
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([204, 409])
    expect(await offset(cast.binh, place)).toBe(600)
    expect(await partsOf(db, idOf(place))).toHaveLength(1)
    expect((await patch(cast.binh, place, [600, randomBytes(900)])).status).toBeGreaterThanOrEqual(400)
  })

  test('is nobody else’s, and not for those who bring nothing', async () => {
    const { cast, create, patch, started, offset, as, store, unit } = await begin()
    const bytes = somePdf()
    const place = await started(bytes)
    await patch(cast.binh, place, [0, bytes])
    expect(await offset(cast.an, place)).toBe(404)
    expect((await patch(cast.an, place, [0, bytes])).status).toBe(404)
    expect((await create(cast.dung, 100)).status).toBe(403)
    expect((await create(cast.chi, 100)).status).toBe(403)
    const stolen = await as(cast.an).post(`${store}/them`, { unit: cast.headUnit, title: 'x', upload: idOf(place) })
    expect([stolen.status, stolen.text.includes('Tệp gửi dở không còn')]).toEqual([422, true])
    expect(unit).not.toBe(cast.headUnit)
  })

  test('must be whole, and the file that was meant', async () => {
    const { cast, patch, started } = await begin()
    const bytes = somePdf()
    const env = { parts: pieces.parts, now: morning, use: async () => undefined }
    const half = await started(bytes)
    await patch(cast.binh, half, [0, bytes.subarray(0, 100)])
    await expect(gatherUpload(db, cast.binh, idOf(half), env)).rejects.toMatchObject({
      key: 'evidence.uploadIncomplete',
    })
    const other = await started(bytes, `sha256 ${base64(sha256Of(randomBytes(9)))}`)
    await patch(cast.binh, other, [0, bytes])
    await expect(gatherUpload(db, cast.binh, idOf(other), env)).rejects.toMatchObject({ key: 'evidence.uploadLost' })
  })

  test('may be neither too large nor one of too many', async () => {
    const { cast, create } = await begin()
    expect((await create(cast.binh, 200 * 1024 * 1024)).status).toBe(413)
    const statuses = []
    for (let count = 0; count < 6; count++) statuses.push((await create(cast.binh, 10)).status)
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429])
  })

  test('is thrown away with its parts a day after the last one', async () => {
    const { cast, patch, started, offset } = await begin()
    const bytes = randomBytes(1000)
    const place = await started(bytes)
    await patch(cast.binh, place, [0, bytes.subarray(0, 10)])
    const [part] = await partsOf(db, idOf(place))
    const tomorrow = new Date(morning.getTime() + 24 * 3_600_000)
    expect(await offset(cast.binh, place, tomorrow)).toBe(404)
    expect(await removeExpiredUploads(db, pieces.parts, tomorrow)).toBeGreaterThan(0)
    await expect(pieces.parts.get(part?.name ?? '')).rejects.toThrow('no part')
    expect(await partsOf(db, idOf(place))).toEqual([])
  })
})
