import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { announceTo, type Fact } from './announcements.ts'

test('listeners hear in order, and the first that fails ends the telling', async () => {
  const { db } = await testDatabase()
  const heard: string[] = []
  const listener = (name: string) => async (_tx: unknown, _now: Date, fact: Fact) => void heard.push(name + fact.name)
  const failing = async () => {
    throw new Error('cannot listen')
  }
  const announce = announceTo([listener('a '), listener('b '), failing, listener('c ')])
  const telling = db.transaction().execute((tx) => announce(tx, new Date(0), { name: 'units.added' }))
  await expect(telling).rejects.toThrow('cannot listen')
  expect(heard).toEqual(['a units.added', 'b units.added'])
})
