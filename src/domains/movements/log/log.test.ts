import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { logKinds } from '../../../../db/seed/year-template.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { readLogKey } from './log-kind.ts'
import { addLogEntry, addLogEntryInput } from './add-log-entry.ts'
import { addLogKind } from './add-log-kind.ts'
import { correctLogEntry } from './correct-log-entry.ts'
import { endLogKind } from './end-log-kind.ts'
import { countsOfLog, logEntries, logKindsOf, versionsOfEntry } from './queries.ts'
import { startLog } from './start-log.ts'
import { withdrawLogEntry } from './withdraw-log-entry.ts'

const year = { startsOn: '2023-01-01', endsOn: '2023-12-31' }

async function openLog(): Promise<{ db: Db; cast: Cast; blocYear: string }> {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const { blocYear } = cast
  await startLog(db, cast.an, { blocYear, from: 'template' }, { now: morning, template: logKinds })
  return { db, cast, blocYear }
}

function study(
  { cast, blocYear }: { cast: Cast; blocYear: string },
  values: Record<string, string>,
  onDay = '2023-02-10',
) {
  const unit = cast.units[0] ?? ''
  const input = { id: newId(), blocYear, unit, kind: 'theme-study', onDay, text: 'Học chuyên đề' }
  return addLogEntryInput.parse({ ...input, values })
}

test('the head opens the log once; others do not', async () => {
  const { db, cast, blocYear } = await openLog()
  const again = () => startLog(db, cast.an, { blocYear, from: 'template' }, { now: morning, template: logKinds })
  await expect(again()).rejects.toMatchObject({ key: 'entries.alreadyStarted' })
  const other = startLog(db, cast.binh, { blocYear, from: 'lastYear' }, { now: morning, template: logKinds })
  await expect(other).rejects.toMatchObject({ name: 'Forbidden' })
  const kinds = await logKindsOf(db, blocYear)
  expect(kinds.map(({ code }) => code)).toEqual(logKinds.map(({ code }) => code))
  expect(kinds.map(({ numbers }) => numbers)).toEqual(logKinds.map(({ numbers }) => numbers))
})

test('a year without one before has no kinds to take over', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const start = startLog(db, cast.an, { blocYear: cast.blocYear, from: 'lastYear' }, { now: morning, template: [] })
  await expect(start).rejects.toMatchObject({ key: 'entries.noKindsBefore' })
})

test('an entry that arrives twice, even at once, stands once', async () => {
  const log = await openLog()
  const { db, cast, blocYear } = log
  const entry = study(log, { sessions: '1', people: '1.250' })
  await Promise.all([addLogEntry(db, cast.binh, entry, morning), addLogEntry(db, cast.binh, entry, morning)])
  expect(await logEntries(db, { blocYear })).toMatchObject([{ id: entry.id, unit: 'Ủy ban MTTQ tỉnh' }])
  const counted = await countsOfLog(db, blocYear, { kind: 'theme-study', number: 'people' }, year)
  expect([...counted]).toEqual([[cast.units[0], '1250']])
  const taken = { ...entry, unit: cast.units[1] ?? '' }
  const other = cast.leaders[1]
  if (other === undefined) throw new Error('the cast has six leaders')
  await expect(addLogEntry(db, other, taken, morning)).rejects.toMatchObject({ name: 'Conflict' })
})

test('sums add up exactly, shares count as last said, and what nobody said is absent', async () => {
  const log = await openLog()
  const { db, cast, blocYear } = log
  await addLogEntry(db, cast.binh, study(log, { sessions: '0,1', share: '80' }, '2023-01-10'), morning)
  await addLogEntry(db, cast.binh, study(log, { sessions: '0,2', share: '92,5 %' }, '2023-02-10'), morning)
  const count = async (number?: string, period = year) => [
    ...(await countsOfLog(db, blocYear, { kind: 'theme-study', number }, period)).values(),
  ]
  expect(await count('sessions')).toEqual(['0.3'])
  expect(await count('share')).toEqual(['92.5'])
  expect(await count('people')).toEqual([])
  expect(await count()).toEqual(['2'])
  expect(await count('sessions', { startsOn: '2023-01-01', endsOn: '2023-01-10' })).toEqual(['0.1'])
  expect(await count(undefined, { startsOn: '2023-03-01', endsOn: '2023-12-31' })).toEqual([])
})

test('a correction keeps the old entry, and only the new one counts; one taken back counts no longer', async () => {
  const log = await openLog()
  const { db, cast, blocYear } = log
  const entry = study(log, { sessions: '5' })
  await addLogEntry(db, cast.binh, entry, morning)
  const { onDay, text } = entry
  const correction = {
    id: newId(),
    blocYear,
    entry: entry.id,
    reason: 'Ghi nhầm',
    onDay,
    text,
    values: { sessions: '2' },
  }
  await expect(correctLogEntry(db, cast.an, correction, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await correctLogEntry(db, cast.binh, correction, morning)
  await correctLogEntry(db, cast.binh, correction, morning)
  const count = async () =>
    (await countsOfLog(db, blocYear, { kind: 'theme-study', number: 'sessions' }, year)).values()
  expect([...(await count())]).toEqual(['2'])
  const versions = await versionsOfEntry(db, blocYear, correction.id)
  expect(versions.map(({ values }) => values.map(({ value }) => value))).toEqual([['2'], ['5']])
  const stale = { ...correction, id: newId() }
  await expect(correctLogEntry(db, cast.binh, stale, morning)).rejects.toMatchObject({ key: 'entries.notStanding' })
  const back = { id: newId(), blocYear, entry: correction.id, reason: 'Ghi trùng' }
  await withdrawLogEntry(db, cast.binh, back, morning)
  expect([...(await count())]).toEqual([])
  expect(await logEntries(db, { blocYear })).toEqual([])
  expect(await logEntries(db, { blocYear, withOld: true })).toHaveLength(3)
  await expect(sql`update log_value set value = 9 where entry_id = ${entry.id}`.execute(db)).rejects.toThrow(
    /permission/,
  )
})

test('a unit writes for itself, about days that were, and says what its kind asks for', async () => {
  const log = await openLog()
  const { db, cast } = log
  const add = (entry: ReturnType<typeof study>, actor = cast.binh) => addLogEntry(db, actor, entry, morning)
  await expect(add(study(log, { sessions: '1' }), cast.an)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(add(study(log, {}))).rejects.toMatchObject({ key: 'entries.numberMissing' })
  await expect(add(study(log, { sessions: '1', share: '101' }))).rejects.toMatchObject({ key: 'entries.overHundred' })
  await expect(add(study(log, { sessions: '1', hats: '3' }))).rejects.toMatchObject({ key: 'entries.numberUnknown' })
  const ahead = study(log, { sessions: '1' }, '2023-02-21')
  await expect(add(ahead)).rejects.toMatchObject({ key: 'entries.dayInFuture' })
  const before = study(log, { sessions: '1' }, '2022-12-31')
  await expect(add(before)).rejects.toMatchObject({ key: 'entries.dayOutsideYear' })
})

test('the head adds kinds with their numbers and ends them; an ended one takes nothing new', async () => {
  const log = await openLog()
  const { db, cast, blocYear } = log
  const kind = { blocYear, name: 'Hoạt động tình nguyện', help: '', numbers: 'Số buổi (buổi)\nTỷ lệ dự (%)' }
  await expect(addLogKind(db, cast.binh, kind, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  const code = await addLogKind(db, cast.an, kind, morning)
  await expect(addLogKind(db, cast.an, kind, morning)).rejects.toMatchObject({ key: 'entries.kindTaken' })
  expect((await logKindsOf(db, blocYear)).at(-1)?.numbers).toMatchObject([
    { code: 'so-buoi', measure: 'buổi', counting: 'sum' },
    { code: 'ty-le-du', measure: '%', counting: 'last' },
  ])
  await endLogKind(db, cast.an, { blocYear, kind: code }, morning)
  const entry = { ...study(log, { 'so-buoi': '1' }), kind: code }
  await expect(addLogEntry(db, cast.binh, entry, morning)).rejects.toMatchObject({ key: 'entries.kindEnded' })
  await expect(endLogKind(db, cast.an, { blocYear, kind: code }, morning)).rejects.toMatchObject({
    key: 'entries.kindEnded',
  })
})

test('what a target names is a kind, or a number of one', () => {
  expect(readLogKey('news')).toEqual({ kind: 'news' })
  expect(readLogKey('theme-study.sessions')).toEqual({ kind: 'theme-study', number: 'sessions' })
})
