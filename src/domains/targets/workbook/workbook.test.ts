import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { sha256Of } from '#platform/files.ts'
import { addOfficer, makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { memoryFiles } from '../../../../test/signing.ts'
import { periodById } from '../periods/queries.ts'
import { entriesOf } from '../reporting/queries.ts'
import { saveEntries } from '../reporting/save-entries.ts'
import { addPeriod, addTarget, assign, february, january } from '../reporting/testing/months.ts'
import { confirmWorkbook } from './confirm-workbook.ts'
import { keepWorkbook } from './keep-workbook.ts'
import { cellsOf, seenOf, workbookById } from './queries.ts'
import { editWorkbook } from './testing/edit-workbook.ts'
import { undoWorkbook } from './undo-workbook.ts'
import { withdrawWorkbook } from './withdraw-workbook.ts'
import { writeReportWorkbook } from './write-report-workbook.ts'

const run = promisify(execFile)
const secretKey = 'bí mật của bản cài'
const files = memoryFiles()

let db: Db
let cast: Cast
let period: string
let ids: Record<'people' | 'share' | 'held' | 'rank' | 'day', string>
const unit = () => cast.units[0] ?? ''

beforeAll(async () => {
  db = (await testDatabase()).db
})

async function begin() {
  cast = await makeCast(db)
  const at = { blocYear: cast.blocYear, by: cast.an.account }
  ids = {
    people: await addTarget(db, at, { code: 'A1', measureUnit: 'hội viên' }),
    share: await addTarget(db, at, { code: 'A2', measure: 'percent', accumulation: 'level' }),
    held: await addTarget(db, at, { code: 'A3', measure: 'yes_no' }),
    rank: await addTarget(db, at, { code: 'A4', measure: 'class', classes: ['Khá', 'Tốt'] }),
    day: await addTarget(db, at, { code: 'A5', measure: 'day' }),
  }
  await addTarget(db, at, { code: 'A6', formula: { kind: 'ratio', of: ['A1', 'A2'] } })
  for (const target of await db.selectFrom('target').select('id').where('bloc_year_id', '=', cast.blocYear).execute()) {
    await assign(db, target.id, { unit: unit() })
  }
  period = await addPeriod(db, cast.blocYear, february)
}

async function download(actor: Actor = cast.binh) {
  const told = { period: 'Tháng 2/2023', dueOn: '25/02/2023', madeAt: '8:00' }
  const env = { now: morning, locale: 'vi', tenant: 'nam_dinh', secretKey, told } as const
  return writeReportWorkbook(db, actor, { period: await periodById(db, period), unit: unit() }, env)
}

interface Uploading {
  actor?: Actor
  tenant?: string
  secretKey?: string
  unit?: string
}

async function upload(bytes: Uint8Array, given: Uploading = {}) {
  const input = { period: await periodById(db, period), unit: given.unit ?? unit(), fileName: 'thang-2.xlsx', bytes }
  const env = { files, now: morning, tenant: given.tenant ?? 'nam_dinh', secretKey: given.secretKey ?? secretKey }
  return keepWorkbook(db, given.actor ?? cast.binh, input, env)
}

const cellsIn = async (workbook: string) => cellsOf(db, await workbookById(db, workbook))

async function confirm(workbook: string, chosen: Record<string, 'file' | 'standing'> = {}, actor = cast.binh) {
  const seen = seenOf(await cellsIn(workbook))
  await confirmWorkbook(db, actor, { workbook, seen, chosen: new Map(Object.entries(chosen)) }, morning)
}

async function standing() {
  const report = await db.selectFrom('progress_report').select('id').where('period_id', '=', period).executeTakeFirst()
  return report === undefined ? new Map() : entriesOf(db, report.id)
}

type Typed = [target: string, text: string, version?: number, note?: string]

const save = (cells: readonly Typed[], actor = cast.binh) => {
  const typed = cells.map(([target, text, version = 0, note]) => ({ target, text, version, note, isMeant: false }))
  return saveEntries(db, actor, { period, unit: unit(), cells: typed }, morning)
}

const filled = { A1: { F: 1234.5, G: '=HYPERLINK("x")' }, A2: { F: 0.855 }, A3: { F: 'Có' }, A4: { F: 'tốt' } }

describe('a report by workbook', () => {
  test('goes out, is filled in, and only what changed is entered, with its notes', async () => {
    await begin()
    await save([[ids.day, '31/01/2023']])
    const workbook = await upload(await editWorkbook(await download(), { ...filled, A5: { G: 'đã xong' } }))
    expect((await cellsIn(workbook)).map(({ address, judged }) => `${address} ${judged.outcome}`)).toEqual([
      'F7 change',
      'F8 change',
      'F9 change',
      'F10 change',
      'F11 change',
    ])
    expect((await standing()).size).toBe(1)
    await confirm(workbook)
    const now = await standing()
    expect([ids.people, ids.share, ids.held, ids.rank].map((id) => now.get(id)?.value)).toEqual([
      '1234.5',
      '85.5',
      '1',
      '2',
    ])
    expect(now.get(ids.people)).toMatchObject({ note: '=HYPERLINK("x")', entered_by: cast.binh.account })
    expect(now.get(ids.day)).toMatchObject({ value: '19388', note: 'đã xong', version: 2 })
    expect(await workbookById(db, workbook)).toMatchObject({ state: 'applied', applied: 5 })
  })

  test('that nothing was changed in is told so, and an emptied cell is a figure taken away', async () => {
    await begin()
    await save([
      [ids.people, '12'],
      [ids.share, '85,5', 0, '- hai gạch'],
      [ids.rank, 'Khá'],
      [ids.held, 'không'],
    ])
    const bytes = await download()
    await expect(upload(bytes)).rejects.toThrow('workbook.unchanged')
    const workbook = await upload(await editWorkbook(bytes, { A1: { F: null } }))
    await confirm(workbook)
    expect((await standing()).get(ids.people)?.value).toBe(null)
    expect((await standing()).get(ids.share)).toMatchObject({ value: '85.5', version: 1 })
  })

  test('shows a conflict, and enters it as chosen', async () => {
    await begin()
    await save([
      [ids.people, '12'],
      [ids.share, '80'],
    ])
    const bytes = await download()
    const officer = await addOfficer(db, 'Phan Thị Lụa', unit())
    await save(
      [
        [ids.people, '15', 1],
        [ids.share, '90', 1],
      ],
      officer,
    )
    const workbook = await upload(await editWorkbook(bytes, { A1: { F: 14 }, A2: { F: 0.9 }, A3: { F: 'Có' } }))
    const [people, share] = await cellsIn(workbook)
    expect(people).toMatchObject({
      sent: { value: '12' },
      judged: { outcome: 'conflict', figure: { value: '14' } },
      now: { value: '15', by: 'Phan Thị Lụa' },
    })
    expect(share?.judged.outcome).toBe('same')
    await expect(confirm(workbook)).rejects.toThrow('workbook.choicesLeft')
    await confirm(workbook, { [ids.people]: 'file' })
    expect((await standing()).get(ids.people)).toMatchObject({ value: '14', version: 3 })
    expect(await workbookById(db, workbook)).toMatchObject({ applied: 2 })
  })

  test('keeps what stands where that is chosen, and a note of one beside a figure of another', async () => {
    await begin()
    await save([
      [ids.people, '12'],
      [ids.share, '80'],
    ])
    const bytes = await download()
    await save([
      [ids.people, '15', 1],
      [ids.share, '90', 1],
    ])
    const workbook = await upload(await editWorkbook(bytes, { A1: { F: 14 }, A2: { G: 'ước tính' } }))
    await confirm(workbook, { [ids.people]: 'standing' })
    expect((await standing()).get(ids.people)).toMatchObject({ value: '15', version: 2 })
    expect((await standing()).get(ids.share)).toMatchObject({ value: '90', note: 'ước tính', version: 3 })
  })

  test('is not confirmed unseen: who wrote since the preview is not overwritten', async () => {
    await begin()
    const workbook = await upload(await editWorkbook(await download(), { A1: { F: 14 } }))
    const seen = seenOf(await cellsIn(workbook))
    await save([[ids.people, '15']])
    const input = { workbook, seen, chosen: new Map([[ids.people, 'file' as const]]) }
    await expect(confirmWorkbook(db, cast.binh, input, morning)).rejects.toThrow('workbook.changedSince')
  })

  test('tells of each cell what is wrong with it, and enters the others', async () => {
    await begin()
    const bytes = await editWorkbook(await download(), {
      A1: { F: 'mười' },
      A2: { F: { error: '#REF!' } },
      A3: { F: 'x' },
    })
    const workbook = await upload(bytes)
    expect((await cellsIn(workbook)).map(({ judged }) => judged)).toMatchObject([
      { outcome: 'fault', key: 'notANumber' },
      { outcome: 'broken', key: 'sheet.cellError', values: { error: '#REF!' } },
      { outcome: 'change' },
    ])
    await confirm(workbook)
    expect([...(await standing()).keys()]).toEqual([ids.held])
    const again = await upload(await editWorkbook(bytes, { A1: { F: 10 }, A2: { F: null } }))
    await confirm(again)
    expect((await standing()).get(ids.people)?.value).toBe('10')
    expect((await standing()).get(ids.held)?.version).toBe(1)
  })

  test('is read with rows moved, deleted and added', async () => {
    await begin()
    const order = ['A3', 'A1', 'A9', 'A1']
    const workbook = await upload(
      await editWorkbook(await download(), { A1: { F: 5 }, A9: { F: 1 } }, { order, sheet: 'Khác' }),
    )
    expect((await cellsIn(workbook)).map(({ address }) => address)).toEqual(['F8'])
    expect(await workbookById(db, workbook)).toMatchObject({
      gone: 3,
      strays: [
        { number: 9, key: 'A9', fault: 'unknown' },
        { number: 10, key: 'A1', fault: 'twice' },
      ],
    })
  })

  test('is read after LibreOffice has saved it', async () => {
    await begin()
    await save([
      [ids.people, '1234,5', 0, 'dòng một\nhai'],
      [ids.share, '33,3'],
      [ids.rank, 'Khá'],
      [ids.day, '28/02/2023'],
    ])
    const folder = await mkdtemp(join(tmpdir(), 'gu-calc-'))
    const places = [
      `-env:UserInstallation=file://${folder}/p`,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      `${folder}/ve`,
    ]
    await writeFile(join(folder, 'di.xlsx'), await download())
    await run('soffice', [...places, join(folder, 'di.xlsx')])
    const bytes = await readFile(join(folder, 've', 'di.xlsx'))
    await rm(folder, { recursive: true })
    await expect(upload(bytes)).rejects.toThrow('workbook.unchanged')
  }, 60_000)

  test('of another unit, period, year, tenant or installation, or without its stamp, is refused in words', async () => {
    await begin()
    const bytes = await editWorkbook(await download(), { A1: { F: 5 } })
    const other = cast.units[1] ?? ''
    await assign(db, ids.people, { unit: other })
    const leader = cast.leaders[1] ?? cast.binh
    await expect(upload(bytes, { unit: other, actor: leader })).rejects.toThrow('workbook.otherUnit')
    await expect(upload(bytes, { tenant: 'ninh_binh' })).rejects.toThrow('workbook.otherTenant')
    await expect(upload(bytes, { secretKey: 'khác' })).rejects.toThrow('sheet.foreignStamp')
    await expect(upload(await editWorkbook(bytes, {}, { stamp: '' }))).rejects.toThrow('sheet.noStamp')
    period = await addPeriod(db, cast.blocYear, january)
    await expect(upload(bytes)).rejects.toThrow('workbook.otherPeriod')
    await begin()
    await expect(upload(bytes)).rejects.toThrow('workbook.otherYear')
  })

  test('is undone as a whole, except where somebody wrote since; and may come again', async () => {
    await begin()
    await save([[ids.people, '12', 0, 'cũ']])
    const bytes = await editWorkbook(await download(), { A1: { F: 14, G: 'mới' }, A2: { F: 0.5 }, A3: { F: 'Có' } })
    const workbook = await upload(bytes)
    await confirm(workbook)
    await save([[ids.share, '60', 1]])
    await undoWorkbook(db, cast.binh, { workbook }, morning)
    const now = await standing()
    expect(now.get(ids.people)).toMatchObject({ value: '12', note: 'cũ' })
    expect(now.get(ids.share)?.value).toBe('60')
    expect(now.get(ids.held)?.value).toBe(null)
    expect((await cellsIn(workbook)).map(({ written }) => written?.isGivenBack)).toEqual([true, false, true])
    await expect(undoWorkbook(db, cast.binh, { workbook }, morning)).rejects.toThrow('workbook.notEntered')
    expect(sha256Of(await files.get((await workbookById(db, workbook)).file_sha256))).toBe(sha256Of(bytes))
    expect(await upload(bytes)).not.toBe(workbook)
  })

  test('is entered once, whoever presses twice', async () => {
    await begin()
    const workbook = await upload(await editWorkbook(await download(), { A1: { F: 14 } }))
    const both = await Promise.allSettled([confirm(workbook), confirm(workbook)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await standing()).get(ids.people)?.version).toBe(1)
  })

  test('that is set aside enters nothing', async () => {
    await begin()
    const workbook = await upload(await editWorkbook(await download(), { A1: { F: 14 } }))
    await withdrawWorkbook(db, cast.binh, { workbook }, morning)
    await expect(confirm(workbook)).rejects.toThrow('workbook.decided')
    expect((await standing()).size).toBe(0)
  })

  test('is for the unit itself, while its period takes figures and its report is not sent', async () => {
    await begin()
    const bytes = await editWorkbook(await download(), { A1: { F: 14 } })
    for (const stranger of [cast.an, cast.chi, cast.dung, cast.em]) {
      await expect(download(stranger)).rejects.toThrow('not-allowed')
      await expect(upload(bytes, { actor: stranger })).rejects.toThrow('not-allowed')
    }
    const workbook = await upload(bytes)
    await expect(confirm(workbook, {}, cast.an)).rejects.toThrow('not-allowed')
    await expect(withdrawWorkbook(db, cast.an, { workbook }, morning)).rejects.toThrow('not-allowed')
    await db
      .updateTable('progress_report')
      .set({ state: 'sent', sent_at: morning })
      .where('period_id', '=', period)
      .execute()
    await expect(upload(bytes)).rejects.toThrow('workbook.notOpen')
    await expect(confirm(workbook)).rejects.toThrow('reporting.notOpen')
    await db.updateTable('progress_report').set({ state: 'open' }).where('period_id', '=', period).execute()
    const closed = { state: 'closed', closed_at: morning, closed_by: cast.an.account } as const
    await db.updateTable('report_period').set(closed).where('id', '=', period).execute()
    await expect(upload(bytes)).rejects.toThrow('reporting.periodClosed')
  })
})
