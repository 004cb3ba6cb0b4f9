import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { searchSources } from '../src/app/search-sources.ts'
import { findEntries } from '../src/capabilities/search/find-entries.ts'
import { rebuildIndex } from '../src/capabilities/search/keep-index.ts'
import { everyone, keysOf } from '../src/domains/portal/searchable/audience.ts'
import type { Actor } from '../src/platform/actor.ts'
import type { Db } from '../src/platform/database/database.ts'
import { morning } from './cast.ts'
import { freshDatabase } from './database.ts'
import { files, passwords, routes } from './permissions/walked-routes.ts'
import { makeWorld, type World } from './permissions/world.ts'
import { openTestWeb } from './web.ts'

interface Entry {
  kind: string
  path: string
  audience: string[]
}

let db: Db
let other: Db
let world: World
beforeAll(async () => {
  ;({ db, other } = await freshDatabase())
  world = await makeWorld(db, files, 'draft', passwords)
  await rebuildIndex(db, searchSources, morning)
})

/** Of each kind two entries for every way in which they are shared. */
async function someEntries(): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select kind, path, array_agg(distinct key) as audience from search_entry, unnest(audience) key
    where (kind, path) in (select kind, path from (
      select kind, path, audience, row_number() over (partition by kind,
        regexp_replace(audience::text, '[0-9a-f]{8}-[0-9a-f-]+', '', 'g') order by md5(path)) as place
      from search_entry) ranked where place <= 2)
    group by kind, path order by kind, path`.execute(db)
  return rows
}

const askers = (): (readonly [string, Actor | null])[] => [
  ['visitor', null],
  ...Object.entries(world.ours.people),
  ['head elsewhere', world.theirs.people.headLeader],
  ['officer elsewhere', world.theirs.people.officer],
]

test('everybody finds what they could open by its address, and nothing else', async () => {
  const web = openTestWeb(db, routes)
  const entries = await someEntries()
  const differing: string[] = []
  for (const { kind, path, audience } of entries) {
    for (const [name, actor] of askers()) {
      const keys = actor === null ? everyone : [...keysOf(actor), ...everyone]
      const { status } = await web.as(actor).get(path)
      // The public address of a bloc leads on to its newest year.
      const opens = status === 200 || (audience.includes('public') && status === 303)
      if (keys.some((key) => audience.includes(key)) !== opens) differing.push(`${kind} ${path}: ${name}, ${status}`)
    }
  }
  expect(differing).toEqual([])
  const kinds = new Set(entries.map(({ kind }) => kind))
  const wanted =
    'activity agreement bloc clause deadline deed evidence example help legalText logEntry movement person target unit'
  expect(wanted.split(' ').filter((kind) => !kinds.has(kind))).toEqual([])
})

test('another tenant finds nothing of it', async () => {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from search_entry`.execute(other)
  expect(rows[0]?.count).toBe(0)
  const asked = { text: 'hiến máu', audience: keysOf(world.ours.people.leader) }
  expect((await findEntries(other, asked)).hits).toEqual([])
})
