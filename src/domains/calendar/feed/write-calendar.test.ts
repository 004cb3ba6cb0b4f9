import { expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addDeadline } from '../deadlines/add-deadline.ts'
import { deadlinesOf } from '../deadlines/queries.ts'
import { withdrawDeadline } from '../deadlines/withdraw-deadline.ts'
import { endFeed } from './end-feed.ts'
import { issueFeed } from './issue-feed.ts'
import { feedByToken } from './queries.ts'
import { writeCalendar } from './write-calendar.ts'

const fields = {
  kind: 'event' as const,
  title: 'Hội nghị; khối, giao ban quý I: Ủy ban MTTQ, LĐLĐ, Hội CCB, Hội LHPN, Hội Nông dân, Tỉnh Đoàn',
  startsOn: '2023-03-14',
  endsOn: undefined,
  startsAt: null as string | null,
  endsAt: null as string | null,
  place: 'Hội trường',
  note: 'Điểm tự chấm 98,5',
  audience: 'members' as const,
  unit: undefined,
  asksTask: false,
}

async function opened() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const add = (change: object = {}) =>
    addDeadline(db, cast.an, { blocYear: cast.blocYear, ...fields, ...change }, morning)
  const write = async () => {
    const deadlines = (await deadlinesOf(db, [cast.blocYear])).map((row) => ({ ...row, bloc: '' }))
    return writeCalendar({ name: 'Lịch', site: 'https://thidua.test', locale: 'vi', deadlines, tasks: [] })
  }
  return { db, cast, add, write }
}

/** As RFC 5545 says to read it: CRLF, unfolded, by component and name. */
function parse(file: string) {
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const lines = file.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  const events: Record<string, string>[] = []
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push({})
    const colon = line.indexOf(':')
    Object.assign(events.at(-1) ?? {}, { [line.slice(0, colon)]: line.slice(colon + 1) })
  }
  return { lines, events }
}

test('whole days include the last, and a time is Vietnam’s', async () => {
  const { add, write } = await opened()
  await add({ endsOn: '2023-03-16' })
  await add({ startsOn: '2023-03-20', startsAt: '08:00', endsAt: '10:30' })
  const { lines, events } = parse(await write())
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
  expect(events[0]).toMatchObject({ 'DTSTART;VALUE=DATE': '20230314', 'DTEND;VALUE=DATE': '20230317' })
  expect(events[1]).toMatchObject({
    'DTSTART;TZID=Asia/Ho_Chi_Minh': '20230320T080000',
    'DTEND;TZID=Asia/Ho_Chi_Minh': '20230320T103000',
  })
  expect(lines.indexOf('BEGIN:VTIMEZONE')).toBeLessThan(lines.indexOf('BEGIN:VEVENT'))
  expect(lines).toContain('TZOFFSETTO:+0700')
  expect(events[0]?.['DTSTAMP']).toMatch(/^\d{8}T\d{6}Z$/)
})

test('it is the same on a server in America', async () => {
  const { add, write } = await opened()
  await add({ startsAt: '23:30' })
  const before = process.env['TZ']
  const here = await write()
  process.env['TZ'] = 'America/New_York'
  const there = await write()
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
  expect(there).toBe(here)
})

test('titles alone leave, whole and escaped; what is noted inside stays', async () => {
  const { add, write } = await opened()
  await add()
  const file = await write()
  expect(parse(file).events[0]?.['SUMMARY']).toBe(
    String.raw`Hội nghị\; khối\, giao ban quý I: Ủy ban MTTQ\, LĐLĐ\, Hội CCB\, Hội LHPN\, Hội Nông dân\, Tỉnh Đoàn`,
  )
  expect(file).not.toContain('tự chấm')
})

test('a change keeps the UID and raises the SEQUENCE; cancelled it says so', async () => {
  const { db, cast, add, write } = await opened()
  const deadline = await add()
  const [first] = parse(await write()).events
  await withdrawDeadline(db, cast.an, { deadline, reason: 'Bận' }, morning)
  const [second] = parse(await write()).events
  expect(second).toMatchObject({ UID: first?.['UID'], SEQUENCE: '1', STATUS: 'CANCELLED' })
})

test('the secret address shows its owner’s calendar until another is made or it is given up', async () => {
  const { db, cast, add } = await opened()
  await add()
  await add({ audience: 'unit', unit: cast.units[1] })
  const first = await issueFeed(db, cast.binh, morning)
  expect((await feedByToken(db, first, morning))?.deadlines).toHaveLength(1)
  const kept = await db.selectFrom('calendar_feed').selectAll().where('account_id', '=', cast.binh.account).execute()
  expect(JSON.stringify(kept)).not.toContain(first)
  const second = await issueFeed(db, cast.binh, morning)
  expect(await feedByToken(db, first, morning)).toBeUndefined()
  await endFeed(db, cast.binh, morning)
  await endFeed(db, cast.binh, morning)
  expect(await feedByToken(db, second, morning)).toBeUndefined()
})

test('whoever may no longer sign in reads nothing', async () => {
  const { db, cast } = await opened()
  const token = await issueFeed(db, cast.binh, morning)
  await db.updateTable('account').set({ state: 'closed' }).where('id', '=', cast.binh.account).execute()
  expect(await feedByToken(db, token, morning)).toBeUndefined()
})
