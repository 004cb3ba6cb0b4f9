import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#platform/database/database.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { addOfficer, makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { entriesOf } from './queries.ts'
import { saveEntries, saveEntriesInput, type SaveEntries } from './save-entries.ts'
import { addPeriod, addTarget, assign, february, january, march } from './testing/months.ts'

let db: Db
let cast: Cast
let period: string
let people: string
let share: string
let growth: string
const unit = () => cast.units[0] ?? ''

beforeAll(async () => {
  db = (await testDatabase()).db
})

async function begin() {
  cast = await makeCast(db)
  const at = { blocYear: cast.blocYear, by: cast.an.account }
  people = await addTarget(db, at, { code: 'A1', measureUnit: 'hội viên' })
  share = await addTarget(db, at, { code: 'A2', measure: 'percent', accumulation: 'level' })
  growth = await addTarget(db, at, { code: 'A3', formula: { kind: 'ratio', of: ['A1', 'A2'] } })
  await assign(db, people, { unit: unit(), planned: '1200' })
  await assign(db, share, { unit: unit(), planned: '90' })
  await assign(db, growth, { unit: unit() })
  period = await addPeriod(db, cast.blocYear, february)
}

type CellGiven = { target: string; text: string; version?: number; isMeant?: boolean; note?: string }

const saving = (cells: readonly CellGiven[], more: { request?: string } = {}): SaveEntries =>
  saveEntriesInput.parse({ period, unit: unit(), cells: cells.map((cell) => ({ version: 0, ...cell })), ...more })

const save = (cells: readonly CellGiven[], actor = cast.binh) => saveEntries(db, actor, saving(cells), morning)

test('figures are saved as typed, and each cell answers for itself', async () => {
  await begin()
  const { report, cells } = await save([
    { target: people, text: '1.234 hội viên', note: 'tính đến 20/02' },
    { target: share, text: 'chín mươi' },
    { target: growth, text: '5' },
    { target: newId(), text: '1' },
  ])
  expect(cells).toMatchObject([
    { outcome: 'applied', version: 1, value: '1234', note: 'tính đến 20/02' },
    { outcome: 'fault', fault: 'notANumber' },
    { outcome: 'fault', fault: 'computed' },
    { outcome: 'fault', fault: 'noSuchTarget' },
  ])
  const entries = await entriesOf(db, report)
  expect(entries.get(people)).toMatchObject({ value: '1234', entered_by_name: cast.binh.name })
  expect(entries.size).toBe(1)
})

test('nothing reported is not zero, and zero is a figure', async () => {
  await begin()
  const first = await save([
    { target: people, text: '' },
    { target: share, text: '0' },
  ])
  expect(first.cells).toMatchObject([
    { outcome: 'unchanged', version: 0, value: null },
    { outcome: 'applied', version: 1, value: '0' },
  ])
  const cleared = await save([{ target: share, text: '', version: 1 }])
  expect(cleared.cells).toMatchObject([{ outcome: 'applied', version: 2, value: null }])
})

test('what stood before is kept with who wrote it', async () => {
  await begin()
  const { report } = await save([{ target: people, text: '100' }])
  const officer = await addOfficer(db, 'Phan Thị Lụa', unit())
  await save([{ target: people, text: '120', version: 1 }], officer)
  const before = await db.selectFrom('progress_entry_before').selectAll().where('report_id', '=', report).execute()
  expect(before).toMatchObject([{ version: 1, value: '100', entered_by: cast.binh.account }])
})

test('whoever read an older figure is told what stands now, and writing the same is no conflict', async () => {
  await begin()
  await save([{ target: people, text: '100' }])
  const officer = await addOfficer(db, 'Phan Thị Lụa', unit())
  const late = await save([{ target: people, text: '90' }], officer)
  expect(late.cells).toMatchObject([{ outcome: 'conflict', value: '100', version: 1, by: cast.binh.name }])
  const same = await save([{ target: people, text: '100,0' }], officer)
  expect(same.cells).toMatchObject([{ outcome: 'unchanged', version: 1 }])
})

test('of two who write at once into an empty cell one is told of the other', async () => {
  await begin()
  const officer = await addOfficer(db, 'Phan Thị Lụa', unit())
  const both = await Promise.all([
    save([{ target: people, text: '100' }]),
    save([{ target: people, text: '90' }], officer),
  ])
  expect(new Set(both.map(({ cells }) => cells[0]?.outcome))).toEqual(new Set(['applied', 'conflict']))
})

test('a figure that looks wrong is kept, questioned until it is said to be meant, and never refused', async () => {
  await begin()
  const asked = await save([{ target: share, text: '0,9' }])
  expect(asked.cells).toMatchObject([{ outcome: 'doubt', version: 1, value: '0.9', doubts: ['shareAsFraction'] }])
  const again = await save([{ target: share, text: '0,9', version: 1 }])
  expect(again.cells).toMatchObject([{ outcome: 'doubt', version: 1 }])
  const meant = await save([{ target: share, text: '0,9', version: 1, isMeant: true }])
  expect(meant.cells).toMatchObject([{ outcome: 'applied', version: 2 }])
  const later = await save([{ target: share, text: '0,8', version: 2 }])
  expect(later.cells).toMatchObject([{ outcome: 'doubt', version: 3 }])
})

test('the figure of the period before is what a new one is seen against', async () => {
  await begin()
  period = await addPeriod(db, cast.blocYear, january)
  await save([{ target: people, text: '12' }])
  period = await addPeriod(db, cast.blocYear, { ...march, state: 'open' })
  const { cells } = await save([{ target: people, text: '1.200' }])
  expect(cells).toMatchObject([{ outcome: 'doubt', doubts: ['tenfold'] }])
})

test('a saving that arrives twice is done once and answered alike', async () => {
  await begin()
  const input = saving([{ target: people, text: '100' }], { request: newId() })
  const first = await saveEntries(db, cast.binh, input, morning)
  await save([{ target: people, text: '110', version: 1 }])
  expect(await saveEntries(db, cast.binh, input, morning)).toEqual(first)
  expect((await entriesOf(db, first.report)).get(people)?.value).toBe('110')
  period = await addPeriod(db, cast.blocYear, january)
  const elsewhere = { ...input, period }
  await expect(saveEntries(db, cast.binh, elsewhere, morning)).rejects.toThrow('reporting.requestUsed')
})

test('two savings with the same number at once write one version', async () => {
  await begin()
  const input = saving([{ target: people, text: '100' }], { request: newId() })
  const both = await Promise.all([1, 2].map(() => saveEntries(db, cast.binh, input, morning)))
  expect(both[0]).toEqual(both[1])
  expect((await entriesOf(db, both[0]?.report ?? '')).get(people)?.version).toBe(1)
})

test('one target twice in a saving is a fault of the second', async () => {
  await begin()
  const { cells } = await save([
    { target: people, text: '1' },
    { target: people, text: '2' },
  ])
  expect(cells).toMatchObject([{ outcome: 'applied' }, { outcome: 'fault', fault: 'twice' }])
})

test('a figure of a longer period is no figure of a month', async () => {
  await begin()
  const yearly = await addTarget(
    db,
    { blocYear: cast.blocYear, by: cast.an.account },
    { code: 'B1', frequency: 'year' },
  )
  await assign(db, yearly, { unit: unit() })
  const draft = await addTarget(db, { blocYear: cast.blocYear, by: cast.an.account }, { code: 'B2', state: 'draft' })
  await assign(db, draft, { unit: unit() })
  const { cells } = await save([
    { target: yearly, text: '1' },
    { target: draft, text: '1' },
  ])
  expect(cells).toMatchObject([
    { outcome: 'fault', fault: 'otherPeriod' },
    { outcome: 'fault', fault: 'noSuchTarget' },
  ])
})

test('nobody but the unit writes its figures: not the head, not another unit, not the authority', async () => {
  await begin()
  for (const actor of [cast.an, cast.chi, cast.dung, cast.em]) {
    await expect(save([{ target: people, text: '1' }], actor)).rejects.toThrow('not-allowed')
  }
})

test('a unit that is not of the year has no report in it', async () => {
  await begin()
  const input = { ...saving([{ target: people, text: '1' }]), unit: cast.outsideUnit }
  await expect(saveEntries(db, cast.chi, input, morning)).rejects.toBeInstanceOf(NotFound)
  const none = await db.selectFrom('progress_report').select('id').where('period_id', '=', period).execute()
  expect(none).toEqual([])
})

test('a sub-unit reports its own share, and the unit above may type it', async () => {
  await begin()
  const sub = cast.outsideUnit
  await assign(db, people, { unit: sub, parent: unit(), planned: '300' })
  const input = { ...saving([{ target: people, text: '30' }]), unit: sub }
  expect((await saveEntries(db, cast.chi, input, morning)).cells).toMatchObject([{ outcome: 'applied' }])
  const above = { ...saving([{ target: people, text: '31', version: 1 }]), unit: sub }
  expect((await saveEntries(db, cast.binh, above, morning)).cells).toMatchObject([{ outcome: 'applied' }])
  await expect(saveEntries(db, cast.an, above, morning)).rejects.toThrow('not-allowed')
})

test('a period takes figures from its first minute, and none before or after it is closed', async () => {
  await begin()
  period = await addPeriod(db, cast.blocYear, { ...march, state: 'ahead' })
  const at = (moment: string) =>
    saveEntries(db, cast.binh, saving([{ target: people, text: '1' }]), new Date(`${moment}+07:00`))
  await expect(at('2023-02-28T23:59:00')).rejects.toThrow('reporting.periodAhead')
  expect((await at('2023-03-01T00:01:00')).cells).toMatchObject([{ outcome: 'applied' }])
  await db.updateTable('report_period').set({ state: 'closed', closed_at: morning }).where('id', '=', period).execute()
  await expect(at('2023-04-01T08:00:00')).rejects.toThrow('reporting.periodClosed')
})
