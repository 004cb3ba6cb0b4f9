import { beforeAll, describe, expect, test } from 'vitest'
import { nameOf } from '#domains/calendar/notices/name-of.ts'
import { noticesOf } from '#domains/calendar/notices/queries.ts'
import { openTask } from '#domains/calendar/open-task.ts'
import { tasksOf } from '#domains/calendar/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { addOfficer, makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { saveEntries } from '../reporting/save-entries.ts'
import { addTarget, assign } from '../reporting/testing/months.ts'
import { askReopening } from './ask-reopening.ts'
import { changePeriod } from './change-period.ts'
import { closePeriod } from './close-period.ts'
import { confirmReopening } from './confirm-reopening.ts'
import { openDuePeriods } from './open-due-periods.ts'
import { openPeriods, openPeriodsInput } from './open-periods.ts'
import type { Period } from './period.ts'
import { dueRulesOf, missingFrom, periodById, periodsOf } from './queries.ts'
import { refuseReopening } from './refuse-reopening.ts'

let db: Db
let cast: Cast
let target: string
let colleague: Actor
const at = (moment: string) => new Date(`${moment}+07:00`)
const unit = () => cast.units[0] ?? ''

beforeAll(async () => {
  db = (await testDatabase()).db
})

async function begin() {
  cast = await makeCast(db)
  target = await addTarget(db, { blocYear: cast.blocYear, by: cast.an.account }, { code: 'A1' })
  for (const each of cast.units) await assign(db, target, { unit: each })
  const officer = await addOfficer(db, 'Phan Thị Lụa', cast.headUnit)
  colleague = { ...officer, memberships: cast.an.memberships, offices: cast.an.offices }
}

const open = (actor = cast.an, more: object = {}) =>
  openPeriods(db, actor, openPeriodsInput.parse({ blocYear: cast.blocYear, frequencies: ['month'], ...more }), morning)

async function month(number: number): Promise<Period> {
  const period = (await periodsOf(db, cast.blocYear))[number - 1]
  if (period === undefined) throw new Error('no such month')
  return period
}

const kindsOf = async (actor: Actor) => (await tasksOf(db, actor)).map(({ kind, due_on }) => `${kind} ${due_on}`)

describe('opening the periods of a year', () => {
  test('lays all months at once; those that have begun ask for reports, the others wait', async () => {
    await begin()
    await open()
    const periods = await periodsOf(db, cast.blocYear)
    expect(periods).toHaveLength(12)
    expect(periods.slice(0, 3).map(({ state, due_on }) => `${state} ${due_on}`)).toEqual([
      'open 2023-01-25',
      'open 2023-02-25',
      'ahead 2023-03-25',
    ])
    expect(await kindsOf(cast.binh)).toEqual(['reports.due 2023-01-25', 'reports.due 2023-02-25'])
  })

  test('keeps the rule that the bloc chose, for this year and the next', async () => {
    await begin()
    await open(cast.an, { rules: { month: { kind: 'days_after', number: '5' } } })
    expect((await month(1)).due_on).toBe('2023-02-05')
    expect((await dueRulesOf(db, cast.bloc)).month).toEqual({ kind: 'days_after', number: 5 })
  })

  test('is the act of the unit that leads, once', async () => {
    await begin()
    for (const actor of [cast.binh, cast.chi, cast.dung, cast.em]) {
      await expect(open(actor)).rejects.toThrow('not-allowed')
    }
    const both = await Promise.allSettled([open(), open()])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await periodsOf(db, cast.blocYear)).toHaveLength(12)
    await expect(open()).rejects.toThrow('periods.alreadyOpened')
  })

  test('a period asks for its reports after midnight of its first day, and asks nobody twice', async () => {
    await begin()
    await open()
    const march = await month(3)
    await openDuePeriods(db, at('2023-02-28T23:59:00'))
    expect((await periodById(db, march.id)).state).toBe('ahead')
    await openDuePeriods(db, at('2023-03-01T00:01:00'))
    await openDuePeriods(db, at('2023-03-02T00:01:00'))
    expect((await periodById(db, march.id)).state).toBe('open')
    expect((await kindsOf(cast.binh)).filter((kind) => kind === 'reports.due 2023-03-25')).toHaveLength(1)
  })

  test('who was given a target later is asked the next day', async () => {
    await begin()
    await db.deleteFrom('target_assignment').where('unit_id', '=', unit()).execute()
    await open()
    expect(await kindsOf(cast.binh)).toEqual([])
    await assign(db, target, { unit: unit() })
    await openDuePeriods(db, at('2023-02-21T00:01:00'))
    expect(await kindsOf(cast.binh)).toHaveLength(2)
  })
})

describe('the last day of a period', () => {
  test('is moved by the head, and the tasks with it', async () => {
    await begin()
    await open()
    const period = (await month(2)).id
    await changePeriod(db, cast.an, { period, dueOn: '2023-03-03' }, morning)
    expect(await kindsOf(cast.binh)).toContain('reports.due 2023-03-03')
    await expect(changePeriod(db, cast.binh, { period, dueOn: '2023-03-04' }, morning)).rejects.toThrow('not-allowed')
    await expect(changePeriod(db, cast.an, { period, dueOn: '2023-02-01' }, morning)).rejects.toThrow(
      'periods.dueTooEarly',
    )
  })

  test('is told to every member once, and to nobody when it stays; what was brought back follows it', async () => {
    await begin()
    await open()
    const { id: period, due_on } = await month(2)
    const report = newId()
    const sent = { state: 'returned', first_sent_on: due_on, sent_on: due_on, sent_by: cast.binh.account } as const
    await db
      .insertInto('progress_report')
      .values({
        id: report,
        period_id: period,
        unit_id: unit(),
        ...sent,
        sent_at: morning,
        returned_reason: 'Thiếu',
        decided_by: cast.an.account,
      })
      .execute()
    const back = { key: `reports.returned ${report}`, kind: 'reports.returned', path: '/x', dueOn: due_on }
    await db.transaction().execute((tx) => openTask(tx, morning, { ...back, unit: unit() }))
    const told = async (actor: Actor) =>
      (await noticesOf(db, actor.account)).notices.filter(({ naming }) => naming === 'calendar.changed')
    await changePeriod(db, cast.an, { period, dueOn: due_on }, morning)
    expect(await told(cast.binh)).toEqual([])
    for (let twice = 0; twice < 2; twice += 1) await changePeriod(db, cast.an, { period, dueOn: '2023-03-03' }, morning)
    expect((await told(cast.binh)).map((one) => nameOf(one, 'vi'))).toEqual([
      'Lịch thay đổi: Nộp báo cáo tháng 2/2023, nay là 03/03/2023',
    ])
    expect(await told(cast.an)).toEqual([])
    expect(await told(cast.chi)).toEqual([])
    expect(await kindsOf(cast.binh)).toContain('reports.returned 2023-03-03')
  })
})

describe('closing a period', () => {
  test('waits until the last day is over while somebody is missing; then it names them and they stay missing', async () => {
    await begin()
    await open()
    const period = await month(2)
    const close = (moment: string) => closePeriod(db, cast.an, { period: period.id }, at(moment))
    await expect(close('2023-02-25T23:59:00')).rejects.toThrow('periods.closesTooEarly')
    await close('2023-02-26T00:01:00')
    expect(await missingFrom(db, period)).toHaveLength(6)
    expect(await kindsOf(cast.binh)).toEqual(['reports.due 2023-01-25'])
    const entry = await db
      .selectFrom('audit_entry')
      .select('facts')
      .where('subject_id', '=', period.id)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(entry.facts)).toContain('Ủy ban MTTQ tỉnh')
    await expect(close('2023-02-26T08:00:00')).rejects.toThrow('periods.notOpen')
  })

  test('is the act of the unit that leads, and of no period that is not open', async () => {
    await begin()
    await open()
    const [february, march] = [await month(2), await month(3)]
    const late = at('2023-02-28T08:00:00')
    await expect(closePeriod(db, cast.binh, { period: february.id }, late)).rejects.toThrow('not-allowed')
    await expect(closePeriod(db, cast.dung, { period: february.id }, late)).rejects.toThrow('not-allowed')
    await expect(closePeriod(db, cast.an, { period: march.id }, late)).rejects.toThrow('periods.notOpen')
  })
})

describe('reopening a closed period', () => {
  const later = at('2023-03-10T08:00:00')
  const asked = (period: string, of: string | null) => ({
    period,
    unit: of,
    untilOn: '2023-03-15',
    reason: 'Mất điện ba ngày',
  })

  async function closed(): Promise<string> {
    await begin()
    await open()
    const { id } = await month(2)
    await closePeriod(db, cast.an, { period: id }, at('2023-03-01T08:00:00'))
    return id
  }

  const report = (period: string, of: string, actor: Actor, moment: Date) =>
    saveEntries(db, actor, { period, unit: of, cells: [{ target, text: '5', version: 0, isMeant: false }] }, moment)

  test('is asked by the unit and agreed by a second person; then that unit alone may report until the day', async () => {
    const period = await closed()
    const id = await askReopening(db, cast.binh, asked(period, unit()), later)
    expect(await kindsOf(cast.an)).toContain('reports.reopening null')
    await expect(report(period, unit(), cast.binh, later)).rejects.toThrow('reporting.periodClosed')
    await confirmReopening(db, cast.an, { id }, later)
    expect(await kindsOf(cast.an)).not.toContain('reports.reopening null')
    expect(await kindsOf(cast.binh)).toContain('reports.due 2023-03-15')
    expect((await report(period, unit(), cast.binh, at('2023-03-15T23:59:00'))).cells[0]?.outcome).toBe('applied')
    await expect(report(period, unit(), cast.binh, at('2023-03-16T00:01:00'))).rejects.toThrow('reporting.periodClosed')
    const [other, leader] = [cast.units[1] ?? '', cast.leaders[1] ?? cast.an]
    await expect(report(period, other, leader, later)).rejects.toThrow('reporting.periodClosed')
  })

  test('is decided by nobody who asked, nobody of the unit, nobody from elsewhere', async () => {
    const period = await closed()
    const forAll = await askReopening(db, cast.an, asked(period, null), later)
    for (const actor of [cast.an, cast.binh, cast.chi, cast.em]) {
      await expect(confirmReopening(db, actor, { id: forAll }, later)).rejects.toThrow('not-allowed')
    }
    await confirmReopening(db, colleague, { id: forAll }, later)
    const own = await askReopening(db, cast.an, asked(period, cast.headUnit), later)
    await expect(confirmReopening(db, colleague, { id: own }, later)).rejects.toThrow('not-allowed')
    await confirmReopening(db, cast.dung, { id: own }, later)
  })

  test('that is refused says why and opens nothing; it is decided once', async () => {
    const period = await closed()
    const id = await askReopening(db, cast.binh, asked(period, unit()), later)
    await expect(askReopening(db, cast.binh, asked(period, unit()), later)).rejects.toThrow('periods.reopeningAsked')
    const decide = [
      refuseReopening(db, cast.an, { id, reason: 'Đã đủ thời gian' }, later),
      confirmReopening(db, colleague, { id }, later),
    ]
    const both = await Promise.allSettled(decide)
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(refuseReopening(db, cast.an, { id, reason: 'Nữa' }, later)).rejects.toThrow('periods.reopeningDecided')
  })

  test('is not asked of a period that is open, nor for another unit by a member, nor until a day that is over', async () => {
    const period = await closed()
    const january = (await month(1)).id
    await expect(askReopening(db, cast.an, asked(january, null), later)).rejects.toThrow('periods.notClosed')
    await expect(askReopening(db, cast.binh, asked(period, cast.units[1] ?? ''), later)).rejects.toThrow('not-allowed')
    await expect(askReopening(db, cast.binh, asked(period, null), later)).rejects.toThrow('not-allowed')
    const past = { ...asked(period, unit()), untilOn: '2023-03-09' }
    await expect(askReopening(db, cast.binh, past, later)).rejects.toThrow('periods.untilInPast')
  })
})
