import { beforeAll, describe, expect, test } from 'vitest'
import { postFacts } from '#domains/facts/post-facts.ts'
import { addTarget, assign } from '#domains/targets/reporting/testing/months.ts'
import { newId } from '#platform/id.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import { addOfficer, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { moveRound } from '../rounds/move-round.ts'
import { roundById } from '../rounds/queries.ts'
import { checkSheet } from './check-sheet.ts'
import { gatherFigures } from './gather-scores.ts'
import { stepsOf } from './queries.ts'
import { readEntriesBefore, readMarks } from './read-entries.ts'
import { returnSheet } from './return-sheet.ts'
import { saveEntries } from './save-entries.ts'
import { sendSheet } from './send-sheet.ts'
import { cell, openTestRound, telling, type TestRound } from './testing/test-round.ts'

let db: Db
let story: TestRound
let own: string
let sheet: string
let binh: Actor
let officer: Actor

const today = '2023-02-20'
const lateMorning = new Date('2023-03-15T08:00:00+07:00')

beforeAll(async () => {
  db = (await testDatabase()).db
  story = await openTestRound(db)
  const { cast } = story
  binh = cast.binh
  own = cast.units[0] ?? ''
  sheet = (await story.sheetOf(own)).id
  officer = { ...(await addOfficer(db, 'Phan Thị Lụa', own)), memberships: binh.memberships }
})

const save = (actor: Actor, cells: Parameters<typeof saveEntries>[2]['cells'], request?: string) =>
  saveEntries(db, actor, { sheet, cells, ...(request !== undefined && { request }) }, morning)

const totalNow = async () => (await gatherFigures(db, await story.sheetOf(own), { stage: 'self', today })).unit

const violation = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((reason: unknown) => reason)
  return error instanceof RuleViolation ? error.key : error
}

describe('a sheet', () => {
  test('takes what its unit types, in Vietnamese figures, and nothing of anybody else', async () => {
    const answers = await save(officer, [
      cell('fact', 'hoi_vien.dat', '1.250'),
      cell('fact', 'hoi_vien.giao', '2.500 hội viên'),
      cell('fact', 'don_thu', 'không'),
      cell('fact', 'quy', '5'),
      cell('mark', 'II.1', '4,3'),
      cell('mark', 'I', '3'),
      cell('mark', 'II.1', '4'),
    ])
    expect(answers.map((answer) => ('fault' in answer ? answer.fault : answer.outcome))).toEqual([
      'applied',
      'applied',
      'applied',
      'notTyped',
      'notAStep',
      'noSuchCriterion',
      'twice',
    ])
    const others = [
      story.cast.an,
      story.cast.chi,
      story.cast.dung,
      story.cast.em,
      { ...binh, tenantRoles: ['administrator'] as const },
    ]
    for (const actor of others) {
      await expect(save(actor, [cell('mark', 'II.1', '5')])).rejects.toBeInstanceOf(Forbidden)
    }
  })

  test('says what is missing; zero is not', async () => {
    const { lacks } = await checkSheet(db, await story.sheetOf(own), today)
    expect(lacks.map(({ kind, code }) => `${kind} ${code}`)).toEqual(['source I.2', 'source I.2', 'mark II.1'])
    await save(binh, [cell('mark', 'II.1', '0')])
    const after = await checkSheet(db, await story.sheetOf(own), today)
    expect(after.lacks.map(({ code }) => code)).toEqual(['I.2', 'I.2'])
    expect(await violation(sendSheet(db, binh, { sheet, lateReason: '' }, morning))).toBe('sheets.notComplete')
  })

  test('computes from what the report said, with where from', async () => {
    const { cast } = story
    const given = { code: 'QUY', name: 'Thu quỹ', measure: 'money' } as const
    const target = await addTarget(db, { blocYear: cast.blocYear, by: cast.an.account }, given)
    for (const unit of cast.units) await assign(db, target, { unit, planned: '100' })
    const base = { unit: own, blocYear: cast.blocYear, key: 'target.QUY', isAssigned: true, measure: 'triệu đồng' }
    const source = { kind: 'progress_report', id: newId() }
    const facts = [
      { ...base, value: '50', standing: 'declared', source },
      { ...base, value: '80', standing: 'verified', source },
    ] as const
    await db.transaction().execute((tx) => postFacts(tx, facts, morning))
    const figures = await gatherFigures(db, await story.sheetOf(own), { stage: 'self', today })
    expect(figures.gathered.get(own)?.get('quy')).toMatchObject({
      value: '80',
      verified: true,
      source: { code: 'QUY' },
    })
    // 10 × 1250 ÷ 2500 + 10 × 80 ÷ 100 + 0 + 2
    expect(figures.unit).toMatchObject({ total: '15', state: 'complete' })
  })

  test('asks the reason of a figure that is not the computed one', async () => {
    await save(binh, [cell('mark', 'I.1', '6')])
    const { lacks } = await checkSheet(db, await story.sheetOf(own), today)
    expect(lacks).toEqual([{ kind: 'reason', code: 'I.1' }])
    await save(binh, [cell('mark', 'I.1', '6', { note: 'Thêm một chi hội mới', edition: 1 })])
    expect((await checkSheet(db, await story.sheetOf(own), today)).lacks).toEqual([])
    expect((await totalNow()).total).toBe('16')
    const score = (await totalNow()).criteria[0]?.children[0]
    expect(score).toMatchObject({ proposed: '5', points: '6', agreed: { reason: 'Thêm một chi hội mới' } })
  })

  test('shows who was quicker, loses nothing, and does a saving once', async () => {
    const request = newId()
    const first = await save(officer, [cell('mark', 'II.1', '4,5', { edition: 1 })], request)
    expect(first).toMatchObject([{ outcome: 'applied', edition: 2 }])
    expect(await save(officer, [cell('mark', 'II.1', '4,5', { edition: 1 })], request)).toEqual(first)
    const [conflict] = await save(binh, [cell('mark', 'II.1', '3', { edition: 1 })])
    expect(conflict).toMatchObject({ outcome: 'conflict', value: '4.5', by: 'Phan Thị Lụa' })
    const both = await Promise.all([
      save(officer, [cell('mark', 'II.1', '5', { edition: 2 })]),
      save(binh, [cell('mark', 'II.1', '4', { edition: 2 })]),
    ])
    expect(
      both
        .flat()
        .map(({ outcome }) => outcome)
        .toSorted(),
    ).toEqual(['applied', 'conflict'])
    const [mark] = (await readMarks(db, [sheet])).filter(({ code }) => code === 'II.1')
    await save(binh, [cell('mark', 'II.1', '4', { edition: mark?.edition ?? 0 })])
  })

  test('is sent by who leads the unit, once, and then stays', async () => {
    await expect(sendSheet(db, officer, { sheet, lateReason: '' }, morning)).rejects.toBeInstanceOf(Forbidden)
    expect(await violation(sendSheet(db, binh, { sheet, lateReason: '' }, lateMorning))).toBe('sheets.lateNeedsReason')
    const sent = await Promise.allSettled([
      sendSheet(db, binh, { sheet, lateReason: '' }, morning),
      sendSheet(db, binh, { sheet, lateReason: '' }, morning),
    ])
    expect(sent.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await violation(save(officer, [cell('mark', 'II.1', '5')]))).toBe('sheets.alreadySent')
    const tasks = await db
      .selectFrom('task')
      .select('closed_at')
      .where('key', '=', `scoring.selfDue ${sheet}`)
      .execute()
    expect(tasks.map(({ closed_at }) => closed_at !== null)).toEqual([true])
  })

  test('goes back with a reason while it is verified, and then keeps what stood before', async () => {
    const { round, cast } = story
    const back = async (actor: Actor) => {
      const { edition } = await story.sheetOf(own)
      return returnSheet(
        db,
        actor,
        { sheet, edition, reason: 'Thiếu minh chứng mục II.1', dueOn: undefined },
        lateMorning,
      )
    }
    expect(await violation(back(cast.an))).toBe('sheets.notNow')
    const { version } = await roundById(db, round)
    await moveRound(db, cast.an, { round, version, act: 'startVerifying' }, { ...telling, now: lateMorning })
    for (const actor of [binh, cast.leaders[1] ?? cast.chi, cast.chi, cast.em]) {
      await expect(back(actor)).rejects.toBeInstanceOf(Forbidden)
    }
    await back(cast.an)
    expect(await story.sheetOf(own)).toMatchObject({ state: 'returned' })
    const steps = await stepsOf(db, [sheet])
    expect(steps.map(({ step, stage, reason }) => [step, stage, reason])).toEqual([
      ['submitted', 'self', ''],
      ['returned', 'bloc', 'Thiếu minh chứng mục II.1'],
    ])
    const { edition = 0 } = (await readMarks(db, [sheet])).find(({ code }) => code === 'II.1') ?? {}
    await save(officer, [cell('mark', 'II.1', '3,5', { edition })])
    expect(await readEntriesBefore(db, sheet)).toMatchObject([{ kind: 'mark', name: 'II.1', value: '4' }])
    // Sent in time the first time: nothing is late now.
    await sendSheet(db, binh, { sheet, lateReason: '' }, lateMorning)
    expect(await story.sheetOf(own)).toMatchObject({ state: 'submitted' })
  })
})
