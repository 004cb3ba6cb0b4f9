import { describe, expect, test } from 'vitest'
import { makeCast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { freezeTestAgreement, giveMandates, memoryFiles, startTestDraft } from '../../../../test/signing.ts'
import { announce } from '../../../app/announce.ts'
import { addDays } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { newCode, newId } from '#platform/id.ts'
import { admitMember } from '../members/admit-member.ts'
import { moveStop } from '../move-stop.ts'
import { roadOf } from '../queries.ts'
import { closeYear, closeYearInput } from './close-year.ts'
import { closedInto, closingOf } from './queries.ts'

const now = new Date('2023-07-10T08:00:00+07:00')
const telling = { now, announce }

/** A year of another bloc of this tenant, led by a unit or by nobody. */
async function anotherYear(db: Db, head?: string): Promise<string> {
  const [bloc, id, slug] = [newId(), newId(), `khoi-${newCode(8).toLowerCase()}`]
  const named = {
    slug,
    code: slug,
    name: 'Khối kế tục',
    short_name: 'Khối kế tục',
    kind: 'khoi',
    level_code: 'tinh',
  } as const
  await db
    .insertInto('bloc')
    .values({ id: bloc, ...named })
    .execute()
  const year = {
    bloc_id: bloc,
    slug: '2023',
    kind: 'calendar',
    starts_on: '2023-01-01',
    ends_on: '2023-12-31',
  } as const
  await db
    .insertInto('bloc_year')
    .values({ id, ...year })
    .execute()
  if (head === undefined) return id
  const office = { bloc_year_id: id, unit_id: head, office: 'head', from_on: '2023-01-01' } as const
  await db
    .insertInto('bloc_office')
    .values({ id: newId(), ...office })
    .execute()
  return id
}

const openTasks = (db: Db, blocYear: string) =>
  db
    .selectFrom('task')
    .select(['kind', 'unit_id', 'facts', 'handed_from'])
    .where('bloc_year_id', '=', blocYear)
    .where('closed_at', 'is', null)
    .execute()

async function opened() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const typed = (input: object = {}) =>
    closeYearInput.parse({ blocYear: cast.blocYear, closedOn: '2023-07-01', document: 'Nghị quyết số 1', ...input })
  const close = (input: object = {}, actor = cast.dung) => closeYear(db, actor, typed(input), telling)
  return { db, cast, close }
}

describe('a year closed by reorganisation', () => {
  test('hands its open work to the successor, which says where it came from', async () => {
    const { db, cast, close } = await opened()
    await giveMandates(db, cast)
    const agreement = await freezeTestAgreement(db, cast, memoryFiles())
    const successor = await anotherYear(db, cast.outsideUnit)
    await close({ successor })

    expect(await openTasks(db, cast.blocYear)).toEqual([])
    const handed = await openTasks(db, successor)
    expect(handed).toMatchObject([{ kind: 'blocs.handedOn', unit_id: cast.outsideUnit }])
    expect(handed[0]?.facts).toMatchObject({ work: 'Ký “Giao ước thi đua năm 2023”', year: '2023' })
    expect(handed[0]?.handed_from).not.toBeNull()
    const row = db.selectFrom('agreement').select(['state', 'void_reason']).where('id', '=', agreement)
    expect(await row.executeTakeFirst()).toMatchObject({
      state: 'void',
      void_reason: 'Năm thi đua đóng do sắp xếp từ ngày 01/07/2023, theo Nghị quyết số 1',
    })
    expect((await closedInto(db, successor)).map(({ id }) => id)).toEqual([cast.blocYear])
  })

  test('marks what was not done and leaves what was; nothing changes it any more', async () => {
    const { db, cast, close } = await opened()
    const done = { blocYear: cast.blocYear, stop: 'launching', state: 'done', dueOn: undefined, note: '' } as const
    await moveStop(db, cast.dung, { ...done, doneOn: '2023-03-01' }, telling)
    await close({ successorName: 'Khối Mặt trận', successorTenant: 'Tỉnh Ninh Bình' })
    const states = (await roadOf(db, cast.blocYear)).map(({ stop, state }) => [stop, state])
    expect(states.slice(0, 3)).toEqual([
      ['signing', 'closed'],
      ['launching', 'done'],
      ['reporting', 'closed'],
    ])
    expect(await closingOf(db, cast.blocYear)).toMatchObject({
      elsewhere: { name: 'Khối Mặt trận', tenant: 'Tỉnh Ninh Bình' },
    })
    const shut = { key: 'blocs.yearClosed' }
    await expect(moveStop(db, cast.dung, { ...done, doneOn: '2023-03-01' }, telling)).rejects.toMatchObject(shut)
    const member = { blocYear: cast.blocYear, unit: cast.outsideUnit, fromOn: '2023-06-01', document: '' }
    await expect(admitMember(db, cast.dung, member, now)).rejects.toMatchObject(shut)
    await expect(startTestDraft(db, cast, now)).rejects.toMatchObject(shut)
    await expect(close()).rejects.toMatchObject(shut)
  })

  test('is closed by the authority alone, and once', async () => {
    const { cast, close } = await opened()
    for (const actor of [cast.an, cast.binh, cast.em]) await expect(close({}, actor)).rejects.toThrow('not-allowed')
    const both = await Promise.allSettled([close(), close()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test.each([
    ['notInYear', { closedOn: '2024-01-01' }],
    ['closedInFuture', { closedOn: addDays('2023-07-10', 1) }],
    ['halfSuccessor', { successorName: 'Khối' }],
  ])('%s', async (key, input) => {
    const { close } = await opened()
    await expect(close(input)).rejects.toMatchObject({ key: `blocs.${key}` })
  })

  test('goes on in one year, which is not itself and is not closed', async () => {
    const { db, cast, close } = await opened()
    const successor = await anotherYear(db)
    const two = { successor, successorName: 'Khối', successorTenant: 'Tỉnh' }
    await expect(close(two)).rejects.toMatchObject({ key: 'blocs.twoSuccessors' })
    await expect(close({ successor: cast.blocYear })).rejects.toMatchObject({ key: 'blocs.ownSuccessor' })
    await close({ blocYear: successor })
    await expect(close({ successor })).rejects.toMatchObject({ key: 'blocs.yearClosed' })
  })
})
