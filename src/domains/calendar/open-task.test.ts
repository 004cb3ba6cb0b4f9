import { describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { newCode } from '#platform/id.ts'
import { closeTask, openTask } from './open-task.ts'
import { closedTasksOf, countTasks, tasksOf } from './queries.ts'
import { readTask } from './read-task.ts'
import type { NewTask } from './task.ts'

async function opened() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const open = (task: NewTask, now = morning) => db.transaction().execute((tx) => openTask(tx, now, task))
  const close = (key: string, now = morning) => db.transaction().execute((tx) => closeTask(tx, now, key))
  const key = newCode(12)
  const sign = { key, kind: 'agreement.sign', unit: cast.headUnit, path: '/ky', blocYear: cast.blocYear }
  return { db, cast, open, close, key, sign }
}

const later = new Date('2023-02-21T08:00:00+07:00')

describe('opening and closing', () => {
  test('the same key opens one task, whose words and deadline follow', async () => {
    const { db, cast, open, sign } = await opened()
    await open({ ...sign, facts: { title: 'cũ' }, dueOn: '2023-02-23' })
    await open({ ...sign, facts: { title: 'mới' }, dueOn: '2023-02-25' }, later)
    expect(await tasksOf(db, cast.an)).toMatchObject([
      { kind: 'agreement.sign', facts: { title: 'mới' }, due_on: '2023-02-25', opened_at: morning },
    ])
  })

  test('opened twice at once it is still one', async () => {
    const { db, cast, open, sign } = await opened()
    await Promise.all([open(sign), open(sign), open(sign)])
    expect(await countTasks(db, cast.an)).toBe(1)
  })

  test('closed it is among the done, and opens again as new', async () => {
    const { db, cast, open, close, sign, key } = await opened()
    await open(sign)
    await close(key)
    await close(key, later)
    expect(await tasksOf(db, cast.an)).toEqual([])
    expect((await closedTasksOf(db, cast.an)).tasks).toMatchObject([{ closed_at: morning }])
    await open(sign, later)
    expect(await tasksOf(db, cast.an)).toMatchObject([{ opened_at: later, closed_at: null }])
  })

  test('it is not there when its command fails', async () => {
    const { db, cast, sign } = await opened()
    const failing = db.transaction().execute(async (tx) => {
      await openTask(tx, morning, sign)
      throw new Error('the command failed')
    })
    await expect(failing).rejects.toThrow('the command failed')
    expect(await tasksOf(db, cast.an)).toEqual([])
  })
})

describe('whose task it is', () => {
  test('the unit’s people see it and nobody else', async () => {
    const { db, cast, open, sign } = await opened()
    await open(sign)
    const officer = { ...cast.chi, units: [{ unit: cast.headUnit, role: 'officer' as const }] }
    expect(await countTasks(db, cast.an)).toBe(1)
    expect(await countTasks(db, officer)).toBe(1)
    for (const actor of [cast.binh, cast.chi, cast.em]) expect(await countTasks(db, actor)).toBe(0)
  })

  test('an account’s own and a role’s tasks reach those alone', async () => {
    const { db, cast, open, key } = await opened()
    await open({ key: `${key}a`, kind: 'mandates.refused', account: cast.binh.account, path: '/x' })
    await open({ key: `${key}b`, kind: 'mandates.asked', tenantRole: 'authority', path: `/${key}` })
    expect(await countTasks(db, cast.binh)).toBe(1)
    expect((await tasksOf(db, cast.dung)).some((task) => task.path === `/${key}`)).toBe(true)
    expect((await tasksOf(db, cast.em)).some((task) => task.path === `/${key}`)).toBe(false)
  })

  test('the nearest deadline comes first, then the oldest, and what has no deadline last', async () => {
    const { db, cast, open, key } = await opened()
    const task = (name: string, dueOn: string | null, now = morning) =>
      open({ key: key + name, kind: 'agreement.sign', unit: cast.headUnit, path: `/${name}`, dueOn }, now)
    await task('none', null)
    await task('young', '2023-03-01', later)
    await task('old', '2023-03-01')
    await task('soon', '2023-02-22', later)
    expect((await tasksOf(db, cast.an)).map((each) => each.path)).toEqual(['/soon', '/old', '/young', '/none'])
  })
})

describe('reading a task', () => {
  test('what only tells something is put aside by whom it concerns', async () => {
    const { db, cast, open, key } = await opened()
    await open({ key, kind: 'mandates.refused', account: cast.binh.account, path: '/x' })
    const [task] = await tasksOf(db, cast.binh)
    const id = task?.id ?? ''
    await expect(readTask(db, cast.an, { id }, morning)).rejects.toMatchObject({ name: 'NotFound' })
    await readTask(db, cast.binh, { id }, morning)
    await readTask(db, cast.binh, { id }, later)
    expect((await closedTasksOf(db, cast.binh)).tasks).toMatchObject([{ id, closed_at: morning }])
  })

  test('what must be done is not put aside', async () => {
    const { db, cast, open, sign } = await opened()
    await open(sign)
    const [task] = await tasksOf(db, cast.an)
    const read = readTask(db, cast.an, { id: task?.id ?? '' }, morning)
    await expect(read).rejects.toMatchObject({ key: 'calendar.mustBeDone' })
  })
})
