import { request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { boardPaths } from '../../src/domains/targets/board/paths.ts'
import { periodSlug } from '../../src/domains/targets/periods/period.ts'
import { reportingPaths } from '../../src/domains/targets/reporting/paths.ts'
import { figuresOf } from '../../src/domains/targets/roll-up/queries.ts'
import { openPasswords } from '../../src/domains/identity/password/password.ts'
import { openDatabase, openPool } from '../../src/platform/database/database.ts'
import { createTenant } from '../../src/platform/database/tenants.ts'
import { findRunningPostgres } from '../../src/platform/postgres/data-folder.ts'
import { projectRoot } from '../../src/platform/project-root.ts'
import { secretKey } from '../../src/platform/secret.ts'
import { removeData, startProgram } from '../program.ts'
import { printMeasures, quantile, type Measure } from '../report.ts'
import { fillProvince, login, size, unitId, yearSlug } from './fill-province.ts'

const port = 3905
const provinces = 34
const visits = 40
const password = 'Đo tiến độ một tỉnh 2026'

const slugOf = (number: number) => `p${String(number).padStart(2, '0')}`

/** Two at a time: one writes while the other reckons. */
async function fill(dataFolder: string, url: string, [from, to]: readonly [number, number]): Promise<void> {
  const owner = openPool(url, { max: 3, onError: () => {} })
  const options = { sqlRoot: new URL('db/', projectRoot()), secretKey: await secretKey(dataFolder, undefined) }
  const hash = await openPasswords().hash(password)
  for (let number = from; number <= to; number += 2) {
    const pair = [number, number + 1].filter((one) => one <= to).map(slugOf)
    for (const slug of pair) {
      await createTenant(owner, { slug, name: `Tỉnh ${slug}`, hosts: [`${slug}.localhost`] }, options)
    }
    await Promise.all(pair.map((slug) => fillProvince(owner, slug, hash)))
  }
  await owner.query('vacuum analyze')
  await owner.end()
}

interface Asked {
  path: string
  cookie?: string
  body?: string
}

/** Over a host name that only the request's header knows; answers with the status, the new cookies and the time in ms. */
function ask({ path, cookie, body }: Asked): Promise<{ status: number; cookie: string; ms: number }> {
  const host = `${slugOf(1)}.localhost:${port}`
  const headers = {
    host,
    origin: `http://${host}`,
    ...(cookie === undefined ? {} : { cookie }),
    ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
  }
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, method: body === undefined ? 'GET' : 'POST' })
    sent.on('error', reject)
    sent.on('response', (answer) => {
      answer.resume()
      const cookies = (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, cookie: cookies, ms: performance.now() - startedAt }),
      )
    })
    sent.end(body)
  })
}

async function signIn(as: string): Promise<string> {
  const { cookie } = await ask({ path: '/dang-nhap', body: new URLSearchParams({ login: as, password }).toString() })
  return cookie
}

/** The time under which 95 of 100 visits lie, in ms, after a few that warm up. */
async function visit(path: string, as: string): Promise<number> {
  const cookie = await signIn(as)
  const times: number[] = []
  for (let index = 0; index < visits; index += 1) {
    const { status, ms } = await ask({ path, cookie })
    if (status !== 200) throw new Error(`${path} answers ${status}`)
    times.push(ms)
  }
  return quantile(times.slice(5), 0.95)
}

const bloc = ['khoi-1', yearSlug] as const
const pages = [
  {
    what: 'grid of a unit and month, 40 rows',
    path: reportingPaths.report(
      ...bloc,
      periodSlug({ frequency: 'month', starts_on: `${yearSlug}-06-01` }),
      unitId(1, 1),
    ),
    as: login.head,
  },
  { what: 'board of a bloc', path: boardPaths.board(...bloc), as: login.head },
  { what: 'view of a province, 60 blocs', path: boardPaths.province, as: login.authority },
]

/** A new program, which knows the tenants that came since. */
async function whileServed<Result>(
  dataFolder: string | undefined,
  work: (dataFolder: string, url: string) => Promise<Result>,
) {
  const program = await startProgram({ port, demo: false, ...(dataFolder === undefined ? {} : { dataFolder }) })
  try {
    return await work(program.dataFolder, (await findRunningPostgres(program.dataFolder)) ?? '')
  } finally {
    await program.stop()
  }
}

async function visitAll(): Promise<number[]> {
  const times: number[] = []
  for (const { path, as } of pages) times.push(await visit(path, as))
  return times
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return quantile(times, 0.5) / 1000
}

/** All targets of all blocs by their rules, beside a bare sum of the same rows. */
async function rollUp(url: string): Promise<Measure> {
  const db = openDatabase(openPool(url, { max: 1, onError: () => {} }))
  await sql`set search_path = ${sql.id(`t_${slugOf(1)}`)}, extensions`.execute(db)
  await sql`set jit = off`.execute(db)
  const years = (await db.selectFrom('bloc_year').select('id').execute()).map(({ id }) => id)
  const asked = { blocYears: years, until: `${yearSlug}-12-31`, standing: 'declared', level: 'bloc' } as const
  const ours = await timeOf(() => figuresOf(db, asked))
  const bare = await timeOf(() =>
    sql`select e.target_id, r.unit_id, sum(e.value) from progress_entry e join progress_report r on r.id = e.report_id
      group by 1, 2`.execute(db),
  )
  await db.destroy()
  const rival = { name: 'a bare sum by target and unit', value: bare }
  return { what: 'roll-up of a province', value: ours, unit: 's', bar: { at: 1, side: 'most' }, rival }
}

function measuresOf(alone: readonly number[], among: readonly number[]): Measure[] {
  return pages.flatMap(({ what }, index) => {
    const [before, after] = [alone[index] ?? Number.NaN, among[index] ?? Number.NaN]
    return [
      { what: `${what}, p95`, value: after, unit: 'ms', rival: { name: 'with one province', value: before } },
      { what: '  growth from 1 to 34 provinces', value: after / before, unit: '×', bar: { at: 1.5, side: 'most' } },
    ]
  })
}

/** A country's year of reports: what one unit, one bloc and one province look at, and whether the others slow it. */
export async function benchProvince(): Promise<void> {
  const dataFolder = await whileServed(undefined, async (folder, url) => {
    await fill(folder, url, [1, 1])
    return folder
  })
  try {
    const alone = await whileServed(dataFolder, visitAll)
    await whileServed(dataFolder, (folder, url) => fill(folder, url, [2, provinces]))
    const among = await whileServed(dataFolder, visitAll)
    const rolled = await whileServed(dataFolder, (_folder, url) => rollUp(url))
    const count = provinces * size.blocs * size.units * size.targets * size.months
    printMeasures(`progress (${provinces} provinces, ${count} figures)`, [...measuresOf(alone, among), rolled])
  } finally {
    await removeData(dataFolder)
  }
}
