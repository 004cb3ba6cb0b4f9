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

test('a job carries the tenant whose role enqueued it, whatever its data say', async () => {
  const { other, ownerUrl } = await testDatabase()
  const key = newId()
  const data = JSON.stringify({ tenant: 'nam_dinh' })
  await sql`select extensions.enqueue_job('none', ${data}::json, ${key}::text)`.execute(other)
  const owner = new Pool({ connectionString: ownerUrl, max: 1 })
  const { rows } = await owner.query('select payload from graphile_worker._private_jobs where key = $1', [key])
  await owner.end()
  expect(rows).toEqual([{ payload: { tenant: 'ha_nam', data: { tenant: 'nam_dinh' } } }])
})
