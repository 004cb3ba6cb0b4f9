import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import exceljs from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { closeMonth } from '#domains/voices/months/close-month.ts'
import { hear } from '#domains/voices/months/testing/heard.ts'
import { addTopic } from '#domains/voices/topics/add-topic.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { projectRoot } from '#platform/project-root.ts'
import { makeCast, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { addEdition } from './add-edition.ts'
import { confirmEdition } from './confirm-edition.ts'
import { issueExport, type IssueExport } from './issue-export.ts'
import { exchangePaths } from './paths.ts'
import { exchangeField, formats, lineSchema, sources } from './profile.ts'
import { editionOn, editions, editionsOf } from './queries.ts'
import { exchangeRoutes } from './routes.tsx'
import { vi } from './words.vi.ts'

const march = new Date('2023-03-06T08:00:00+07:00')
const env = { now: march, tenant: 'Tỉnh Nam Định', origin: 'http://namdinh.test' }
const january = { from: '2023-01-01', to: '2023-01-31' }

let db: Db
let cast: Cast
let web: ReturnType<typeof openTestWeb>
const authority = () => ({ ...cast.dung, steppedUpAt: march })
const administrator = () => ({ ...cast.em, steppedUpAt: march })

beforeAll(async () => {
  db = (await testDatabase()).db
  cast = await makeCast(db)
  web = openTestWeb(db, exchangeRoutes, march)
})

const fileShape = z.looseObject({
  profile: z.string(),
  edition: z.number(),
  verified: z.boolean(),
  period: z.object({ from: z.string(), to: z.string() }),
  made_at: z.iso.datetime(),
  tenant: z.string(),
  count: z.number(),
  missing: z.array(z.object({ field: z.string(), lines: z.array(z.number()) })),
  lines: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
})

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

async function jsonOf(code: string, period = january) {
  const { bytes } = await issueExport(db, authority(), { code, form: 'json', ...period }, env)
  return { raw: text(bytes), bytes, file: fileShape.parse(JSON.parse(text(bytes))) }
}

/** Opinions of January: roads eight, three of them public; wages two, one public; one public but confidential. */
async function heardJanuary() {
  const add = (name: string) => addTopic(db, cast.an, { blocYear: cast.blocYear, name }, march)
  const [roads, wages] = [await add('Đường sá'), await add('Tiền lương')]
  const of = { day: '2023-01-10', place: 'Xã A' }
  await hear(db, cast, { ...of, topic: roads, count: 5 })
  const open = await hear(db, cast, { ...of, topic: roads, count: 3, isPublic: true, state: 'answered' })
  await hear(db, cast, { ...of, topic: wages, count: 1, place: 'Thôn Vắng' })
  const few = await hear(db, cast, { ...of, topic: wages, count: 1, isPublic: true, state: 'answered' })
  await hear(db, cast, { ...of, topic: null, count: 6, place: 'Xã B' })
  const change = (
    id: string | undefined,
    values: { way?: 'anonymous' | 'confidential'; source?: 'public'; text?: string },
  ) =>
    db
      .updateTable('opinion')
      .set(values)
      .where('id', '=', id ?? '')
      .execute()
  // Without a name, and with words in what came that nobody else may read.
  await change(open[0], { way: 'anonymous', source: 'public', text: 'Tôi là Lụa ở ngõ 5' })
  await db
    .updateTable('opinion')
    .set({ code_sha256: 'a'.repeat(64) })
    .where('id', '=', open[0] ?? '')
    .execute()
  await change(open[2], { way: 'confidential', text: 'Xin giữ kín tên Hiền' })
  await db
    .insertInto('opinion_sender')
    .values({ opinion_id: open[2] ?? '', way: 'confidential', name: 'Phạm Thị Hiền', contact: '0912345678' })
    .execute()
  for (const id of [open[0], few[0]]) {
    await db
      .insertInto('opinion_answer')
      .values({
        id: newId(),
        opinion_id: id ?? '',
        unit_id: cast.units[0] ?? '',
        text: '=Đã sửa đường',
        state: 'published',
        written_by: cast.binh.account,
        written_by_name: cast.binh.name,
        written_at: march,
        published_by: cast.an.account,
        published_by_name: cast.an.name,
        published_at: march,
      })
      .execute()
  }
  const slugs = await db
    .selectFrom('opinion')
    .select(['id', 'slug'])
    .where('id', 'in', [...open, ...few])
    .execute()
  const slugOf = (id: string | undefined) => slugs.find((row) => row.id === id)?.slug ?? ''
  await closeMonth(db, cast.an, { blocYear: cast.blocYear, month: '2023-01-01' }, march)
  return { told: [slugOf(open[0]), slugOf(open[1])], confidential: slugOf(open[2]), few: slugOf(few[0]), ids: open }
}

async function addDeed(name: string, number: string | null) {
  const id = newId()
  const document = {
    document_name: name,
    document_number: number,
    document_on: '2023-01-05',
    document_issuer: 'UBND tỉnh',
  }
  await db
    .insertInto('deed')
    .values({
      id,
      kind: 'dissolve',
      effective_on: '2023-01-15',
      ...document,
      recorded_by: cast.dung.account,
      recorded_at: march,
    })
    .execute()
  const party = { deed_id: id, side: 'before' as const, position: 1, unit_id: cast.outsideUnit, name: 'Sở Y tế' }
  await db.insertInto('deed_party').values(party).execute()
}

const rowsOf = async (bytes: Uint8Array) => {
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]
  return sheet?.getRows(1, sheet.rowCount)?.map(({ values }) => (values as unknown[]).slice(1)) ?? []
}

describe('what came with the program', () => {
  test('is unverified, whole, and described field by field in the documents', async () => {
    const shipped = (await editions(db)).filter(({ entered_by, edition }) => entered_by === null && edition === 1)
    expect(shipped.length).toBeGreaterThanOrEqual(6)
    const page = readFileSync(new URL('docs/exchange.md', projectRoot()), 'utf8')
    for (const { code, kind, fields, verified_at: verified } of shipped) {
      expect(verified).toBeNull()
      expect(z.array(exchangeField).safeParse(fields).error).toBeUndefined()
      expect(fields.filter(({ source }) => !(source in sources[kind]))).toEqual([])
      const lines = fields.map(
        ({ key, label, source, format, required }) =>
          `| \`${key}\` | ${label} | \`${source}\` | ${format} | ${required ? 'yes' : 'no'} |`,
      )
      expect(page).toContain(`### \`${code}\``)
      expect(page).toContain(lines.join('\n'))
    }
    expect(formats.filter((format) => !page.includes(`\`${format}\``))).toEqual([])
  })
})

describe('a file', () => {
  test('of opinions holds what a digest might quote, and nothing of who sent it', async () => {
    const { told, confidential, few, ids } = await heardJanuary()
    const { raw, file } = await jsonOf('mat-tran-so-y-kien')
    const ours = file.lines.filter(({ ma_y_kien: code }) => told.includes(String(code)))
    expect(ours).toHaveLength(2)
    expect(ours.find(({ ma_y_kien: code }) => code === told[0])).toMatchObject({
      tieu_de: 'Đường liên thôn xuống cấp',
      noi_dung: 'Đề nghị sửa đường',
      chu_de: 'Đường sá',
      ngay_nhan: '2023-01-10',
      dia_ban: 'Xã A',
      don_vi_tra_loi: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
      tra_loi: '=Đã sửa đường',
      dia_chi: `http://namdinh.test/y-kien/${told[0]}`,
    })
    // Confidential; about a topic that is not told; as it came, by whom, by which code and place.
    const secrets = [confidential, few, 'Lụa', 'Hiền', '0912345678', 'aaaaaaaa', 'Thôn Vắng', ...ids]
    expect(secrets.filter((secret) => raw.includes(secret))).toEqual([])
    // The second has no answer in words: said at the head, and not in keeping with the schema.
    const second = file.lines.findIndex(({ ma_y_kien: code }) => code === told[1]) + 1
    expect(file.missing.find(({ field }) => field === 'tra_loi')?.lines).toContain(second)
    const schema = lineSchema(editionOn(await editionsOf(db, 'mat-tran-so-y-kien'), '2023-03-06').fields)
    expect(ours.map((line) => schema.safeParse(line).success).filter(Boolean)).toHaveLength(1)
  })

  test('of figures holds those of closed months as they were kept, for whole months alone', async () => {
    const { file } = await jsonOf('mat-tran-so-so-lieu')
    const roads = file.lines.filter(({ muc }) => muc === 'Đường sá')
    expect(roads.map(({ cach_chia: by, so_y_kien: count, nguong: least }) => [by, count, least])).toEqual([
      ['chủ đề', 8, 5],
    ])
    expect(JSON.stringify(file)).not.toContain('Tiền lương')
    expect(file.lines.every(({ so_y_kien: count }) => count === 0 || Number(count) >= 5)).toBe(true)
    const part = await jsonOf('mat-tran-so-so-lieu', { from: '2023-01-02', to: '2023-01-31' })
    expect(part.file.lines).toEqual([])
  })

  test('of digests and of results holds what was sent and made final', async () => {
    const sent = { sent_by: cast.an.account, sent_by_name: cast.an.name, sent_at: march }
    const kept = {
      started_by: cast.binh.account,
      started_at: march,
      finished_by: cast.binh.account,
      finished_at: march,
    }
    const head = { from_on: '2023-01-01', to_on: '2023-01-31', issuer: 'Khối thi đua', dated_on: '2023-03-01' }
    const [digest, round] = [newId(), newId()]
    const paper = { paper: '{}', paper_sha256: 'b'.repeat(64), state: 'sent', kind: 'monthly' } as const
    const clause = { digest_id: digest, section: 'general' as const, changed_at: march }
    await db
      .insertInto('voice_digest')
      .values({ id: digest, bloc_year_id: cast.blocYear, ...head, ...kept, ...sent, ...paper })
      .execute()
    await db
      .insertInto('voice_digest_clause')
      .values({ id: newId(), ...clause, position: 1, text: 'Tháng này có 16 ý kiến.' })
      .execute()
    const { file } = await jsonOf('mat-tran-so-bao-cao', { from: '2023-03-06', to: '2023-03-06' })
    const ours = file.lines.filter(({ ma_bam: hash }) => hash === 'b'.repeat(64))
    expect(ours).toMatchObject([{ noi_dung: 'Tháng này có 16 ý kiến.', ngay_van_ban: '2023-03-01', nguoi_ky: null }])

    await db
      .insertInto('scoring_round')
      .values({
        id: round,
        bloc_year_id: cast.blocYear,
        name: 'Đợt thử',
        has_cross: false,
        self_due_on: '2023-02-01',
        verify_due_on: '2023-02-10',
        petition_days: 3,
        created_by: cast.an.account,
        created_at: march,
      })
      .execute()
    const unit = { unit: cast.headUnit, name: 'Hội LHPN tỉnh', total: '97.25', max: '100', rank: 1, class: 'Tốt' }
    const content = JSON.stringify({ units: [{ ...unit, percent: null, titles: ['Cờ thi đua'] }], ties: [] })
    const made = { made_by: cast.an.account, made_by_name: cast.an.name, made_at: march }
    for (const [number, kind] of [
      [1, 'provisional'],
      [2, 'final'],
    ] as const) {
      await db
        .insertInto('scoring_result')
        .values({ id: newId(), round_id: round, number, kind, content, content_sha256: 'c'.repeat(64), ...made })
        .execute()
    }
    const results = await jsonOf('csdl-tdkt-ket-qua', { from: '2023-03-06', to: '2023-03-06' })
    expect(results.file.lines.filter(({ dot }) => dot === 'Đợt thử')).toMatchObject([
      { don_vi: 'Hội LHPN tỉnh', tong_diem: 97.25, xep_hang: 1, danh_hieu: 'Cờ thi đua', ngay_cong_bo: '06/03/2023' },
    ])
    const earlier = await jsonOf('csdl-tdkt-ket-qua', { from: '2023-03-01', to: '2023-03-05' })
    expect(earlier.file.lines.filter(({ dot }) => dot === 'Đợt thử')).toEqual([])
  })

  test('of deeds says what is missing, before and in it, and is the same as a workbook without formulas', async () => {
    await addDeed('=Quyết định thử', '12/QĐ-UBND')
    await addDeed('Quyết định chưa rõ số', null)
    const { file, bytes } = await jsonOf('csdl-tdkt-to-chuc')
    const at = file.lines.findIndex(({ ten_van_ban: name }) => name === 'Quyết định chưa rõ số') + 1
    expect(file).toMatchObject({ profile: 'csdl-tdkt-to-chuc', edition: 1, verified: false, period: january })
    expect(file.count).toBe(file.lines.length)
    expect(file.missing.find(({ field }) => field === 'so_ky_hieu')?.lines).toContain(at)
    expect(file.lines[at - 1]).toMatchObject({ ngay_hieu_luc: '15/01/2023', don_vi_truoc: 'Sở Y tế', don_vi_sau: null })

    const book = await issueExport(db, authority(), { code: 'csdl-tdkt-to-chuc', form: 'xlsx', ...january }, env)
    const [head, labels, ...rows] = await rowsOf(book.bytes)
    expect(String(head?.[0])).toContain(vi.unverified)
    expect(String(head?.[0])).toContain('Thiếu “Số, ký hiệu” ở dòng')
    expect(labels?.slice(0, 2)).toEqual(['Tên văn bản', 'Số, ký hiệu'])
    expect(rows).toHaveLength(file.count)
    expect(rows.map(([name]) => name)).toContain("'=Quyết định thử")

    const { id } = editionOn(await editionsOf(db, 'csdl-tdkt-to-chuc'), '2023-03-06')
    const [, said] = await historyOf(db, id)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(said).toMatchObject({ action: 'exchange.exported', facts: { ...january, count: file.count, sha256 } })

    const asked = await web.as(authority()).get(exchangePaths.period('csdl-tdkt-to-chuc', january))
    expect([asked.text.includes(vi.missing), asked.text.includes('Tải về JSON')]).toEqual([true, true])
    const unsaid = await web.as(cast.dung).get(exchangePaths.period('csdl-tdkt-to-chuc', january))
    expect([unsaid.text.includes(vi.sayPassword), unsaid.text.includes('Tải về JSON')]).toEqual([true, false])
    const sent = await web
      .as(authority())
      .post(exchangePaths.download('csdl-tdkt-to-chuc'), { ...january, form: 'json' })
    expect([sent.status, sent.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(fileShape.parse(JSON.parse(sent.text)).lines).toEqual(file.lines)
  })

  test('is for the authority, after the password, of a period that is over', async () => {
    const asked: IssueExport = { code: 'mat-tran-so-y-kien', form: 'json', ...january }
    for (const other of [cast.an, cast.binh, cast.chi, cast.em]) {
      await expect(issueExport(db, { ...other, steppedUpAt: march }, asked, env)).rejects.toThrow('not-allowed')
    }
    const deeds = { ...asked, code: 'lgsp-quyet-dinh' }
    await expect(issueExport(db, administrator(), deeds, env)).resolves.toBeDefined()
    await expect(issueExport(db, { ...cast.dung, steppedUpAt: null }, asked, env)).rejects.toThrow('step-up')
    const turned = { ...asked, from: '2023-02-01' }
    await expect(issueExport(db, authority(), turned, env)).rejects.toMatchObject({
      key: 'exchange.endsBeforeItBegins',
    })
    const coming = { ...asked, to: '2023-03-07' }
    await expect(issueExport(db, authority(), coming, env)).rejects.toMatchObject({ key: 'exchange.inFuture' })
    const path = exchangePaths.profile('mat-tran-so-y-kien')
    expect((await web.as(administrator()).get(`${path}?tu=01/01/2023&den=31/01/2023`)).text).toContain(vi.notYours)
    expect((await web.as(authority()).get(`${path}?tu=x&den=31/01/2023`)).text).toContain('error')
    expect((await web.as(cast.an).get(path)).status).toBe(403)
    expect((await web.as(cast.dung).get(exchangePaths.profile('khong-co'))).status).toBe(404)
  })
})

describe('an edition', () => {
  const code = 'lgsp-quyet-dinh'
  const given = { code, name: 'Quyết định', receiver: 'LGSP', source: 'Công văn 5/STTTT', fromOn: '2023-03-01' }
  const field = { key: 'so', label: 'Số', source: 'document_number', format: 'text', required: true }
  const add = (fields: unknown, actor = authority(), more: object = {}) =>
    addEdition(db, actor, { ...given, fields: JSON.stringify(fields), ...more }, march)

  test('is refused with a sentence for each fault', async () => {
    await expect(add([field], administrator())).rejects.toThrow('not-allowed')
    const faults = [
      [[{ ...field, source: 'sender' }], 'unknownSource'],
      [[field, field], 'keyTwice'],
      [[{ ...field, format: 'number' }], 'wrongFormat'],
      [[{ ...field, more: 1 }], 'badField'],
      [[], 'noList'],
    ] as const
    for (const [fields, key] of faults) await expect(add(fields)).rejects.toMatchObject({ key: `exchange.${key}` })
    await expect(add([field], authority(), { fields: '{' })).rejects.toMatchObject({ key: 'exchange.notJson' })
    const early = { fromOn: '2000-01-01' }
    await expect(add([field], authority(), early)).rejects.toMatchObject({ key: 'exchange.fromTooEarly' })
    const posted = await web.as(authority()).post(exchangePaths.edition(code), {
      ...given,
      fields: JSON.stringify([{ ...field, source: 'sender' }]),
    })
    expect([posted.status, posted.text.includes('không có nguồn “sender”')]).toEqual([422, true])
  })

  test('takes over on its day, once, and is verified by another person than who entered it', async () => {
    const both = await Promise.allSettled([add([field]), add([field])])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const all = await editionsOf(db, code)
    expect([editionOn(all, '2023-02-28').edition, editionOn(all, '2023-03-01').edition]).toEqual([1, 2])
    expect(Object.keys((await jsonOf(code)).file.lines[0] ?? {})).toEqual(['so'])
    const input = { edition: all[0].id, source: 'Biên bản đối chiếu 07/BB' }
    await expect(confirmEdition(db, authority(), input, march)).rejects.toThrow('not-allowed')
    await expect(confirmEdition(db, cast.em, input, march)).rejects.toThrow('not-allowed')
    const second = { ...(await makeCast(db)).dung, steppedUpAt: march }
    const confirmed = await web.as(second).post(exchangePaths.confirmation(code), input)
    expect(confirmed.status).toBe(303)
    await expect(confirmEdition(db, second, input, march)).rejects.toMatchObject({ key: 'exchange.isVerified' })
    expect((await jsonOf(code)).file.verified).toBe(true)
    expect((await web.as(second).get(exchangePaths.profile(code))).text).toContain('Biên bản đối chiếu 07/BB')
    const schema = await web.as(second).get(exchangePaths.schema(code))
    expect(JSON.parse(schema.text)).toMatchObject({ required: ['so'], additionalProperties: false })
    expect((await web.as(cast.em).get(exchangePaths.list)).text).toContain(vi.unverified)
  })
})
