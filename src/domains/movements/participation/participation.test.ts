import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { writeGrid } from '#capabilities/spreadsheets/write-grid.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { launchTestMovement, openTestMovement, waitingTasks } from '../testing/movements.ts'
import { movementOf } from '../register/queries.ts'
import { participationSheet } from './participation-sheet.ts'
import { participationsOf, resultsOf } from './queries.ts'
import { registerParticipation } from './register-participation.ts'
import { reportResult } from './report-result.ts'
import { withdrawParticipation } from './withdraw-participation.ts'

async function stage() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const movement = await launchTestMovement(db, cast)
  const own = { blocYear: cast.blocYear, movement, unit: cast.units[0] ?? '' }
  const plan = { ...own, plan: 'Mỗi chi hội một mô hình', people: 0, finishOn: '2023-11-30' }
  return { db, cast, movement, own, plan }
}

test('a member registers with its own plan and deadline; the task is closed, and the plan can be changed', async () => {
  const { db, cast, movement, own, plan } = await stage()
  const isAsked = async () =>
    (await waitingTasks(db, cast.blocYear, 'movements.join')).some(({ unit_id }) => unit_id === own.unit)
  expect(await isAsked()).toBe(true)
  await registerParticipation(db, cast.binh, plan, morning)
  expect(await isAsked()).toBe(false)
  await registerParticipation(db, cast.binh, { ...plan, plan: 'Hai mô hình', people: undefined }, morning)
  expect(await participationsOf(db, { blocYear: cast.blocYear, movement })).toMatchObject([
    { plan: 'Hai mô hình', people: null, finish_on: '2023-11-30', unit: 'Ủy ban MTTQ tỉnh', version: 2 },
  ])
  expect((await movementOf(db, cast.blocYear, movement)).participants).toBe(1)
})

test('nobody registers another unit, before the launch, or beyond the end of the movement', async () => {
  const { db, cast, plan } = await stage()
  await expect(registerParticipation(db, cast.an, plan, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  const draft = { ...plan, movement: await openTestMovement(db, cast, { title: 'Còn soạn' }) }
  await expect(registerParticipation(db, cast.binh, draft, morning)).rejects.toMatchObject({
    key: 'movements.not_join',
  })
  const late = registerParticipation(db, cast.binh, { ...plan, finishOn: '2024-01-01' }, morning)
  await expect(late).rejects.toMatchObject({ key: 'participation.finishAfterEnd' })
})

test('a unit leaves with a reason, keeps its plan, and may come back', async () => {
  const { db, cast, movement, own, plan } = await stage()
  const leave = () => withdrawParticipation(db, cast.binh, { ...own, reason: 'Trùng với đợt khác' }, morning)
  await expect(leave()).rejects.toMatchObject({ key: 'participation.notJoined' })
  await registerParticipation(db, cast.binh, plan, morning)
  await leave()
  await expect(leave()).rejects.toMatchObject({ key: 'participation.notJoined' })
  const find = () => participationsOf(db, { blocYear: cast.blocYear, movement })
  expect(await find()).toMatchObject([{ plan: plan.plan, withdrawn_on: '2023-02-20' }])
  await registerParticipation(db, cast.binh, plan, morning)
  expect(await find()).toMatchObject([{ withdrawn_on: null, withdrawn_reason: null }])
})

test('results carry text and figures; the same period again needs a reason, and the earlier is kept', async () => {
  const { db, cast, movement, own, plan } = await stage()
  const result = { ...own, startsOn: '2023-01-01', endsOn: '2023-03-31', text: 'Đạt', figures: 'Số mô hình: 1.200,5' }
  const report = (more: Partial<typeof result> & { reason?: string } = {}, actor = cast.binh) =>
    reportResult(db, actor, { reason: '', ...result, ...more }, morning)
  await expect(report()).rejects.toMatchObject({ key: 'participation.notJoined' })
  await registerParticipation(db, cast.binh, plan, morning)
  await expect(report({}, cast.an)).rejects.toMatchObject({ name: 'Forbidden' })
  await report()
  await expect(report()).rejects.toMatchObject({ key: 'participation.reasonMissing' })
  await report({ text: 'Đạt, đã kiểm lại', reason: 'Cộng nhầm', figures: '' })
  expect(await resultsOf(db, cast.blocYear, movement)).toMatchObject([{ text: 'Đạt, đã kiểm lại', figures: [] }])
  const { rows } = await sql<{ value: string }>`
    select f.value::text from participation_figure f join participation_result r on r.id = f.result_id
    join participation p on p.id = r.participation_id where p.movement_id = ${movement}`.execute(db)
  expect(rows).toEqual([{ value: '1200.5' }])
  await expect(report({ figures: 'rất nhiều' })).rejects.toMatchObject({ key: 'participation.figureUnreadable' })
  await expect(report({ startsOn: '2023-03-01' })).rejects.toMatchObject({ key: 'participation.periodAhead' })
  await expect(report({ endsOn: '2024-03-01' })).rejects.toMatchObject({ key: 'participation.outsideYear' })
})

test('the list that the head sends on is a workbook, and a blank is no zero', async () => {
  const { db, cast, plan } = await stage()
  await registerParticipation(db, cast.binh, { ...plan, plan: '=1+1' }, morning)
  const year = await yearById(db, cast.blocYear)
  const rows = await participationsOf(db, { blocYear: cast.blocYear })
  const sheet = participationSheet(year, rows, 'vi')
  expect(sheet.rows[0]?.cells.slice(2)).toEqual([
    'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
    '=1+1',
    '0',
    '30/11/2023',
    '20/02/2023',
  ])
  expect(
    Buffer.from(await writeGrid(sheet, 'vi'))
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})
