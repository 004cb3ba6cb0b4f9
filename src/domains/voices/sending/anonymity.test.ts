import { Client } from 'pg'
import { pino } from 'pino'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainAssets } from '../../../app/assets.ts'
import { violations } from '../../../app/violation-words.ts'
import { createWeb } from '../../../app/web.tsx'
import { openPictures } from '#capabilities/pictures/open-pictures.ts'
import { photoWithPlace } from '#capabilities/pictures/testing/pictures.ts'
import { rowsQuery, tablesOf } from '#platform/backup/read-schema.ts'
import type { Db } from '#platform/database/database.ts'
import { readCode } from '#platform/id.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { freshDatabase } from '../../../../test/database.ts'
import { formData } from '../../../../test/web.ts'
import { publicVoicePaths } from '../paths.ts'
import { typedOpinion } from '../testing/opinions.ts'
import { gatherWaiting } from './gather-waiting.ts'
import { sendingRoutes } from './routes.tsx'

/** Enough that a shuffled order looks like the order of sending by chance never. */
const senders = 60
const address = '203.0.113.77'
const schema = 't_nam_dinh'

let db: Db
let owner: Client
let cast: Cast
let web: ReturnType<typeof createWeb>
const logged: string[] = []
const codes: string[] = []
let sessionsRead = 0

const textOf = (number: number) => `Ý kiến thứ ${number} về việc ở thôn`

async function send(number: number, picture?: File): Promise<string> {
  const form = { ...typedOpinion(textOf(number)), name: 'Phạm Thị Lụa', ...(picture ? { 'picture.0': picture } : {}) }
  const response = await web.request(`http://namdinh.test${publicVoicePaths.send(cast.blocSlug)}`, {
    method: 'POST',
    body: formData(form),
    // Someone who is signed in elsewhere on the site sends it from the same browser.
    headers: { origin: 'http://namdinh.test', host: 'namdinh.test', cookie: `cast=${cast.binh.account}` },
  })
  const text = await response.text()
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
  return /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/u.exec(text)?.[0] ?? ''
}

beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  owner = new Client(fresh.ownerUrl)
  await owner.connect()
  cast = await makeCast(db)
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  let caller = 0
  // Each sender has an address of its own, or the limiter would stop them; the last one is looked for afterwards.
  const addressOf = () => (caller++ < senders - 1 ? `198.51.100.${caller}` : address)
  web = createWeb({
    assets: plainAssets,
    clock: () => morning,
    log,
    tenantOf: async () => ({ slug: 'nam_dinh', name: 'Tỉnh Nam Định', hosts: [] }),
    databaseOf: () => db,
    actorOf: async () => {
      sessionsRead += 1
      return cast.binh
    },
    originOf: () => 'http://namdinh.test',
    routes: sendingRoutes({ pictures: openPictures(), addressOf }),
    violations,
  })
  const photo = new File([new Uint8Array(await photoWithPlace())], 'IMG_20230220_0801.jpg', { type: 'image/jpeg' })
  for (let number = 0; number < senders; number += 1) codes.push(await send(number, number === 0 ? photo : undefined))
})

afterAll(async () => owner.end())

/** All rows of all tables of the tenant as text, as whoever holds the database reads them. */
async function everything(): Promise<Map<string, string>> {
  const all = new Map<string, string>()
  for (const { name } of await tablesOf(owner, schema)) {
    const { rows } = await owner.query<{ row: string }>(`select row_to_json(t)::text as row from ${schema}.${name} t`)
    all.set(name, rows.map(({ row }) => row).join('\n'))
  }
  return all
}

/** How much one order looks like another: 1 is the same, 0 is chance. */
function likenessOf(order: readonly number[]): number {
  const count = order.length
  const far = order.reduce((sum, number, place) => sum + (number - place) ** 2, 0)
  return 1 - (6 * far) / (count * (count ** 2 - 1))
}

const numberOf = (text: string) => Number(/thứ (\d+)/u.exec(text)?.[1])

test('before the batch: no time, no order and no author stand beside what waits, and no one was asked who they are', async () => {
  const { rows: columns } = await owner.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = $1 and table_name = 'opinion_waiting'`,
    [schema],
  )
  expect(columns.filter(({ type }) => /time|date|int|serial/u.test(type))).toEqual([])
  const { rows } = await owner.query<{ id: string; content: object }>(
    `select id, content from ${schema}.opinion_waiting`,
  )
  expect(rows).toHaveLength(senders)
  expect(rows.every(({ id }) => id.charAt(14) === '4')).toBe(true)
  const [first] = rows
  expect(Object.keys(first?.content ?? {}).toSorted()).toEqual(
    ['bloc_year_id', 'group_code', 'kind', 'place_id', 'place_name', 'sizes', 'text', 'unit_id'].toSorted(),
  )
  expect(JSON.stringify(rows)).not.toContain('Lụa')
  expect(sessionsRead).toBe(0)
  expect(logged).toEqual([])
  const audit = await owner.query(`select from ${schema}.audit_entry`)
  expect(audit.rowCount).toBe(0)
})

test('a backup of what waits is in the order of random ids, not of arrival', async () => {
  const table = (await tablesOf(owner, schema)).find(({ name }) => name === 'opinion_waiting')
  if (table === undefined) throw new Error('the waiting table is part of a backup')
  const { rows } = await owner.query<{ content: { text: string } }>(rowsQuery(schema, table))
  expect(Math.abs(likenessOf(rows.map(({ content }) => numberOf(content.text))))).toBeLessThan(0.6)
})

test('after the batch: one transaction, a shuffled order, random ids, the day alone, and nothing left behind', async () => {
  expect(await gatherWaiting(db, morning)).toBe(senders)
  expect(await gatherWaiting(db, morning)).toBe(0)
  const { rows } = await owner.query<{ id: string; text: string; xmin: string; row: object }>(
    `select id, text, xmin::text, row_to_json(o) as row from ${schema}.opinion o order by ctid`,
  )
  expect(rows).toHaveLength(senders)
  expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1)
  expect(Math.abs(likenessOf(rows.map(({ text }) => numberOf(text))))).toBeLessThan(0.6)
  const byId = rows.toSorted((one, other) => one.id.localeCompare(other.id))
  expect(Math.abs(likenessOf(byId.map(({ text }) => numberOf(text))))).toBeLessThan(0.6)
  for (const { row } of rows) {
    const told = Object.entries(row).filter(([, value]) => typeof value === 'string' && /\d{2}:\d{2}/u.test(value))
    expect(told).toEqual([])
    expect(row).toMatchObject({ way: 'anonymous', entered_by: null, entered_at: null, received_on: '2023-02-20' })
  }
  const size = await owner.query<{ bytes: number }>(`select pg_relation_size('${schema}.opinion_waiting') as bytes`)
  expect(size.rows[0]?.bytes).toBe(0)
  const audit = await owner.query(`select account_id, actor_name, acting_unit_id, facts from ${schema}.audit_entry`)
  expect(audit.rows).toEqual([
    { account_id: null, actor_name: 'Giao Ước', acting_unit_id: null, facts: { count: senders } },
  ])
})

test('no table holds a code, a name that was typed all the same, an address or a file name', async () => {
  const sought = [...codes, ...codes.map(readCode), 'Lụa', address, 'IMG_20230220', cast.binh.account]
  const known = new Set(['account', 'person', 'unit_role'])
  for (const [table, text] of await everything()) {
    if (known.has(table)) continue
    expect([table, sought.filter((each) => text.includes(each))]).toEqual([table, []])
  }
  expect(codes.every((code) => /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/u.test(code))).toBe(true)
  expect(new Set(codes).size).toBe(senders)
})

test('a picture keeps neither place nor camera, and no stored file tells when it came', async () => {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from opinion_attachment`.execute(db)
  expect(rows).toHaveLength(1)
  const bytes = rows[0]?.bytes.toString('latin1') ?? ''
  expect(bytes.slice(8, 12)).toBe('WEBP')
  for (const mark of ['Exif', 'EXIF', 'GPS', 'Phone', 'XMP ']) expect(bytes).not.toContain(mark)
  const stored = await owner.query(`select from ${schema}.stored_file`)
  expect(stored.rowCount).toBe(0)
})

test('following by the code, writing back and judging leave no line and no time either', async () => {
  const ask = async (path: string, form: Record<string, string>) => {
    const response = await web.request(`http://namdinh.test${path}`, {
      method: 'POST',
      body: formData(form),
      headers: { origin: 'http://namdinh.test', host: 'namdinh.test' },
    })
    return { status: response.status, text: await response.text() }
  }
  const code = codes[5] ?? ''
  const shown = await ask(publicVoicePaths.follow, { code: code.toLowerCase().replaceAll('-', ' ') })
  expect(shown.status).toBe(200)
  expect(shown.text).toContain(textOf(5))
  expect((await ask(publicVoicePaths.follow, { code: '0000-0000-0000-0000' })).status).toBe(422)
  const more = await ask(publicVoicePaths.writeMore, { code, text: 'Ở thôn Đông' })
  expect(more.status).toBe(200)
  expect(more.text).toContain('sẽ vào sổ cùng đợt đêm nay')
  expect((await owner.query(`select from ${schema}.opinion_message`)).rowCount).toBe(0)
  await gatherWaiting(db, morning)
  const messages = await owner.query(`select text, on_day, written_by from ${schema}.opinion_message`)
  expect(messages.rows).toMatchObject([{ text: 'Ở thôn Đông', written_by: null }])
  expect([sessionsRead, logged]).toEqual([0, []])
})
