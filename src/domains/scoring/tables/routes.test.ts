import { beforeAll, expect, test } from 'vitest'
import { makeCast, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestWeb, type Answer } from '../../../../test/web.ts'
import { scoreTables } from '../../../../db/seed/score-tables.ts'
import { makeWorkbook } from '#capabilities/spreadsheets/testing/workbook.ts'
import type { Db } from '#platform/database/database.ts'
import { ruleForms } from '../table-editor/rule-forms.ts'
import { readRule, typeRule } from '../table-editor/rule-draft.ts'
import { vi as editor } from '../table-editor/words.vi.ts'
import { vi as reading } from '../table-import/words.vi.ts'
import { tablePaths, type VersionAt } from './paths.ts'
import { versionByNumber } from './queries.ts'
import { tableRoutes } from './routes.tsx'
import { nodesOf } from './table-tree.ts'

let db: Db
let cast: Cast
let web: ReturnType<typeof openTestWeb>
let at: VersionAt

beforeAll(async () => {
  ;({ db } = await testDatabase())
  cast = await makeCast(db)
  web = openTestWeb(db, tableRoutes({ templates: scoreTables }))
  const form = { from: 'template.mttq', code: 'BD-2023', title: 'Bảng điểm năm 2023' }
  await web.as(cast.an).post(tablePaths.add(cast.blocSlug), form)
  at = [cast.blocSlug, 'BD-2023', '1']
})

const draft = () => versionByNumber(db, cast.bloc, 'BD-2023', 1)
const edition = async () => String((await draft()).edition)
const codes = async () => nodesOf((await draft()).content.sections).map(({ node }) => node.code)
const told = ({ status, location }: Answer) => [status, location]

test('the tree is kept with buttons alone: a node is added, moved and deleted, and the page goes to it', async () => {
  const act = async (asked: string) =>
    web.as(cast.an).post(tablePaths.tree(...at), { edition: await edition(), act: asked })
  expect(told(await act('after 1.1.4'))).toEqual([303, `${tablePaths.version(...at)}#muc-1.1.5`])
  expect((await codes()).slice(0, 8)).toEqual(['I', 'I.1', 'I.1.1', 'I.1.2', 'I.1.3', 'I.1.4', 'I.1.5', 'I.2'])
  expect(told(await act('up 1.1.5'))).toEqual([303, `${tablePaths.version(...at)}#muc-1.1.4`])
  const refused = await act('in 1.1.4')
  expect([refused.status, refused.text.includes('đã có cách tính điểm')]).toEqual([422, true])
  const page = (await web.as(cast.an).get(tablePaths.version(...at))).text
  expect(page).toContain('Tiêu chí không có quy định chấm')
  const removal = tablePaths.nodeRemoval(at, '1.1.4')
  expect((await web.as(cast.an).get(removal)).text).toContain('I.1.5')
  expect((await web.as(cast.an).post(removal, { edition: await edition() })).status).toBe(303)
  expect(await codes()).not.toContain('I.1.5')
})

test('who saves on an older edition is told by whom, gets back what was typed, and saves it the second time', async () => {
  const path = tablePaths.node(at, '1.1.2')
  const node = { code: 'I.1.2', was: 'I.1.2', title: 'Tỷ lệ học chuyên đề', max: '5' }
  const old = await edition()
  expect(
    (await web.as(cast.an).post(tablePaths.node(at, '1.1.1'), { edition: old, code: 'I.1.1', title: 'A', max: '5' }))
      .status,
  ).toBe(303)
  const slower = await web.as(cast.an).post(path, { ...node, edition: old })
  expect([slower.status, slower.text.includes(editor.edit.conflict(cast.an.name))]).toEqual([409, true])
  expect(slower.text).toContain('Tỷ lệ học chuyên đề')
  const now = /name="edition" value="(?<edition>\d+)"/u.exec(slower.text)?.groups?.['edition'] ?? ''
  expect((await web.as(cast.an).post(path, { ...node, edition: now })).status).toBe(303)
  const faulty = await web
    .as(cast.an)
    .post(path, { ...node, edition: await edition(), max: 'nhiều', rest: '{"lạ": 1}' })
  expect([faulty.status, faulty.text.includes('value="nhiều"'), faulty.text.includes('id="max-error"')]).toEqual([
    422,
    true,
    true,
  ])
})

test('a rule is chosen from a list of sentences and filled in; a figure that nobody named gets a name', async () => {
  const path = tablePaths.rule(at, '1.1.4', 'moi')
  const list = (await web.as(cast.an).get(path)).text
  expect(ruleForms.every(({ says }) => list.includes(says.vi.split('“')[0] ?? ''))).toBe(true)
  expect((await web.as(cast.an).get(`${path}?kieu=tiers`)).text).toContain('name="tiers.0.from"')
  const empty = await web.as(cast.an).post(path, { edition: await edition(), kieu: 'tiers' })
  expect([empty.status, empty.text.includes('tiers.0.points-error')]).toEqual([422, true])
  const tiers = { 'tiers.0.from': '10', 'tiers.0.points': '2', 'tiers.2.below': '10', 'tiers.2.points': '0,5' }
  const saved = await web.as(cast.an).post(path, { edition: await edition(), kieu: 'tiers', ...tiers })
  expect(told(saved)).toEqual([303, tablePaths.node(at, '1.1.4')])
  const { content } = await draft()
  const node = nodesOf(content.sections).find((one) => one.node.code === 'I.1.4')?.node
  const rule = {
    rule: 'tiers',
    of: 'tc_i_1_4',
    tiers: [
      { from: 10, points: 2 },
      { below: 10, points: 0.5 },
    ],
  }
  expect(node?.rules?.[1]).toEqual(rule)
  expect(content.facts?.['tc_i_1_4']).toMatchObject({ type: 'number' })
  const gone = await web.as(cast.an).post(tablePaths.rule(at, '1.1.4', '2'), { edition: await edition(), remove: 'on' })
  expect(gone.status).toBe(303)
})

test('every rule of the shipped tables goes through its form and comes back as it was', () => {
  for (const { node } of scoreTables.flatMap(({ table }) => nodesOf(table.sections))) {
    for (const rule of node.rules ?? []) {
      const form = ruleForms.find(({ kind }) => kind === rule.rule)
      if (form === undefined) throw new Error(`no form for ${rule.rule}`)
      expect(readRule(form, typeRule(form, rule), { node, before: rule })).toEqual({ ok: true, rule })
    }
  }
})

test('sample figures give points and their reasons; a past year says what is missing, beside another version too', async () => {
  const facts = { 'fact.A.ct03_dat': '92', 'fact.A.ct02_dat': '12', 'fact.A.ct02_giao': '24', 'mark.A.I.2.3': '2,5' }
  const tried = await web.as(cast.binh).post(tablePaths.trial(...at), facts)
  expect([tried.status, tried.text.includes('2,5')]).toEqual([200, true])
  expect(tried.text).toContain('Từ 90 % đến dưới 95 %')
  const wrong = await web.as(cast.binh).post(tablePaths.trial(...at), { 'fact.A.ct03_dat': 'nhiều' })
  expect([wrong.status, wrong.text.includes('href="#fact.A.ct03_dat"')]).toEqual([422, true])
  const { id } = await draft()
  const page = (await web.as(cast.binh).get(`${tablePaths.simulation(...at)}?nam=2023&voi=${id}`)).text
  expect(page).toContain('LĐLĐ tỉnh')
  expect(page).toContain('phần đã biết')
})

test('a workbook is shown with its doubts and kept only when accepted; JSON goes out and comes in whole', async () => {
  const rows = [
    ['STT', 'Nội dung', 'Điểm'],
    ['I', 'Phần một', 10],
    ['1', 'Một', 4],
    ['3', 'Ba', 5],
  ]
  const file = new File([new Uint8Array(await makeWorkbook(rows))], 'Bảng điểm cũ.xlsx')
  const preview = await web.as(cast.an).post(tablePaths.fromWorkbook(cast.blocSlug), { file })
  expect([preview.status, preview.text.includes(reading.doubts('2'))]).toEqual([200, true])
  const hidden = (name: string) => {
    const found = new RegExp(`name="${name}" value="(?<value>[^"]*)"`, 'u').exec(preview.text)?.groups?.['value'] ?? ''
    return found.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  }
  const accepted = await web.as(cast.an).post(tablePaths.acceptance(cast.blocSlug), {
    code: 'cũ',
    title: 'Bảng cũ',
    content: hidden('content'),
    doubts: hidden('doubts'),
  })
  expect(told(accepted)).toEqual([303, tablePaths.table(cast.blocSlug, 'CU')])
  expect((await versionByNumber(db, cast.bloc, 'CU', 1)).doubts).toHaveLength(2)
  const json = (await web.as(cast.binh).get(tablePaths.json(...at))).text
  const again = { text: json.replace('"code": "BD-2023"', '"code": "BD-2024"') }
  const imported = await web.as(cast.an).post(tablePaths.fromJson(cast.blocSlug), again)
  expect(told(imported)).toEqual([303, tablePaths.table(cast.blocSlug, 'BD-2024')])
  const broken = await web.as(cast.an).post(tablePaths.fromJson(cast.blocSlug), { text: '{"format": "khác"}' })
  expect([broken.status, broken.text.includes('id="text-error"')]).toEqual([422, true])
  const other = await versionByNumber(db, cast.bloc, 'CU', 1)
  const compared = await web.as(cast.binh).get(`${tablePaths.comparison(...at)}?voi=${other.id}`)
  expect([compared.status, compared.text.includes('Mục thêm')]).toEqual([200, true])
})

test('days off are typed a line each, and the tenant’s are taken for the time in which the table is valid', async () => {
  const days = [
    { day: '2019-04-30', kind: 'off' as const, name: 'Ngày thử', source: 'Thử' },
    { day: '2019-05-04', kind: 'worked' as const, name: 'Làm bù thử', source: 'Thử' },
  ]
  await db.insertInto('holiday').values(days).execute()
  const path = tablePaths.head(...at)
  const head = async (more: object) =>
    web.as(cast.an).post(path, {
      edition: await edition(),
      title: 'Bảng điểm năm 2023',
      code: 'BD-2023',
      version: '1',
      rankBy: 'total',
      leaf: '2',
      total: '2',
      ...more,
    })
  const wrong = await head({ holidays: 'ngày lễ' })
  expect([wrong.status, wrong.text.includes('ngày lễ</textarea>')]).toEqual([422, true])
  expect((await head({ fillDays: 'on' })).text).toContain('Ghi thời gian áp dụng')
  const taken = await head({ fillDays: 'on', holidays: '02/09/2019', validFrom: '01/01/2019', validTo: '31/12/2019' })
  expect(taken.status).toBe(303)
  const { content } = await draft()
  expect([content.holidays, content.workdays]).toEqual([['2019-04-30', '2019-09-02'], ['2019-05-04']])
  expect((await web.as(cast.an).get(path)).text).toContain('30/04/2019')
})
