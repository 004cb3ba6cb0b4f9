import { describe, expect, test } from 'vitest'
import { seedUnitLevels } from '../../../db/seed/unit-levels.ts'
import { makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { newCode, newId } from '#platform/id.ts'
import type { BlocFact } from './bloc-year.ts'
import { foundBloc } from './found-bloc.ts'
import { moveStop } from './move-stop.ts'
import { blocBySlug, membersOn, roadOf, yearsOfBloc } from './queries.ts'
import { startYear } from './start-year.ts'

async function opened() {
  const { db } = await testDatabase()
  await seedUnitLevels(db)
  const cast = await makeCast(db)
  const told: BlocFact[] = []
  const telling = { now: morning, announce: async (_tx: unknown, _now: Date, fact: BlocFact) => void told.push(fact) }
  const year = {
    bloc: cast.bloc,
    kind: 'calendar' as const,
    startsOn: '2024-01-01',
    endsOn: '2024-12-31',
    head: undefined,
    moveDates: false,
  }
  return { db, cast, told, telling, year }
}

describe('founding a bloc', () => {
  const decision = {
    shortName: 'Khối A',
    kind: 'khoi' as const,
    level: 'tinh',
    foundingNumber: '2345/QĐ-UBND',
    foundingOn: '2020-03-01',
    foundingIssuer: 'Ủy ban nhân dân tỉnh',
  }
  const fresh = (name: string) => ({ ...decision, name, code: newCode(8) })

  test('its address comes from its name, with a number when that is taken', async () => {
    const { db, cast } = await opened()
    const name = `Khối thi đua số ${newCode(6)}`
    const slug = await foundBloc(db, cast.dung, fresh(name), morning)
    expect(slug).toMatch(/^khoi-thi-dua-so-/)
    expect(await foundBloc(db, cast.dung, fresh(name), morning)).toBe(`${slug}-2`)
    expect(await blocBySlug(db, slug)).toMatchObject({ name, founding_number: '2345/QĐ-UBND' })
  })

  test('the authority alone founds, on a decision of the past, under a code of its own', async () => {
    const { db, cast } = await opened()
    const input = fresh('Khối B')
    for (const actor of [cast.an, cast.em]) {
      await expect(foundBloc(db, actor, input, morning)).rejects.toThrow('not-allowed')
    }
    await foundBloc(db, cast.dung, input, morning)
    await expect(foundBloc(db, cast.dung, input, morning)).rejects.toMatchObject({ key: 'blocs.codeTaken' })
    const later = { ...fresh('Khối C'), foundingOn: '2023-02-21' }
    await expect(foundBloc(db, cast.dung, later, morning)).rejects.toMatchObject({ key: 'blocs.foundedLater' })
    const nowhere = { ...fresh('Khối C'), level: 'quan' }
    await expect(foundBloc(db, cast.dung, nowhere, morning)).rejects.toMatchObject({ key: 'blocs.noSuchLevel' })
  })

  test('two blocs of one name founded at once have two addresses', async () => {
    const { db, cast } = await opened()
    const name = `Cụm thi đua ${newCode(6)}`
    const slugs = await Promise.all([1, 2].map(() => foundBloc(db, cast.dung, fresh(name), morning)))
    expect(new Set(slugs).size).toBe(2)
  })
})

describe('starting a year', () => {
  test('the members of the last day come along in their order; the head is still to be chosen', async () => {
    const { db, cast, told, telling, year } = await opened()
    const [first = ''] = cast.units
    await db
      .insertInto('unit_status')
      .values({ id: newId(), unit_id: first, status: 'ended', from_on: '2023-12-01' })
      .execute()
    const started = await startYear(db, cast.an, year, telling)
    const members = await membersOn(db, started.id, '2024-01-01')
    expect(members.map((member) => [member.unit, member.position, member.office])).toEqual(
      cast.units.slice(1).map((unit, index) => [unit, index + 1, null]),
    )
    expect(told).toMatchObject([
      { name: 'blocs.roadMoved' },
      { name: 'blocs.headWanted', blocYear: started.id, yearSlug: '2024' },
    ])
    expect((await yearsOfBloc(db, cast.bloc)).map((each) => each.slug)).toEqual(['2024', '2023'])
  })

  test('a head of the members may be chosen at once', async () => {
    const { db, cast, told, telling, year } = await opened()
    const head = cast.units[4] ?? ''
    const started = await startYear(db, cast.dung, { ...year, head }, telling)
    expect((await membersOn(db, started.id, '2024-01-01')).find((member) => member.office === 'head')?.unit).toBe(head)
    expect(told.map(({ name }) => name)).toEqual(['blocs.roadMoved', 'handover.wanted'])
  })

  test('an outsider as head starts nothing', async () => {
    const { db, cast, telling, year } = await opened()
    const foreign = startYear(db, cast.dung, { ...year, head: cast.outsideUnit }, telling)
    await expect(foreign).rejects.toMatchObject({ key: 'blocs.headNotMember' })
    expect(await yearsOfBloc(db, cast.bloc)).toHaveLength(1)
  })

  test('stops that the bloc does not have stay skipped, and days move only when asked', async () => {
    const { db, cast, telling, year } = await opened()
    const stop = { blocYear: cast.blocYear, note: 'Khối không chấm chéo', dueOn: undefined, doneOn: undefined }
    await moveStop(db, cast.an, { ...stop, stop: 'cross_scoring', state: 'skipped' }, telling)
    const due = { blocYear: cast.blocYear, stop: 'signing' as const, state: 'open' as const, note: 'sáng' }
    await moveStop(db, cast.an, { ...due, dueOn: '2023-02-23', doneOn: undefined }, telling)
    const started = await startYear(db, cast.an, { ...year, moveDates: true }, telling)
    const road = new Map((await roadOf(db, started.id)).map((each) => [each.stop, each]))
    expect(road.size).toBe(9)
    expect(road.get('signing')).toMatchObject({ state: 'ahead', due_on: '2024-02-23', note: '' })
    expect(road.get('cross_scoring')).toMatchObject({ state: 'skipped', note: 'Khối không chấm chéo' })
    const next = { ...year, startsOn: '2025-01-01', endsOn: '2025-12-31' }
    const later = await startYear(db, cast.dung, next, telling)
    expect((await roadOf(db, later.id)).every((each) => each.due_on === null)).toBe(true)
  })

  test('a school year follows a calendar year', async () => {
    const { db, cast, telling, year } = await opened()
    const school = { ...year, kind: 'school' as const, startsOn: '2024-09-01', endsOn: '2025-08-31' }
    expect((await startYear(db, cast.dung, school, telling)).label).toBe('2024–2025')
  })

  test('only the last head and the authority start a year', async () => {
    const { db, cast, telling, year } = await opened()
    for (const actor of [cast.binh, cast.chi, cast.em]) {
      await expect(startYear(db, actor, year, telling)).rejects.toThrow('not-allowed')
    }
  })

  test('years of a bloc neither overlap nor start twice, not even at once', async () => {
    const { db, cast, telling, year } = await opened()
    const again = { ...year, startsOn: '2023-01-01', endsOn: '2023-12-31' }
    await expect(startYear(db, cast.dung, again, telling)).rejects.toMatchObject({ key: 'blocs.yearsOverlap' })
    const odd = { ...year, endsOn: '2025-01-01' }
    await expect(startYear(db, cast.dung, odd, telling)).rejects.toMatchObject({ key: 'blocs.notA_calendar_year' })
    const both = await Promise.allSettled([1, 2].map(() => startYear(db, cast.dung, year, telling)))
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('moving a stop', () => {
  const done = { stop: 'signing' as const, state: 'done' as const, dueOn: '2023-02-23', doneOn: '2023-02-20', note: '' }

  test('the head and the authority move it; members and outsiders do not', async () => {
    const { db, cast, telling } = await opened()
    for (const actor of [cast.an, cast.dung]) await moveStop(db, actor, { blocYear: cast.blocYear, ...done }, telling)
    for (const actor of [cast.binh, cast.chi, cast.em]) {
      await expect(moveStop(db, actor, { blocYear: cast.blocYear, ...done }, telling)).rejects.toThrow('not-allowed')
    }
    expect((await roadOf(db, cast.blocYear))[0]).toMatchObject({ state: 'done', done_on: '2023-02-20' })
  })

  test.each([
    ['doneWithoutDay', { doneOn: undefined }],
    ['doneInFuture', { doneOn: '2023-02-21' }],
    ['dayWithoutDone', { state: 'open' as const }],
    ['skippedWithoutReason', { state: 'skipped' as const, doneOn: undefined }],
  ])('%s', async (key, change) => {
    const { db, cast, telling } = await opened()
    const moved = moveStop(db, cast.an, { blocYear: cast.blocYear, ...done, ...change }, telling)
    await expect(moved).rejects.toMatchObject({ key: `blocs.${key}` })
  })
})
