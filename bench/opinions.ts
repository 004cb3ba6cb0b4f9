import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { openDatabase, openPool, type Db } from '../src/platform/database/database.ts'
import { tenantUrl } from '../src/platform/database/tenant-role.ts'
import { createTenant } from '../src/platform/database/tenants.ts'
import { startDigest } from '../src/domains/voices/digest/start-digest.ts'
import { closeMonth } from '../src/domains/voices/months/close-month.ts'
import { startTopics } from '../src/domains/voices/topics/start-topics.ts'
import { opinionTopics } from '../db/seed/opinion-topics.ts'
import { makeCast, type Cast } from '../test/cast.ts'
import { openTestServer } from '../test/server.ts'
import { printMeasures } from './report.ts'

const opinions = 50_000
const now = new Date('2024-01-05T08:00:00+07:00')

/** Opinions over a year, coded by every topic, a hundred places and every group, as unevenly as people speak. */
async function fill(db: Db, cast: Cast) {
  await sql`
    with topics as (select id, row_number() over (order by id) - 1 as n, count(*) over () as of from opinion_topic
      where bloc_id = ${cast.bloc}),
    groups as (select code, row_number() over (order by code) - 1 as n, count(*) over () as of from people_group)
    insert into opinion (id, bloc_year_id, unit_id, way, source, place_name, group_code, topic_id, concern, title, text,
      shown_text, state, received_on)
    select gen_random_uuid(), ${cast.blocYear}::uuid, ${cast.units[0]}::uuid, 'unnamed', 'field',
      'Xã ' || (i * i % 101), g.code, t.id, 'medium', 'Ý kiến ' || i, 'Nội dung ' || i, 'Nội dung ' || i, 'accepted',
      '2023-01-01'::date + (i % 365)::integer
    from generate_series(1, ${opinions}::bigint) i
    join topics t on t.n = (i * 7 + i * i / 3) % t.of join groups g on g.n = i % g.of`.execute(db)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function measure(db: Db) {
  const cast = await makeCast(db)
  const { an, blocYear } = cast
  await startTopics(db, an, { blocYear }, { now, template: opinionTopics })
  await fill(db, cast)
  await sql`analyze opinion`.execute(db)
  const before = process.memoryUsage().rss
  const months = Array.from({ length: 12 }, (_none, index) => `2023-${String(index + 1).padStart(2, '0')}-01`)
  const times: number[] = []
  for (const month of months) times.push(await timed(() => closeMonth(db, an, { blocYear, month }, now)))
  const head = {
    look: 'state',
    parent: '',
    issuer: 'Khối',
    sign: '',
    signer: '',
    place: '',
    datedOn: '2024-01-05',
  } as const
  const digest = await timed(() => startDigest(db, an, { blocYear, month: '2023-12-01', ...head }, now))
  const grown = (process.memoryUsage().rss - before) / 1e6
  printMeasures(`${opinions} opinions coded and reported`, [
    {
      what: 'twelve months counted, withheld and closed',
      value: times.reduce((one, other) => one + other),
      unit: 'ms',
    },
    { what: 'the slowest month', value: Math.max(...times), unit: 'ms' },
    { what: 'a digest drafted by rule from a closed month', value: digest, unit: 'ms' },
    { what: 'memory that the program grew by', value: grown, unit: 'MB' },
  ])
}

/** 50,000 opinions of a year: its months closed one by one, and a digest drafted. */
export async function benchOpinions(): Promise<void> {
  const server = await openTestServer()
  const slug = `opinions_${randomBytes(4).toString('hex')}`
  const secretKey = randomBytes(16).toString('hex')
  const url = new URL(server.url)
  url.pathname = slug
  const ignore = { max: 3, onError: () => {} }
  const admin = openPool(server.url, ignore)
  await admin.query(`create database ${slug}`)
  const owner = openPool(url.href, ignore)
  const sqlRoot = new URL('../db/', import.meta.url)
  await createTenant(owner, { slug, name: 'Tỉnh đo', hosts: [] }, { sqlRoot, secretKey })
  const db = openDatabase(openPool(tenantUrl(url.href, slug, secretKey), ignore))
  await measure(db)
  await db.destroy()
  await owner.end()
  await admin.query(`drop database ${slug} with (force)`)
  await admin.query(`drop role t_${slug}`)
  await admin.end()
  await server.stop()
}
