import { expect, test } from 'vitest'
import type { Db } from '#platform/database/database.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { holdConference } from '../minutes/testing/minutes.ts'
import { confirmResolution } from './confirm-resolution.ts'
import { issueResolution, issueResolutionInput } from './issue-resolution.ts'
import { reportsOf, resolutionById } from './queries.ts'
import { reportResolution } from './report-resolution.ts'
import { isOverdue } from './resolution.ts'

const taskOf = (db: Db, id: string) =>
  db
    .selectFrom('task')
    .select(['kind', 'unit_id', 'tenant_role', 'due_on'])
    .where('key', 'like', `resolutions.% ${id}`)
    .where('closed_at', 'is', null)
    .execute()

async function resolved() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const [first, second] = cast.leaders
  if (!first || !second) throw new Error('the cast has six leaders')
  const { conference, decision } = await holdConference(db, cast, { chair: cast.an, secretary: second })
  const typed = { conference, kind: 'conclusion', number: '01/KL-K05', issuedOn: '20/02/2023', text: 'Lập kế hoạch' }
  const input = (unit: string, more: object = {}) =>
    issueResolutionInput.parse({ ...typed, unit, decision, dueOn: '15/03/2023', ...more })
  return { db, cast, second, first, input }
}

const day = '2023-02-20'

test('a resolution is issued by who keeps the conference, and charges a member with a task and its last day', async () => {
  const { db, cast, first, input } = await resolved()
  const unit = cast.units[0] ?? ''
  const issue = (actor = cast.an, given = input(unit)) => issueResolution(db, actor, given, morning)
  await expect(issue(first)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(issue(cast.an, input(cast.outsideUnit))).rejects.toMatchObject({ key: 'resolutions.notMember' })
  await expect(issue(cast.an, input(unit, { dueOn: '19/02/2023' }))).rejects.toMatchObject({
    key: 'resolutions.dueBeforeIssue',
  })
  const id = await issue()
  expect(await taskOf(db, id)).toMatchObject([{ kind: 'resolutions.do', unit_id: unit, due_on: '2023-03-15' }])
  const resolution = await resolutionById(db, id)
  expect([isOverdue(resolution, '2023-03-15'), isOverdue(resolution, '2023-03-16')]).toEqual([false, true])
})

test('the unit in charge reports; somebody else confirms or returns it, never the unit itself, and one verdict counts', async () => {
  const { db, cast, first, second, input } = await resolved()
  const id = await issueResolution(db, cast.an, input(cast.units[0] ?? ''), morning)
  const report = { resolution: id, doneOn: day, result: 'Đã ban hành kế hoạch' }
  await expect(reportResolution(db, second, report, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  const confirmed = { resolution: id, verdict: 'confirmed', reason: '' } as const
  await expect(confirmResolution(db, cast.an, confirmed, morning)).rejects.toMatchObject({
    key: 'resolutions.not_confirm',
  })
  await reportResolution(db, first, report, morning)
  expect(await taskOf(db, id)).toMatchObject([{ kind: 'resolutions.confirm', unit_id: cast.headUnit }])
  await expect(confirmResolution(db, first, confirmed, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  const returned = { ...confirmed, verdict: 'returned' } as const
  await expect(confirmResolution(db, cast.an, returned, morning)).rejects.toMatchObject({
    key: 'resolutions.reasonMissing',
  })
  await confirmResolution(db, cast.an, { ...returned, reason: 'Thiếu danh sách xã' }, morning)
  expect(await taskOf(db, id)).toMatchObject([{ kind: 'resolutions.do' }])
  await reportResolution(db, first, report, morning)
  const both = await Promise.allSettled([
    confirmResolution(db, cast.an, confirmed, morning),
    confirmResolution(db, cast.dung, confirmed, morning),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await reportsOf(db, id)).map(({ is_confirmed }) => is_confirmed)).toEqual([true, false])
  expect(await taskOf(db, id)).toEqual([])
})

test('what the head itself was charged with waits for the authority', async () => {
  const { db, cast, input } = await resolved()
  const id = await issueResolution(db, cast.an, input(cast.headUnit), morning)
  await reportResolution(db, cast.an, { resolution: id, doneOn: day, result: 'Đã làm' }, morning)
  expect(await taskOf(db, id)).toMatchObject([{ kind: 'resolutions.confirm', tenant_role: 'authority' }])
  const verdict = { resolution: id, verdict: 'confirmed', reason: '' } as const
  await expect(confirmResolution(db, cast.an, verdict, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await confirmResolution(db, cast.dung, verdict, morning)
  expect((await resolutionById(db, id)).state).toBe('confirmed')
})
