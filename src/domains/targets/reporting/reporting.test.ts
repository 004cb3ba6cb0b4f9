import { beforeAll, describe, expect, test } from 'vitest'
import { tasksOf } from '#domains/calendar/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { addOfficer, makeCast, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { closePeriod } from '../periods/close-period.ts'
import { askCorrection } from '../corrections/ask-correction.ts'
import { confirmCorrection } from '../corrections/confirm-correction.ts'
import { entriesOf } from './queries.ts'
import { refuseCorrection } from '../corrections/refuse-correction.ts'
import type { ReportFact } from './report.ts'
import { returnReport } from './return-report.ts'
import { saveEntries } from './save-entries.ts'
import { sendReport, sendReportInput } from './send-report.ts'
import { addPeriod, addTarget, assign, february } from './testing/months.ts'
import { verifyReport } from './verify-report.ts'

let db: Db
let cast: Cast
let period: string
let people: string
let share: string
let officer: Actor
/** A second person of the head unit. */
let clerk: Actor
let told: ReportFact[]
const unit = () => cast.units[0] ?? ''
const at = (moment: string) => new Date(`${moment}+07:00`)
const inTime = at('2023-02-25T23:59:00')
const late = at('2023-02-26T00:01:00')
const telling = (now: Date) => ({
  now,
  announce: async (_tx: unknown, _now: Date, fact: ReportFact) => void told.push(fact),
})

beforeAll(async () => {
  db = (await testDatabase()).db
})

async function begin() {
  told = []
  cast = await makeCast(db)
  const by = { blocYear: cast.blocYear, by: cast.an.account }
  people = await addTarget(db, by, { code: 'A1' })
  share = await addTarget(db, by, { code: 'A2', measure: 'percent', accumulation: 'level' })
  for (const each of [unit(), cast.headUnit]) {
    await assign(db, people, { unit: each, planned: '1200' })
    await assign(db, share, { unit: each, planned: '90' })
  }
  period = await addPeriod(db, cast.blocYear, february)
  const person = await addOfficer(db, 'Phan Thị Lụa', unit())
  officer = { ...person, memberships: cast.binh.memberships }
  const second = await addOfficer(db, 'Đinh Thu Thảo', cast.headUnit)
  clerk = { ...second, memberships: cast.an.memberships, offices: cast.an.offices }
}

const save = (actor: Actor, figures: readonly [string, string][], of = unit(), now = inTime) =>
  saveEntries(
    db,
    actor,
    { period, unit: of, cells: figures.map(([target, text]) => ({ target, text, version: 0, isMeant: false })) },
    now,
  )

const send = (actor: Actor, more: object = {}, now = inTime) =>
  sendReport(db, actor, sendReportInput.parse({ period, unit: unit(), ...more }), telling(now))

const reportOf = (of = unit()) =>
  db
    .selectFrom('progress_report')
    .selectAll()
    .where('period_id', '=', period)
    .where('unit_id', '=', of)
    .executeTakeFirstOrThrow()

const verify = async (actor: Actor, of = unit(), version?: number) =>
  verifyReport(db, actor, { period, unit: of, version: version ?? (await reportOf(of)).version }, telling(late))

const give = (actor: Actor, now = inTime) =>
  returnReport(db, actor, { period, unit: unit(), reason: 'Thiếu số hội viên mới' }, telling(now))

const kindsOf = async (actor: Actor) => (await tasksOf(db, actor)).map(({ kind }) => kind)

async function sent() {
  await begin()
  await save(cast.binh, [
    [people, '100'],
    [share, '88'],
  ])
  await send(officer)
}

describe('sending a report', () => {
  test('tells who judges it, closes the unit’s own task and posts what the unit declares', async () => {
    await sent()
    expect(await reportOf()).toMatchObject({ state: 'sent', first_sent_on: '2023-02-25', late_reason: null })
    expect(await kindsOf(cast.an)).toEqual(['reports.sent'])
    expect(told).toMatchObject([{ name: 'reports.sent', unit: unit(), period }])
    const fact = await db
      .selectFrom('fact')
      .select(['value', 'standing'])
      .where('unit_id', '=', unit())
      .where('key', '=', 'target.A1')
      .execute()
    expect(fact).toEqual([{ value: '100', standing: 'declared' }])
  })

  test('asks why when the last day is over, a minute after midnight and not a minute before', async () => {
    await begin()
    const figures: [string, string][] = [
      [people, '100'],
      [share, '88'],
    ]
    await save(cast.binh, figures)
    await expect(send(cast.binh, {}, late)).rejects.toThrow('reporting.lateNeedsReason')
    await send(cast.binh, { lateReason: 'Mất điện ba ngày' }, late)
    expect(await reportOf()).toMatchObject({ late_reason: 'Mất điện ba ngày', first_sent_on: '2023-02-26' })
  })

  test('names what is missing and sends it as missing only with a note; missing is not zero', async () => {
    await begin()
    await save(cast.binh, [[people, '0']])
    await expect(send(cast.binh)).rejects.toMatchObject({
      key: 'reporting.missingNeedsNote',
      values: { targets: 'A2' },
    })
    await send(cast.binh, { missingNote: 'Chờ số của cấp huyện' })
    const step = await db
      .selectFrom('progress_report_step')
      .selectAll()
      .where('report_id', '=', (await reportOf()).id)
      .executeTakeFirstOrThrow()
    expect(step).toMatchObject({ step: 'sent', missing: ['A2'], reason: 'Chờ số của cấp huyện', due_on: '2023-02-25' })
  })

  test('waits for doubtful figures to be meant or mended', async () => {
    await begin()
    await save(cast.binh, [
      [people, '100'],
      [share, '0,9'],
    ])
    await expect(send(cast.binh)).rejects.toMatchObject({ key: 'reporting.doubtsOpen', values: { targets: 'A2' } })
    const cells = [{ target: share, text: '0,9', version: 1, isMeant: true }]
    await saveEntries(db, cast.binh, { period, unit: unit(), cells }, inTime)
    await send(cast.binh)
  })

  test('is for the unit alone, and once', async () => {
    await begin()
    await save(cast.binh, [
      [people, '100'],
      [share, '88'],
    ])
    for (const actor of [cast.an, cast.chi, cast.dung, cast.em]) {
      await expect(send(actor)).rejects.toThrow('not-allowed')
    }
    const both = await Promise.allSettled([send(cast.binh), send(officer)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(send(cast.binh)).rejects.toThrow('reporting.alreadySent')
    await expect(save(cast.binh, [[people, '5']])).rejects.toThrow('reporting.notOpen')
  })

  test('of a closed period is over', async () => {
    await begin()
    await save(cast.binh, [[people, '100']])
    await closePeriod(db, cast.an, { period }, late)
    await expect(send(cast.binh, { lateReason: 'Muộn', missingNote: 'Thiếu' }, late)).rejects.toThrow(
      'reporting.periodClosed',
    )
  })
})

describe('returning a report', () => {
  test('gives the unit a task with the reason; sent again it is not late', async () => {
    await sent()
    await give(cast.an)
    expect(await reportOf()).toMatchObject({ state: 'returned', returned_reason: 'Thiếu số hội viên mới' })
    expect(await kindsOf(cast.binh)).toEqual(['reports.returned'])
    expect(await kindsOf(cast.an)).toEqual([])
    await send(cast.binh, {}, late)
    expect(await reportOf()).toMatchObject({ state: 'sent', first_sent_on: '2023-02-25', sent_on: '2023-02-26' })
    expect(await kindsOf(cast.binh)).toEqual([])
  })

  test('is for who judges it, of what was sent, and not in a closed period', async () => {
    await begin()
    await expect(give(cast.an)).rejects.toThrow('reporting.notSent')
    await sent()
    for (const actor of [cast.binh, officer, cast.leaders[1] ?? cast.binh, cast.chi, cast.dung]) {
      await expect(give(actor)).rejects.toThrow('not-allowed')
    }
    await db.updateTable('report_period').set({ state: 'closed', closed_at: late }).where('id', '=', period).execute()
    await expect(give(cast.an, late)).rejects.toThrow('reporting.periodClosed')
  })
})

describe('verifying a report', () => {
  test('is for the people of the head, after which the figures count as verified', async () => {
    await sent()
    await verify(cast.an)
    expect(await reportOf()).toMatchObject({ state: 'verified', decided_by: cast.an.account })
    expect(await kindsOf(cast.an)).toEqual([])
    const facts = await db
      .selectFrom('fact')
      .select(['value', 'standing'])
      .where('unit_id', '=', unit())
      .where('key', '=', 'target.A2')
      .orderBy('standing')
      .execute()
    expect(facts.map(({ value, standing }) => `${standing} ${value}`)).toEqual(['declared 88', 'verified 88'])
    expect(told.map(({ name }) => name)).toEqual(['reports.sent', 'reports.verified'])
  })

  test('is not for the unit, nor another member, nor the authority; nor twice, nor of another version', async () => {
    await sent()
    for (const actor of [cast.binh, officer, cast.leaders[1] ?? cast.binh, cast.chi, cast.dung, cast.em]) {
      await expect(verify(actor)).rejects.toThrow('not-allowed')
    }
    await expect(verify(cast.an, unit(), 1)).rejects.toThrow('reporting.changedSince')
    const both = await Promise.allSettled([verify(cast.an), verify(clerk)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(verify(cast.an)).rejects.toThrow('reporting.notSent')
  })

  test('the head’s own report is another unit’s to verify: the first other member where there is no deputy', async () => {
    await begin()
    const figures: [string, string][] = [
      [people, '100'],
      [share, '88'],
    ]
    await save(cast.an, figures, cast.headUnit)
    const input = sendReportInput.parse({ period, unit: cast.headUnit })
    await sendReport(db, cast.an, input, telling(inTime))
    expect(await kindsOf(cast.binh)).toEqual(['reports.sent'])
    for (const actor of [cast.an, clerk, cast.leaders[1] ?? cast.an, cast.dung]) {
      await expect(verify(actor, cast.headUnit)).rejects.toThrow('not-allowed')
    }
    await verify(cast.binh, cast.headUnit)
    expect((await reportOf(cast.headUnit)).state).toBe('verified')
  })

  test('a sub-unit’s share is verified by its unit, by somebody who did not enter it', async () => {
    await begin()
    const sub = cast.outsideUnit
    await assign(db, people, { unit: sub, parent: unit() })
    await save(cast.binh, [[people, '30']], sub)
    await sendReport(db, cast.chi, sendReportInput.parse({ period, unit: sub }), telling(inTime))
    for (const actor of [cast.binh, cast.chi, cast.an]) {
      await expect(verify(actor, sub)).rejects.toThrow('not-allowed')
    }
    await verify(officer, sub)
    expect((await reportOf(sub)).state).toBe('verified')
  })
})

describe('correcting a verified figure', () => {
  const ask = (actor: Actor, text = '110') =>
    askCorrection(db, actor, { period, unit: unit(), target: people, text, reason: 'Cộng nhầm hai chi hội' }, late)

  async function verified() {
    await sent()
    await verify(cast.an)
  }

  test('takes effect when a second person agrees; the old figure stays with the reason', async () => {
    await verified()
    const id = await ask(cast.binh)
    expect(await kindsOf(cast.an)).toEqual(['reports.correction'])
    const report = (await reportOf()).id
    expect((await entriesOf(db, report)).get(people)?.value).toBe('100')
    await confirmCorrection(db, cast.an, { id }, late)
    expect((await entriesOf(db, report)).get(people)).toMatchObject({ value: '110', version: 2 })
    const before = await db.selectFrom('progress_entry_before').selectAll().where('report_id', '=', report).execute()
    expect(before).toMatchObject([{ value: '100', reason: 'Cộng nhầm hai chi hội', correction_id: id }])
    expect(await kindsOf(cast.an)).toEqual([])
    const fact = await db
      .selectFrom('fact')
      .select('value')
      .where('unit_id', '=', unit())
      .where('key', '=', 'target.A1')
      .execute()
    expect(fact).toEqual([{ value: '110' }, { value: '110' }])
  })

  test('is decided by nobody of the unit and by no other member', async () => {
    await verified()
    const id = await ask(cast.binh)
    for (const actor of [cast.binh, officer, cast.leaders[1] ?? cast.binh, cast.chi, cast.dung]) {
      await expect(confirmCorrection(db, actor, { id }, late)).rejects.toThrow('not-allowed')
      await expect(refuseCorrection(db, actor, { id, reason: 'Không' }, late)).rejects.toThrow('not-allowed')
    }
  })

  test('is decided once, and a refusal leaves the figure as it is', async () => {
    await verified()
    const id = await ask(cast.binh)
    const decide = [
      refuseCorrection(db, cast.an, { id, reason: 'Chưa có căn cứ' }, late),
      refuseCorrection(db, clerk, { id, reason: 'Chưa có căn cứ' }, late),
    ]
    const both = await Promise.allSettled(decide)
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(confirmCorrection(db, cast.an, { id }, late)).rejects.toThrow('reporting.correctionDecided')
    expect((await entriesOf(db, (await reportOf()).id)).get(people)?.value).toBe('100')
  })

  test('is asked by the unit, of a verified figure, once at a time, and for another figure', async () => {
    await sent()
    await expect(ask(cast.binh)).rejects.toThrow('reporting.notVerified')
    await verify(cast.an)
    for (const actor of [cast.an, cast.chi, cast.dung]) await expect(ask(actor)).rejects.toThrow('not-allowed')
    await expect(ask(cast.binh, '100,0')).rejects.toThrow('reporting.sameFigure')
    await expect(ask(cast.binh, 'nhiều')).rejects.toThrow('reporting.notAFigure')
    await ask(cast.binh)
    await expect(ask(officer, '120')).rejects.toThrow('reporting.correctionAsked')
  })
})
