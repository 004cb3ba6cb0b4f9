import { sql } from 'kysely'
import { Pool } from 'pg'
import { expect, test } from 'vitest'
import { newId } from '../src/platform/id.ts'
import { testDatabase } from './database.ts'

test('what one tenant writes the other does not see', async () => {
  const { db, other } = await testDatabase()
  const id = newId()
  await db.insertInto('person').values({ id, full_name: 'Đỗ Thị Mận' }).execute()
  const count = (one: typeof db) => one.selectFrom('person').select('id').where('id', '=', id).execute()
  expect(await count(db)).toHaveLength(1)
  expect(await count(other)).toHaveLength(0)
})

test('a tenant that names the tables of another is refused by the database', async () => {
  const { db } = await testDatabase()
  const reading = sql`select full_name from t_ha_nam.person`.execute(db)
  await expect(reading).rejects.toThrow('permission denied for schema t_ha_nam')
  const listening = sql`set role t_ha_nam`.execute(db)
  await expect(listening).rejects.toThrow('permission denied to set role')
})

test('a tenant neither reads the register of tenants nor the queue itself', async () => {
  const { db } = await testDatabase()
  await expect(sql`select slug from giao_uoc.tenant`.execute(db)).rejects.toThrow('permission denied')
  await expect(sql`select from graphile_worker.jobs`.execute(db)).rejects.toThrow('permission denied')
})

test('a tenant cannot change what was migrated, nor take back what was recorded', async () => {
  const { db } = await testDatabase()
  await expect(sql`delete from migration`.execute(db)).rejects.toThrow('permission denied')
  await expect(sql`update migration set checksum = ''`.execute(db)).rejects.toThrow('permission denied')
  await expect(sql`delete from audit_entry`.execute(db)).rejects.toThrow('permission denied')
})

const enqueue = (key: string, data = '{}') =>
  sql`select extensions.enqueue_job('none'::pg_catalog.text, ${data}::json, ${key}::pg_catalog.text)`

async function jobsOf(ownerUrl: string, key: string): Promise<unknown[]> {
  const owner = new Pool({ connectionString: ownerUrl, max: 1 })
  const asked = 'select payload from graphile_worker._private_jobs where key like $1 order by key'
  const { rows } = await owner.query<{ payload: unknown }>(asked, [`%${key}`])
  await owner.end()
  return rows.map((row) => row.payload)
}

test('a job carries the tenant whose role enqueued it, whatever its data say', async () => {
  const { other, ownerUrl } = await testDatabase()
  const key = newId()
  await enqueue(key, JSON.stringify({ tenant: 'nam_dinh' })).execute(other)
  expect(await jobsOf(ownerUrl, key)).toEqual([{ tenant: 'ha_nam', data: { tenant: 'nam_dinh' } }])
})

test('a job takes the place of none of another tenant, though both gave it the same key', async () => {
  const { db, other, ownerUrl } = await testDatabase()
  const key = newId()
  for (const tenant of [db, other, db]) await enqueue(key).execute(tenant)
  expect(await jobsOf(ownerUrl, key)).toEqual([
    { tenant: 'ha_nam', data: {} },
    { tenant: 'nam_dinh', data: {} },
  ])
})

test('what a tenant’s role puts in the place of a type never runs with the rights of the owner', async () => {
  const { db } = await testDatabase()
  await db.transaction().execute(async (tx) => {
    await sql`create temp table seen (role name) on commit drop`.execute(tx)
    await sql`grant all on seen to public`.execute(tx)
    await sql`create function pg_temp.look(value pg_catalog.text) returns boolean language plpgsql
      as $$ begin insert into pg_temp.seen values (current_user); return true; end $$`.execute(tx)
    await sql`create domain pg_temp.text as pg_catalog.text check (pg_temp.look(value))`.execute(tx)
    await enqueue(newId()).execute(tx)
    expect((await sql`select distinct role from seen where role <> session_user`.execute(tx)).rows).toEqual([])
    await sql`drop domain pg_temp.text`.execute(tx)
    await sql`drop function pg_temp.look`.execute(tx)
  })
})
