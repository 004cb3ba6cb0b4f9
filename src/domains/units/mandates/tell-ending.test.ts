import { expect, test } from 'vitest'
import { newId } from '#platform/id.ts'
import { makeCast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { giveMandates } from '../../../../test/signing.ts'
import { tellEndingMandates } from './tell-ending.ts'

async function told(at: string) {
  const { db } = await testDatabase()
  const [binh] = await giveMandates(db, await makeCast(db))
  const mandate = binh?.mandates[0]?.id ?? ''
  const heard = async (moment: string) => {
    const names: string[] = []
    const announce = async (_tx: unknown, _now: Date, fact: { name: string; mandate: string }) => {
      if (fact.mandate === mandate) names.push(fact.name)
    }
    await tellEndingMandates(db, announce, new Date(moment))
    return names
  }
  return { db, mandate, names: await heard(at), heard }
}

test('a mandate is told of from thirty days before its last day until that day', async () => {
  const { heard } = await told('2027-12-01T08:00:00+07:00')
  expect(await heard('2027-11-30T23:59:00+07:00')).toEqual([])
  expect(await heard('2027-12-01T00:01:00+07:00')).toEqual(['mandates.ending'])
  expect(await heard('2027-12-31T23:59:00+07:00')).toEqual(['mandates.ending'])
  expect(await heard('2028-01-01T00:01:00+07:00')).toEqual([])
})

test('a mandate that a later one follows is not told of', async () => {
  const { db, mandate, heard } = await told('2027-12-10T08:00:00+07:00')
  const before = await db.selectFrom('mandate').selectAll().where('id', '=', mandate).executeTakeFirstOrThrow()
  const next = { ...before, id: newId(), from_on: '2028-01-01', to_on: '2032-12-31', state: 'asked' as const }
  await db
    .insertInto('mandate')
    .values({ ...next, decided_by: null, decided_at: null })
    .execute()
  expect(await heard('2027-12-10T08:00:00+07:00')).toEqual([])
})
