import { beforeAll, expect, test } from 'vitest'
import { roadOf } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { newId } from '#platform/id.ts'
import { testRenderer } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { scoringPaths } from '../paths.ts'
import { scoringRoutes } from '../routes.tsx'
import { addSheets } from './add-sheets.ts'
import { sheetsOfRound } from '../sheets/queries.ts'
import { adoptTable, roundSaid, smallTable, telling } from '../sheets/testing/test-round.ts'
import { changeRound } from './change-round.ts'
import { moveRound } from './move-round.ts'
import { openRound } from './open-round.ts'
import { prepareRound } from './prepare-round.ts'
import { roundById, tablesOfRound } from './queries.ts'
import { removeRound } from './remove-round.ts'
import { nextAct, roundCan, scoringStates } from './round.ts'

let db: Db
let cast: Cast
let tables: { version: string; factor: string }[]
let round: string

beforeAll(async () => {
  db = (await testDatabase()).db
  cast = await makeCast(db)
  const second = { ...smallTable, title: 'Bảng thứ hai' }
  tables = [
    { version: await adoptTable(db, cast), factor: '1' },
    { version: await adoptTable(db, cast, second), factor: '0.5' },
  ]
})

const prepare = (actor: Actor, more: object = {}) =>
  prepareRound(db, actor, { ...roundSaid, blocYear: cast.blocYear, tables, ...more }, morning)
const version = async () => (await roundById(db, round)).version
const key = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((reason: unknown) => reason)
  return error instanceof RuleViolation ? error.key : error
}
const road = async () => Object.fromEntries((await roadOf(db, cast.blocYear)).map(({ stop, state }) => [stop, state]))

test('a state leads to the next by one act, and cross-scoring is neither skipped nor invented', () => {
  const walk = (has_cross: boolean) => scoringStates.map((state) => nextAct({ state, has_cross }))
  expect(walk(true)).toEqual(['open', 'startCross', 'startVerifying', 'announce', 'finish', undefined])
  expect(walk(false)[1]).toBe('startVerifying')
  expect(roundCan('startVerifying', { state: 'self_scoring', has_cross: true })).toBe(false)
})

test('a round is prepared by who leads the bloc, with adopted tables and days in their order', async () => {
  for (const actor of [cast.binh, cast.chi, cast.dung, cast.em]) {
    await expect(prepare(actor)).rejects.toBeInstanceOf(Forbidden)
  }
  expect(await key(prepare(cast.an, { verifyDueOn: '2023-03-01' }))).toBe('rounds.daysOutOfOrder')
  expect(await key(prepare(cast.an, { hasCross: true }))).toBe('rounds.crossWithoutDay')
  const foreign = await adoptTable(db, { ...cast, bloc: (await makeCast(db)).bloc })
  expect(await key(prepare(cast.an, { tables: [{ version: foreign, factor: '1' }] }))).toBe('rounds.tableNotAdopted')
  round = await prepare(cast.an)
  expect(await key(prepare(cast.an))).toBe('rounds.sameName')
  expect((await tablesOfRound(db, round)).map(({ factor }) => factor)).toEqual(['1', '0.5'])
  const other = await prepare(cast.an, { name: 'Đợt bỏ đi' })
  await expect(removeRound(db, cast.binh, { round: other }, morning)).rejects.toBeInstanceOf(Forbidden)
  await removeRound(db, cast.an, { round: other }, morning)
})

test('opening gives every member a sheet for every table and asks for it; twice at once it happens once', async () => {
  const opening = { round, version: await version() }
  await expect(openRound(db, cast.binh, opening, telling)).rejects.toBeInstanceOf(Forbidden)
  const both = await Promise.allSettled([
    openRound(db, cast.an, opening, telling),
    openRound(db, cast.an, opening, telling),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await sheetsOfRound(db, round)).toHaveLength(12)
  const tasks = db.selectFrom('task').select('unit_id').where('bloc_year_id', '=', cast.blocYear)
  expect(await tasks.where('kind', '=', 'scoring.selfDue').where('due_on', '=', '2023-03-10').execute()).toHaveLength(
    12,
  )
  expect((await road())['self_scoring']).toBe('open')
  expect(await key(removeRound(db, cast.an, { round }, morning))).toBe('rounds.alreadyOpen')
})

test('a unit that joins while the others score themselves gets its sheets, once and by who leads the bloc', async () => {
  const add = (actor: Actor) => addSheets(db, actor, { round }, morning)
  expect(await key(add(cast.an))).toBe('rounds.nobodyWithout')
  const joined = { bloc_year_id: cast.blocYear, position: 7, from_on: '2023-02-01' }
  await db
    .insertInto('membership')
    .values({ id: newId(), unit_id: cast.outsideUnit, ...joined })
    .execute()
  await expect(add(cast.binh)).rejects.toBeInstanceOf(Forbidden)
  const web = openTestWeb(db, scoringRoutes({ announce: telling.announce, renderer: testRenderer() }))
  const at = [cast.blocSlug, '2023', round] as const
  expect((await web.as(cast.an).get(scoringPaths.round(...at))).text).toContain(scoringPaths.newSheets(...at))
  const both = await Promise.all([1, 2].map(() => web.as(cast.an).post(scoringPaths.newSheets(...at))))
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 422])
  const sheets = await sheetsOfRound(db, round)
  expect(sheets.filter(({ unit_id }) => unit_id === cast.outsideUnit)).toHaveLength(2)
  await db.deleteFrom('score_sheet').where('unit_id', '=', cast.outsideUnit).execute()
  await db.deleteFrom('membership').where('unit_id', '=', cast.outsideUnit).execute()
})

test('an open round moves its days with tasks and calendar, and nothing else', async () => {
  const said = { ...roundSaid, tables, round }
  const fewer = { ...said, version: await version(), tables: tables.slice(0, 1) }
  expect(await key(changeRound(db, cast.an, fewer, morning))).toBe('rounds.tablesFixed')
  await changeRound(db, cast.an, { ...said, version: await version(), selfDueOn: '2023-03-15' }, morning)
  expect(await key(changeRound(db, cast.an, { ...said, version: 1 }, morning))).toBe('rounds.changedSince')
  const moved = db.selectFrom('task').select('id').where('bloc_year_id', '=', cast.blocYear)
  expect(await moved.where('due_on', '=', '2023-03-15').execute()).toHaveLength(12)
  const [day] = await db.selectFrom('deadline').select('starts_on').where('key', '=', `scoring.self ${round}`).execute()
  expect(day?.starts_on).toBe('2023-03-15')
})

test('a round moves on when all have sent or the day is over, and the road follows', async () => {
  const act = 'startVerifying' as const
  const later = { ...telling, now: new Date('2023-03-16T00:10:00+07:00') }
  const lastMinute = { ...telling, now: new Date('2023-03-15T23:59:00+07:00') }
  const moving = { round, version: await version(), act }
  await expect(moveRound(db, cast.dung, moving, later)).rejects.toBeInstanceOf(Forbidden)
  expect(await key(moveRound(db, cast.an, moving, lastMinute))).toBe('rounds.stillTime')
  expect(await key(moveRound(db, cast.an, { ...moving, act: 'startCross' }, later))).toBe('rounds.notNow')
  await moveRound(db, cast.an, moving, later)
  expect((await roundById(db, round)).state).toBe('verifying')
  expect(await road()).toMatchObject({ self_scoring: 'done', cross_scoring: 'ahead', appraisal: 'open' })
})

test('a year that a reorganisation closed takes no round', async () => {
  const other = await makeCast(db)
  const mine = {
    ...roundSaid,
    blocYear: other.blocYear,
    tables: [{ version: await adoptTable(db, other), factor: '1' }],
  }
  const closing = { bloc_year_id: other.blocYear, closed_on: '2023-02-01', document: 'Nghị quyết 1' }
  const by = { closed_by: other.dung.account, closed_at: morning }
  await db
    .insertInto('bloc_year_closing')
    .values({ ...closing, ...by })
    .execute()
  expect(await key(prepareRound(db, other.an, mine, morning))).toBe('blocs.yearClosed')
})
