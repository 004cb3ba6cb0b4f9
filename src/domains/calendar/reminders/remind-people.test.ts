import { describe, expect, test } from 'vitest'
import { addOfficer, makeCast, morning } from '../../../../test/cast.ts'
import { freshDatabase } from '../../../../test/database.ts'
import { openDatabase, openPool } from '#platform/database/database.ts'
import { newCode } from '#platform/id.ts'
import { sql } from 'kysely'
import { chooseWays } from '../notices/choose-ways.ts'
import { noticesOf } from '../notices/queries.ts'
import { nameOf } from '../notices/name-of.ts'
import { openTask } from '../open-task.ts'
import type { NewTask } from '../task.ts'
import { changeRules } from './change-rules.ts'
import { escalationsOf } from './queries.ts'
import { remindPeople } from './remind-people.ts'
import { isQuiet, usualRules } from './rules.ts'

const env = (now: Date) => ({ now, site: 'https://thidua.test', secretKey: 'một bí mật dài để thử nghiệm' })
const at = (moment: string) => new Date(`${moment}+07:00`)
const ways = {
  task: 'off',
  reminder: 'at_once',
  overdue: 'at_once',
  escalation: 'at_once',
  calendar: 'at_once',
} as const

interface Queued {
  to: string
  subject: string
  text: string
  messageKey: string
  unsubscribe?: string
}

async function queuedMails(ownerUrl: string): Promise<Queued[]> {
  const owner = openDatabase(openPool(ownerUrl, { max: 1, onError: () => {} }))
  const { rows } = await sql<{ data: Queued }>`
    select payload -> 'data' as data from graphile_worker._private_jobs where payload -> 'data' ->> 'messageKey' is not null order by id`.execute(
    owner,
  )
  await owner.destroy()
  return rows.map(({ data }) => data)
}

async function opened() {
  const { db, ownerUrl } = await freshDatabase()
  const cast = await makeCast(db)
  const open = (task: Partial<NewTask> = {}) =>
    db.transaction().execute((tx) =>
      openTask(tx, morning, {
        key: newCode(12),
        kind: 'blocs.headWanted',
        unit: cast.units[0],
        path: '/giao',
        blocYear: cast.blocYear,
        facts: { year: '2023', bloc: 'Khối' },
        dueOn: '2023-02-27',
        ...task,
      } as NewTask),
    )
  const told = async (account: string) =>
    (await noticesOf(db, account, { size: 100 })).notices.map((notice) => notice.naming)
  const remind = (moment: string) => remindPeople(db, env(at(moment)))
  return { db, ownerUrl, cast, open, told, remind, mails: () => queuedMails(ownerUrl) }
}

describe('reminders', () => {
  test('seven, three and one day before and on the day; each once, however often and by however many workers', async () => {
    const { cast, open, told, remind } = await opened()
    await open()
    for (const day of ['20', '21', '22', '23', '24', '25', '26', '27']) {
      await Promise.all([remind(`2023-02-${day}T08:00`), remind(`2023-02-${day}T08:00`)])
      await remind(`2023-02-${day}T20:00`)
    }
    const reminded = (await told(cast.binh.account)).filter((naming) => naming === 'task.due')
    expect(reminded).toHaveLength(4)
    expect(await told(cast.chi.account)).toEqual([])
  })

  test('the last day counts to its midnight in Vietnam, whatever the server’s own zone', async () => {
    const { cast, open, told, remind } = await opened()
    await open()
    await remind('2023-02-27T23:59:59')
    expect(await told(cast.binh.account)).not.toContain('task.overdue')
    await remind('2023-02-28T00:00:00')
    await remind('2023-02-28T00:00:00')
    expect((await told(cast.binh.account)).filter((naming) => naming === 'task.overdue')).toHaveLength(1)
  })

  test('a task that is done in time tells nothing more', async () => {
    const { db, cast, open, told, remind } = await opened()
    await open()
    await db
      .updateTable('task')
      .set({ closed_at: morning })
      .where('unit_id', '=', cast.units[0] ?? '')
      .execute()
    await remind('2023-02-27T08:00')
    expect(await told(cast.binh.account)).toEqual([])
  })
})

describe('escalation', () => {
  test('the unit’s leader, then the head, then the authority hear of it, each once', async () => {
    const { db, cast, open, told, remind } = await opened()
    const officer = await addOfficer(db, 'Phan Thị Lụa', cast.units[0] ?? '')
    await open()
    const heard = async () => {
      const all = await Promise.all([cast.binh, officer, cast.an, cast.dung].map(({ account }) => told(account)))
      return all.map((namings) => namings.filter((naming) => naming === 'task.escalated').length)
    }
    await remind('2023-02-28T08:00')
    expect(await heard()).toEqual([0, 0, 0, 0])
    await remind('2023-03-01T08:00')
    expect(await heard()).toEqual([1, 0, 0, 0])
    await Promise.all([remind('2023-03-03T08:00'), remind('2023-03-03T08:00')])
    expect(await heard()).toEqual([1, 0, 1, 0])
    await remind('2023-03-09T08:00')
    await remind('2023-03-20T08:00')
    expect(await heard()).toEqual([1, 0, 1, 1])
    const task = await db.selectFrom('task').select('id').where('path', '=', '/giao').executeTakeFirstOrThrow()
    expect((await escalationsOf(db, [task.id])).map(({ step }) => step)).toEqual(['leader', 'head', 'authority'])
    const { notices } = await noticesOf(db, cast.an.account)
    expect(notices.map((notice) => nameOf(notice, 'vi'))).toContain(
      'Ủy ban MTTQ tỉnh quá hạn 4 ngày: Chọn khối trưởng năm 2023',
    )
  })

  test('the head’s own delay is told to its leader and the authority', async () => {
    const { cast, open, told, remind } = await opened()
    await open({ unit: cast.headUnit })
    await remind('2023-03-20T08:00')
    expect((await told(cast.an.account)).filter((naming) => naming === 'task.escalated')).toHaveLength(1)
    expect(await told(cast.dung.account)).toContain('task.escalated')
  })
})

describe('mails', () => {
  test('at once each kind is one mail, with a way to stop it and no figure of the record', async () => {
    const { db, cast, open, remind, mails } = await opened()
    await chooseWays(db, cast.binh, ways, morning)
    await open({ facts: { year: '2023', bloc: 'Khối có 99,5 điểm' } })
    await open({ facts: { year: '2023', bloc: 'Khối' } })
    await remind('2023-02-24T08:00')
    await remind('2023-02-24T08:10')
    const sent = (await mails()).filter(
      ({ text }) => text.includes('Trần Văn Bình') || text.includes('Nguyễn Thị Ngọc Ánh'),
    )
    expect(sent).toHaveLength(1)
    expect(sent[0]?.subject).toBe('2 thông báo: nhắc hạn')
    expect(sent[0]?.text).toContain('Còn 3 ngày: Chọn khối trưởng năm 2023')
    expect(sent[0]?.text).toContain('https://thidua.test/giao')
    expect(sent[0]?.text).not.toContain('99,5')
    expect(sent[0]?.unsubscribe).toMatch(/^https:\/\/thidua\.test\/bo-nhan-thu\//)
  })

  test('in the quiet hours they wait for the morning, and the page tells at once', async () => {
    const { db, cast, open, told, remind, mails } = await opened()
    await chooseWays(db, cast.binh, ways, morning)
    await open()
    await remind('2023-02-24T00:10')
    expect([(await told(cast.binh.account)).includes('task.due'), await mails()]).toEqual([true, []])
    await remind('2023-02-24T06:30')
    expect(await mails()).toHaveLength(1)
  })

  test('a digest comes once a day from its hour on, with what is overdue, due and new; never an empty one', async () => {
    const { cast, open, remind, mails } = await opened()
    await open({ dueOn: '2023-02-18', facts: { year: '2022', bloc: 'Khối' } })
    await open()
    await remind('2023-02-20T06:50')
    const digests = async () => (await mails()).filter(({ messageKey }) => messageKey.startsWith('digest-'))
    expect(await digests()).toEqual([])
    await Promise.all([remind('2023-02-20T07:00'), remind('2023-02-20T07:00')])
    await remind('2023-02-20T15:00')
    const [mail, ...more] = await digests()
    expect(more).toEqual([])
    expect(mail?.messageKey).toBe(`digest-${cast.binh.account}-2023-02-20`)
    expect(mail?.text).toContain('Quá hạn:\n- Chọn khối trưởng năm 2022 (hạn 18/02/2023)')
    expect(mail?.text).toContain('Sắp đến hạn:\n- Chọn khối trưởng năm 2023 (hạn 27/02/2023)')
    // What was opened after the digest's hour is new on the next day, and on no later one.
    await remind('2023-02-21T07:00')
    await remind('2023-02-22T07:00')
    expect(await digests()).toHaveLength(2)
  })

  test('who wants none gets none', async () => {
    const { db, cast, open, remind, mails } = await opened()
    const off = { task: 'off', reminder: 'off', overdue: 'off', escalation: 'off', calendar: 'off' } as const
    await chooseWays(db, cast.binh, off, morning)
    await open()
    await remind('2023-02-24T08:00')
    await remind('2023-02-28T08:00')
    expect(await mails()).toEqual([])
  })
})

describe('the rules', () => {
  test('are the tenant’s own once it sets them, and only its keepers do', async () => {
    const { db, cast, open, told, remind } = await opened()
    const rules = {
      remindDays: [5],
      tasksOpenBefore: 30,
      quietFrom: '00:00',
      quietTo: '00:00',
      digestAt: '07:00',
      leaderAfter: 1,
      headAfter: 1,
      authorityAfter: 1,
      noticesKeptDays: 30,
      mailsKeptDays: 30,
    }
    for (const actor of [cast.an, cast.binh, cast.chi]) {
      await expect(changeRules(db, actor, rules, morning)).rejects.toThrow('not-allowed')
    }
    const wrong = changeRules(db, cast.dung, { ...rules, leaderAfter: 3 }, morning)
    await expect(wrong).rejects.toMatchObject({ key: 'reminders.stepsOutOfOrder' })
    await changeRules(db, cast.dung, rules, morning)
    await open()
    await remind('2023-02-22T08:00')
    await remind('2023-02-24T08:00')
    expect((await told(cast.binh.account)).filter((naming) => naming === 'task.due')).toHaveLength(1)
    await remind('2023-05-30T08:00')
    expect(await told(cast.binh.account)).not.toContain('task.due')
  })

  test('quiet hours may run over midnight', () => {
    const quiet = (time: string) => isQuiet(usualRules, time)
    expect(['20:59', '21:00', '23:59', '00:00', '06:29', '06:30'].map(quiet)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ])
    expect(isQuiet({ ...usualRules, quiet_from: '12:00', quiet_to: '13:00' }, '12:30')).toBe(true)
  })
})
