import { expect, test } from 'vitest'
import { makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '#platform/id.ts'
import { historyOf } from './history.ts'
import { hashEntry, record, recordAll } from './record.ts'

test('each entry carries the hash of the one before it', async () => {
  const { db } = await testDatabase()
  const { an } = await makeCast(db)
  const subject = { kind: 'unit', id: newId() }
  for (const action of ['unit.named', 'unit.renamed']) {
    await db.transaction().execute((tx) => record(tx, an, morning, { action, subject, facts: { name: 'Tỉnh Đoàn' } }))
  }
  const entries = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('subject_id', '=', subject.id)
    .orderBy('number')
    .execute()
  for (const { hash, previous_hash, facts, folded: _derived, ...entry } of entries) {
    expect(hashEntry(previous_hash, { ...entry, facts: facts as Record<string, string> })).toEqual(hash)
  }
  expect((await historyOf(db, subject.id)).map((entry) => entry.action)).toEqual(['unit.renamed', 'unit.named'])
})

test('a command that did the same to many records writes an entry for each, in one chain', async () => {
  const { db } = await testDatabase()
  const { an } = await makeCast(db)
  const subjects = Array.from({ length: 1_200 }, () => ({ kind: 'unit', id: newId() }))
  const deeds = subjects.map((subject) => ({ action: 'unit.added', subject }))
  await db.transaction().execute((tx) => recordAll(tx, an, morning, deeds))
  const ids = subjects.map(({ id }) => id)
  const entries = await db
    .selectFrom('audit_entry')
    .select(['subject_id', 'hash', 'previous_hash'])
    .where('subject_id', 'in', ids)
    .orderBy('number')
    .execute()
  expect(entries.map((entry) => entry.subject_id)).toEqual(ids)
  entries.slice(1).forEach((entry, index) => expect(entry.previous_hash).toEqual(entries[index]?.hash))
})

test('a hundred commands at the same moment make one unbroken chain', async () => {
  const { db } = await testDatabase()
  const { an } = await makeCast(db)
  const subject = { kind: 'unit', id: newId() }
  const write = () => db.transaction().execute((tx) => record(tx, an, morning, { action: 'unit.touched', subject }))
  await Promise.all(Array.from({ length: 100 }, write))
  const entries = await db
    .selectFrom('audit_entry')
    .select(['number', 'hash', 'previous_hash'])
    .orderBy('number')
    .execute()
  entries.slice(1).forEach((entry, index) => expect(entry.previous_hash).toEqual(entries[index]?.hash))
  expect(entries.at(-1)?.number).toBe(entries.length)
})

test('a tenant can neither change nor delete what was recorded', async () => {
  const { db } = await testDatabase()
  await expect(db.updateTable('audit_entry').set({ action: 'nothing' }).execute()).rejects.toThrow('permission denied')
  await expect(db.deleteFrom('audit_entry').execute()).rejects.toThrow('permission denied')
})

test('a tenant cannot read another tenant', async () => {
  const { db } = await testDatabase()
  await expect(db.withSchema('t_ha_nam').selectFrom('audit_entry').selectAll().execute()).rejects.toThrow(
    'permission denied',
  )
})
