import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addOfficer, makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { announceTo } from '#platform/announcements.ts'
import { folderStore } from '#platform/files.ts'
import { appointOffice } from '../blocs/members/appoint-office.ts'
import { startYear } from '../blocs/start-year.ts'
import { askMandate } from '../units/mandates/ask-mandate.ts'
import { confirmMandate } from '../units/mandates/confirm-mandate.ts'
import { endMandate } from '../units/mandates/end-mandate.ts'
import { refuseMandate } from '../units/mandates/refuse-mandate.ts'
import { tellEndingMandates } from '../units/mandates/tell-ending.ts'
import { withdrawMandate } from '../units/mandates/withdraw-mandate.ts'
import { tasksOf } from './queries.ts'
import { tasksForFacts } from './tasks-for-facts.ts'

async function opened() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const telling = { now: morning, announce: announceTo([tasksForFacts]) }
  const files = folderStore(await mkdtemp(join(tmpdir(), 'giao-uoc-tasks-')))
  const ask = (other: { account?: string; toOn?: string } = {}, moment = telling) =>
    askMandate(
      db,
      cast.an,
      {
        unit: cast.headUnit,
        account: cast.an.account,
        post: 'Chủ tịch',
        mayAct: true,
        maySign: true,
        mayVote: true,
        fromOn: '2023-01-01',
        toOn: '2023-12-31',
        documentName: 'Giấy 05',
        ...other,
      },
      { ...moment, files, document: Buffer.from('%PDF-1.7') },
    )
  const of = async (actor: typeof cast.an, kind: string, part: string) =>
    (await tasksOf(db, actor)).filter((task) => task.kind === kind && task.path.includes(part)).length
  return { db, cast, telling, ask, of }
}

test('a mandate asked waits for the authority until it is decided or withdrawn', async () => {
  const { db, cast, telling, ask, of } = await opened()
  const decisions = [
    (id: string) => confirmMandate(db, cast.dung, { id }, telling),
    (id: string) => refuseMandate(db, cast.dung, { id, reason: 'Thiếu dấu' }, telling),
    (id: string) => withdrawMandate(db, cast.an, { id }, telling),
  ]
  for (const decide of decisions) {
    const id = await ask()
    expect(await of(cast.dung, 'mandates.asked', id)).toBe(1)
    await decide(id)
    expect(await of(cast.dung, 'mandates.asked', id)).toBe(0)
  }
})

test('who asked learns of the refusal, until they ask again', async () => {
  const { db, cast, telling, ask, of } = await opened()
  const id = await ask()
  await refuseMandate(db, cast.dung, { id, reason: 'Thiếu dấu' }, telling)
  expect(await of(cast.an, 'mandates.refused', id)).toBe(1)
  await ask()
  expect(await of(cast.an, 'mandates.refused', id)).toBe(0)
})

test('the holder learns that the authority ended the mandate, but not what they did themselves', async () => {
  const { db, cast, telling, ask, of } = await opened()
  for (const [actor, told] of [
    [cast.dung, 1],
    [cast.an, 0],
  ] as const) {
    const id = await ask()
    await confirmMandate(db, cast.dung, { id }, telling)
    await endMandate(db, actor, { id, endedOn: '2023-02-20', reason: 'Nghỉ hưu' }, telling)
    expect(await of(cast.an, 'mandates.ended', id)).toBe(told)
  }
})

test('a reminder goes with its mandate, or when the unit asks for another once the term is over', async () => {
  const { db, cast, telling, ask, of } = await opened()
  const remind = async (id: string) => {
    await confirmMandate(db, cast.dung, { id }, telling)
    await tellEndingMandates(db, telling.announce, new Date('2023-12-10T08:00:00+07:00'))
    return of(cast.an, 'mandates.ending', cast.headUnit)
  }
  const id = await ask()
  expect(await remind(id)).toBe(1)
  await endMandate(db, cast.dung, { id, endedOn: '2023-02-20', reason: 'Nghỉ hưu' }, telling)
  expect(await of(cast.an, 'mandates.ending', cast.headUnit)).toBe(0)

  expect(await remind(await ask())).toBe(1)
  const lua = await addOfficer(db, 'Phan Thị Lụa', cast.headUnit)
  const january = { ...telling, now: new Date('2024-01-02T08:00:00+07:00') }
  await ask({ account: lua.account, toOn: '2024-12-31' }, january)
  expect(await of(cast.an, 'mandates.ending', cast.headUnit)).toBe(0)
})

test('a year without a head waits for one', async () => {
  const { db, cast, telling, of } = await opened()
  const next = { kind: 'calendar' as const, startsOn: '2024-01-01', endsOn: '2024-12-31', head: undefined }
  const year = await startYear(db, cast.an, { ...next, bloc: cast.bloc, moveDates: false }, telling)
  const path = `/khoi/${cast.blocSlug}/2024/chuc-vu`
  expect(await of(cast.dung, 'blocs.headWanted', path)).toBe(1)
  const office = { blocYear: year.id, unit: cast.headUnit, office: 'head' as const, fromOn: '2024-01-01', document: '' }
  await appointOffice(db, cast.dung, office, telling)
  expect(await of(cast.dung, 'blocs.headWanted', path)).toBe(0)
})
