import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { fillTenant } from './fill-tenant.ts'

test('filling a tenant again brings what is missing and changes nothing that stands there', async () => {
  const { db } = await freshDatabase()
  const counts = async () => {
    const { rows } = await sql<{ days: number; rules: number; texts: number; holidays: number }>`
      select (select count(*) from great_day) as days, (select count(*) from legal_rule) as rules,
        (select count(*) from legal_text) as texts, (select count(*) from holiday) as holidays`.execute(db)
    return rows[0]
  }
  await fillTenant(db)
  const filled = await counts()
  expect(Number(filled?.days)).toBeGreaterThan(5)
  // As a tenant of an older version: no great days, one text corrected by a person.
  await db.deleteFrom('great_day').execute()
  await db.updateTable('legal_text').set({ title: 'Tên do người sửa' }).where('number', '=', '06/2022/QH15').execute()
  await fillTenant(db)
  expect(await counts()).toEqual(filled)
  const corrected = db.selectFrom('legal_text').select('title').where('number', '=', '06/2022/QH15')
  expect((await corrected.executeTakeFirstOrThrow()).title).toBe('Tên do người sửa')
})
