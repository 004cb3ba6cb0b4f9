import { describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import type { Actor } from '#platform/actor.ts'
import { noticesOf } from '../notices/queries.ts'
import { tasksOf } from '../queries.ts'
import { addDeadline } from './add-deadline.ts'
import { changeDeadline } from './change-deadline.ts'
import { closeOwnTask } from './close-own-task.ts'
import { dropDeadline, keepDeadline } from './keep-deadline.ts'
import { keepRoadDeadlines } from './keep-road-deadlines.ts'
import { deadlineById, deadlinesOf } from './queries.ts'
import { withdrawDeadline } from './withdraw-deadline.ts'

const fields = {
  kind: 'deadline' as const,
  title: 'Nộp danh sách',
  startsOn: '2023-03-01',
  endsOn: undefined,
  startsAt: null,
  endsAt: null,
  place: '',
  note: '',
  audience: 'members' as const,
  unit: undefined,
  asksTask: true,
}

async function opened() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const input = { blocYear: cast.blocYear, ...fields }
  const add = (actor: Actor = cast.an, change: object = {}) => addDeadline(db, actor, { ...input, ...change }, morning)
  const due = async (actor: Actor) => (await tasksOf(db, actor)).map((task) => [task.kind, task.due_on])
  const told = async (actor: Actor) => (await noticesOf(db, actor.account)).notices.map(({ naming }) => naming)
  const inTx = <Result>(
    work: (tx: Parameters<Parameters<ReturnType<typeof db.transaction>['execute']>[0]>[0]) => Promise<Result>,
  ) => db.transaction().execute(work)
  return { db, cast, add, due, told, inTx }
}

describe('writing into the calendar', () => {
  test('the head adds; every member has a task and is told, the head itself is not told of its own deed', async () => {
    const { cast, add, due, told } = await opened()
    await add()
    expect(await due(cast.binh)).toEqual([['calendar.due', '2023-03-01']])
    expect([await told(cast.binh), await told(cast.an), await told(cast.chi)]).toEqual([['calendar.added'], [], []])
  })

  test('members, outsiders, the authority and the administrator do not', async () => {
    const { cast, add } = await opened()
    for (const actor of [cast.binh, cast.chi, cast.dung, cast.em]) {
      await expect(add(actor)).rejects.toThrow('not-allowed')
    }
  })

  test('what is far away becomes a task only as its day comes near', async () => {
    const { cast, add, due } = await opened()
    await add(cast.an, { startsOn: '2023-11-15' })
    expect(await due(cast.binh)).toEqual([])
  })

  test('for one unit it is that unit’s alone; for the head it goes with the office', async () => {
    const { cast, add, due } = await opened()
    await add(cast.an, { audience: 'unit', unit: cast.units[0] })
    await add(cast.an, { audience: 'head' })
    expect([await due(cast.binh), await due(cast.an)]).toEqual([
      [['calendar.due', '2023-03-01']],
      [['calendar.headDue', '2023-03-01']],
    ])
  })

  test('changed, the open tasks move and those done stay done; unchanged it is refused', async () => {
    const { db, cast, add, due, told } = await opened()
    const deadline = await add()
    await closeOwnTask(db, cast.binh, { deadline }, morning)
    await changeDeadline(db, cast.an, { deadline, ...fields, startsOn: '2023-03-03' }, morning)
    expect([await due(cast.binh), await due(cast.leaders[1] ?? cast.an)]).toEqual([
      [],
      [['calendar.due', '2023-03-03']],
    ])
    expect(await told(cast.binh)).toContain('calendar.changed')
    const same = changeDeadline(db, cast.an, { deadline, ...fields, startsOn: '2023-03-03' }, morning)
    await expect(same).rejects.toMatchObject({ key: 'deadlines.nothingChanged' })
  })

  test('cancelled with a reason it stays to be seen, its tasks close, and it is changed no more', async () => {
    const { db, cast, add, due, told } = await opened()
    const deadline = await add()
    await expect(withdrawDeadline(db, cast.binh, { deadline, reason: 'x' }, morning)).rejects.toThrow('not-allowed')
    await withdrawDeadline(db, cast.an, { deadline, reason: 'Lùi sang năm sau' }, morning)
    expect(await due(cast.binh)).toEqual([])
    expect(await told(cast.binh)).toContain('calendar.cancelled')
    expect(await deadlineById(db, deadline)).toMatchObject({ cancel_reason: 'Lùi sang năm sau', sequence: 1 })
    const again = withdrawDeadline(db, cast.an, { deadline, reason: 'x' }, morning)
    await expect(again).rejects.toMatchObject({ key: 'deadlines.wasCancelled' })
  })

  test('a unit says it is done once; who has nothing to do there is told so', async () => {
    const { db, cast, add, due } = await opened()
    const deadline = await add()
    await closeOwnTask(db, cast.binh, { deadline }, morning)
    expect(await due(cast.binh)).toEqual([])
    const again = closeOwnTask(db, cast.binh, { deadline }, morning)
    await expect(again).rejects.toMatchObject({ key: 'deadlines.nothingToDo' })
    await expect(closeOwnTask(db, cast.chi, { deadline }, morning)).rejects.toThrow('not-allowed')
  })
})

describe('what other commands tell', () => {
  test('told twice, or by two at once, it is one, and changes only with what is told', async () => {
    const { db, cast, inTx } = await opened()
    const report = {
      key: `report ${cast.blocYear} 3`,
      blocYear: cast.blocYear,
      kind: 'deadline' as const,
      naming: 'report',
      facts: { period: 'tháng 3/2023' },
      startsOn: '2023-04-05',
      audience: 'members' as const,
    }
    const keep = (change = {}) => inTx((tx) => keepDeadline(tx, morning, { ...report, ...change }))
    await Promise.all([keep(), keep(), keep()])
    await keep({ startsOn: '2023-04-07' })
    expect(await deadlinesOf(db, [cast.blocYear])).toMatchObject([{ ends_on: '2023-04-07', sequence: 1 }])
    await inTx((tx) => dropDeadline(tx, morning, report.key))
    await inTx((tx) => dropDeadline(tx, morning, report.key))
    expect(await deadlinesOf(db, [cast.blocYear])).toMatchObject([{ sequence: 2, cancelled_at: morning }])
    await expect(withdrawDeadline(db, cast.an, { deadline: await keep(), reason: 'x' }, morning)).rejects.toMatchObject(
      {
        key: 'deadlines.notWritten',
      },
    )
  })

  test('a stop with a last day is the head’s until it is done', async () => {
    const { db, cast, due, inTx } = await opened()
    const move = async (change: object) => {
      await db
        .updateTable('bloc_year_stop')
        .set(change)
        .where('bloc_year_id', '=', cast.blocYear)
        .where('stop', '=', 'launching')
        .execute()
      await inTx((tx) => keepRoadDeadlines(tx, morning, cast.blocYear))
    }
    await move({ due_on: '2023-03-10' })
    expect(await due(cast.an)).toEqual([['calendar.headDue', '2023-03-10']])
    await move({ state: 'done', done_on: '2023-02-20' })
    expect([await due(cast.an), (await deadlinesOf(db, [cast.blocYear])).length]).toEqual([[], 1])
  })
})
