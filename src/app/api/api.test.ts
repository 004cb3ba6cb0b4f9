import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { logKinds } from '../../../db/seed/year-template.ts'
import { issueToken } from '#domains/identity/tokens/issue-token.ts'
import { revokeToken } from '#domains/identity/tokens/revoke-token.ts'
import { tokensOf } from '#domains/identity/tokens/queries.ts'
import { startLog } from '#domains/movements/log/start-log.ts'
import { launchTestMovement } from '../../domains/movements/testing/movements.ts'
import { addPeriod, addTarget, assign, february } from '../../domains/targets/reporting/testing/months.ts'
import { dataPage } from '../../capabilities/pictures/testing/pictures.ts'
import { newId } from '#platform/id.ts'
import { makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { openApi, tokenFor } from './testing/api.ts'

async function setUp() {
  const { db, other } = await testDatabase()
  const cast = await makeCast(db)
  const { blocYear, binh } = cast
  const unit = cast.units[0] ?? ''
  const target = await addTarget(db, { blocYear, by: cast.an.account }, { code: 'CT01' })
  await assign(db, target, { unit, planned: '120' })
  await assign(db, target, { unit: cast.units[1] ?? '', planned: '80' })
  const period = await addPeriod(db, blocYear, february)
  const year = `/bloc-years/${blocYear}`
  const report = `${year}/periods/${period}/reports/${unit}`
  const token = await tokenFor(db, binh, { scope: `unit:${unit}` })
  return { db, other, cast, unit, target, period, year, report, token, api: openApi(db) }
}

const cellsOf = (target: string, text: string, version = 0) => ({ cells: [{ target, text, version }] })

describe('a token', () => {
  test('is shown once, kept as a hash, and reads what its person reads', async () => {
    const { db, cast, api, token, year, unit } = await setUp()
    const [row] = await tokensOf(db, cast.binh.account, morning)
    expect(row).toMatchObject({ name: 'Phần mềm hội viên', scope: { unit, blocYear: null }, used_at: null })
    const stored = await db
      .selectFrom('access_token')
      .selectAll()
      .where('id', '=', row?.id ?? '')
      .execute()
    expect(JSON.stringify(stored)).not.toContain(token)
    const targets = await api.get(token, `${year}/targets`)
    expect(targets).toMatchObject({ status: 200, json: { items: [{ code: 'CT01' }], next: null } })
    expect((await tokensOf(db, cast.binh.account, morning))[0]?.used_at).toEqual(morning)
  })

  test('is refused when missing, wrong, expired or revoked, in the language asked for', async () => {
    const { db, cast, api, token, year } = await setUp()
    const path = `${year}/targets`
    const missing = await api.get(null, path)
    expect(missing).toMatchObject({ status: 401, json: { key: 'tokens.missing', status: 401 } })
    expect(missing.headers.get('www-authenticate')).toBe('Bearer')
    const wrong = await api.get('giaouoc_x', path, { 'accept-language': 'en-GB,vi;q=0.5' })
    expect(wrong.json['detail']).toBe('The access token is wrong, expired or revoked.')
    const later = openApi(db, new Date('2024-01-01T00:00:01+07:00'))
    expect((await openApi(db, new Date('2023-12-31T23:59:59+07:00')).get(token, path)).status).toBe(200)
    expect(await later.get(token, path)).toMatchObject({ status: 401, json: { key: 'tokens.unknown' } })
    const [row] = await tokensOf(db, cast.binh.account, morning)
    await expect(revokeToken(db, cast.chi, { id: row?.id ?? '' }, morning)).rejects.toThrow('not-allowed')
    await revokeToken(db, cast.em, { id: row?.id ?? '' }, morning)
    expect((await api.get(token, path)).status).toBe(401)
  })

  test('reaches its unit or its bloc-year and no further, also where its person would', async () => {
    const { db, cast, api, token, year, report, period } = await setUp()
    const other = `${year}/periods/${period}/reports/${cast.units[1]}`
    expect((await api.get(token, report)).status).toBe(200)
    expect((await api.get(token, other)).status).toBe(403)
    const head = await tokenFor(db, cast.an, { scope: `year:${cast.blocYear}` })
    expect((await api.get(head, other)).status).toBe(200)
    const authority = await tokenFor(db, cast.dung, { scope: `year:${cast.blocYear}`, rights: 'read' })
    expect((await api.get(authority, `${year}/figures`)).status).toBe(200)
    const elsewhere = cast.chi.memberships[0]?.blocYear ?? ''
    const refused = await api.get(authority, `/bloc-years/${elsewhere}/targets`)
    expect(refused).toMatchObject({ status: 403, json: { key: 'tokens.outOfScope' } })
    expect((await api.get(token, `/bloc-years/${elsewhere}/targets`)).status).toBe(403)
  })

  test('of another tenant, of a role that ended or of someone who left opens nothing', async () => {
    const { db, other, cast, api, token, year } = await setUp()
    expect((await openApi(other).get(token, `${year}/targets`)).status).toBe(401)
    await db.updateTable('unit_role').set({ to_on: '2023-02-19' }).where('account_id', '=', cast.binh.account).execute()
    expect((await api.get(token, `${year}/targets`)).status).toBe(401)
    const second = await setUp()
    await db.updateTable('account').set({ state: 'closed' }).where('id', '=', second.cast.binh.account).execute()
    expect((await api.get(second.token, `${second.year}/targets`)).status).toBe(401)
  })

  test('needs the password fresh, a scope of one’s own and a day within a year', async () => {
    const { db, cast, unit } = await setUp()
    const input = { name: 'x', scope: `unit:${unit}`, rights: 'read', untilOn: '2023-12-31' } as const
    const issue = (actor: typeof cast.binh, given: object = {}) =>
      issueToken(db, actor, { ...input, ...given }, morning)
    await expect(issue({ ...cast.binh, steppedUpAt: null })).rejects.toThrow('step-up')
    await expect(issue(cast.chi)).rejects.toThrow('not-allowed')
    await expect(issue(cast.em, { scope: `year:${cast.blocYear}` })).rejects.toThrow('not-allowed')
    await expect(issue(cast.binh, { untilOn: '2023-02-19' })).rejects.toThrow('tokens.untilPast')
    await expect(issue(cast.binh, { untilOn: '2024-02-22' })).rejects.toThrow('tokens.untilTooFar')
  })

  test('that only reads writes nothing, and a cookie speaks for nobody', async () => {
    const { db, cast, api, report, target, unit, year } = await setUp()
    const reader = await tokenFor(db, cast.binh, { scope: `unit:${unit}`, rights: 'read' })
    const refused = await api.post(reader, `${report}/entries`, cellsOf(target, '5'))
    expect(refused).toMatchObject({ status: 403, json: { key: 'tokens.readOnly' } })
    const asPerson = await api.get(null, `${year}/targets`, { cookie: `cast=${cast.binh.account}` })
    expect(asPerson.status).toBe(401)
  })

  test('waits after too many requests', async () => {
    const { db, token } = await setUp()
    const api = openApi(db, morning, 2)
    for (const expected of [200, 200]) expect((await api.get(token, '/tasks')).status).toBe(expected)
    const refused = await api.get(token, '/tasks')
    expect(refused).toMatchObject({ status: 429, json: { key: 'tokens.tooFast' } })
    expect(refused.headers.get('retry-after')).toBe('300')
  })
})

describe('a write', () => {
  test('is done once for its key, also when sent twice at once, and names the token in the log', async () => {
    const { db, cast, api, token, report, target } = await setUp()
    const key = { 'idempotency-key': newId() }
    const send = () => api.post(token, `${report}/entries`, cellsOf(target, '1.234,5'), key)
    const both = await Promise.all([send(), send()])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const replayed = both.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')
    expect(replayed).toHaveLength(1)
    expect(both[0]?.json).toEqual(both[1]?.json)
    expect(both[0]?.json).toMatchObject({ cells: [{ outcome: 'applied', value: '1234.5', version: 1 }] })
    const other = await api.post(token, `${report}/entries`, cellsOf(target, '7'), key)
    expect(other).toMatchObject({ status: 422, json: { key: 'api.keyUsed' } })
    const nextDay = openApi(db, new Date(morning.getTime() + 25 * 3_600_000))
    expect((await nextDay.post(token, `${report}/entries`, cellsOf(target, '7', 1), key)).json).toMatchObject({
      cells: [{ outcome: 'applied', version: 2 }],
    })
    const sent = await api.post(token, `${report}/sending`, { missingNote: '' }, {})
    expect(sent).toMatchObject({ status: 200, json: { state: 'sent' } })
    const entry = await db
      .selectFrom('audit_entry')
      .select(['actor_name', 'facts'])
      .where('account_id', '=', cast.binh.account)
      .where('action', '=', 'report.sent')
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ actor_name: cast.binh.name, facts: { token: 'Phần mềm hội viên' } })
  })

  test('that a rule refuses leaves nothing behind and its key free', async () => {
    const { db, api, token, report, target } = await setUp()
    const key = { 'idempotency-key': 'thang-2' }
    const refused = await api.post(token, `${report}/sending`, {}, key)
    expect(refused).toMatchObject({ status: 422, json: { key: 'reporting.missingNeedsNote' } })
    const begun = await db.selectFrom('progress_report').select('id').where('unit_id', '=', report.slice(-36)).execute()
    expect(begun).toEqual([])
    await api.post(token, `${report}/entries`, cellsOf(target, '90'))
    expect((await api.post(token, `${report}/sending`, {}, key)).json['state']).toBe('sent')
    expect((await api.post(token, `${report}/sending`, {})).json['key']).toBe('reporting.alreadySent')
  })

  test('says which field is wrong, and needs its key, JSON and the version that stands', async () => {
    const { api, token, report, target } = await setUp()
    const wrong = await api.post(token, `${report}/entries`, { cells: [{ target: 'x', text: '5', version: 0 }] })
    expect(wrong).toMatchObject({ status: 422, json: { key: 'api.badContent', fields: [{ field: 'cells.0.target' }] } })
    expect((await api.post(token, `${report}/entries`, {}, { 'idempotency-key': '' })).status).toBe(400)
    expect((await api.post(token, `${report}/entries`, {}, { 'content-type': 'text/plain' })).status).toBe(415)
    await api.post(token, `${report}/entries`, cellsOf(target, '90'))
    const read = await api.get(token, report)
    const etag = read.headers.get('etag') ?? ''
    expect((await api.get(token, report, { 'if-none-match': etag })).status).toBe(304)
    const stale = await api.post(token, `${report}/sending`, {}, { 'if-match': '"99"' })
    expect(stale).toMatchObject({ status: 412, json: { key: 'api.stale' } })
    expect((await api.post(token, `${report}/sending`, {}, { 'if-match': etag })).status).toBe(200)
  })

  test('of evidence keeps the file once and cites it for a figure', async () => {
    const { api, token, year, unit, report, target } = await setUp()
    const saved = await api.post(token, `${report}/entries`, cellsOf(target, '90'))
    const form = new FormData()
    form.set('unit', unit)
    form.set('title', 'Danh sách hội viên mới')
    form.set('subject', `progress:${String(saved.json['report'])}:${target}`)
    form.set('file', new File([new Uint8Array(dataPage(['trang 1']))], 'danh-sach.pdf'))
    const first = await api.post(token, `${year}/evidence`, form)
    expect(first).toMatchObject({ status: 200, json: { medium: 'pdf', citations: [{ standing: 'waiting' }] } })
    const second = await api.post(token, `${year}/evidence`, form)
    expect(second.json['id']).toBe(first.json['id'])
    expect((await api.get(token, `${year}/evidence`)).json['items']).toHaveLength(1)
  })

  test('of what a movement brought is kept by period, and an entry of the log is taken back', async () => {
    const { db, cast, api, token, year, unit } = await setUp()
    const movement = `${year}/movements/${await launchTestMovement(db, cast)}`
    const months = { unit, startsOn: '2023-01-01', endsOn: '2023-01-31' }
    const told = { ...months, text: 'Đạt', figures: [{ name: 'Số mô hình', measure: 'mô hình', value: '12.345' }] }
    expect((await api.post(token, `${movement}/results`, told)).json['key']).toBe('participation.notJoined')
    await api.post(token, `${movement}/participations`, { unit, plan: 'Mỗi chi hội một việc' })
    const first = await api.post(token, `${movement}/results`, told)
    expect(first.json).toMatchObject({ text: 'Đạt', figures: [{ name: 'Số mô hình', value: '12.345' }] })
    expect((await api.post(token, `${movement}/results`, told)).json['key']).toBe('participation.reasonMissing')
    const wrong = { ...told, figures: [{ name: 'Số: mô hình', measure: '', value: '1' }] }
    expect((await api.post(token, `${movement}/results`, wrong)).status).toBe(422)
    expect((await api.get(token, `${movement}/results`)).json['items']).toHaveLength(1)

    const { blocYear } = cast
    await startLog(db, cast.an, { blocYear, from: 'template' }, { now: morning, template: logKinds })
    const entry = { id: newId(), unit, kind: 'news', onDay: '2023-02-10', text: 'Một tin', values: { items: '1' } }
    const kept = await api.post(token, `${year}/log-entries`, entry)
    expect(kept.status).toBe(200)
    const path = `${year}/log-entries/${String(kept.json['id'])}/withdrawal`
    expect((await api.post(token, path, { id: newId() })).status).toBe(422)
    expect((await api.post(token, path, { id: newId(), reason: 'Ghi nhầm' })).json['entry']).toBe(kept.json['id'])
    expect((await api.get(token, `${year}/log-entries`)).json['items']).toEqual([])
  })

  test('of an activity and of the log is the unit’s own', async () => {
    const { db, cast, api, token, year, unit } = await setUp()
    const plan = { title: 'Chạy bộ', startsOn: '2023-02-10', chargeUnit: unit, units: [] }
    const planned = await api.post(token, `${year}/activities`, plan)
    expect(planned).toMatchObject({ status: 200, json: { state: 'planned', units: [unit] } })
    const activity = `${year}/activities/${String(planned.json['id'])}`
    const told = { id: newId(), heldOn: '2023-02-12', participants: '120', money: '12.345', result: 'Đông vui' }
    const reported = await api.post(token, `${activity}/reports`, told, { 'if-match': '"1"' })
    expect(reported.json).toMatchObject({ state: 'reported', report: { participants: 120, money: '12.345' } })
    const moved = { ...plan, title: 'Đi bộ', version: 1 }
    const next = await api.post(token, `${year}/activities`, plan)
    const other = `${year}/activities/${String(next.json['id'])}`
    const corrected = await api.post(token, `${other}/corrections`, moved)
    expect(corrected.json).toMatchObject({ title: 'Đi bộ', version: 2 })
    expect((await api.post(token, `${other}/corrections`, moved)).status).toBe(409)
    expect((await api.post(token, `${other}/cancellation`, { reason: 'Bão' })).json['state']).toBe('cancelled')
    expect((await api.post(token, `${activity}/cancellation`, { reason: 'Bão' })).status).toBe(422)
    expect((await api.post(token, `${year}/activities`, { ...plan, chargeUnit: cast.units[1] })).status).toBe(403)
    const chi = await tokenFor(db, cast.chi, { scope: `unit:${cast.outsideUnit}` })
    expect((await api.get(chi, activity)).status).toBe(403)
    expect((await api.get(token, `${year}/log-entries`)).json).toEqual({ items: [], next: null })
  })
})

test('an address that is none answers with a problem in the language asked for', async () => {
  const { api, token, year } = await setUp()
  const path = `${year}/targets/${newId()}`
  expect((await api.get(token, path)).json).toMatchObject({ key: 'notFound', title: 'Không tìm thấy trang này' })
  expect((await api.get(token, path, { 'accept-language': 'en' })).json['title']).not.toContain('Không')
})

test('a list is read page by page, and a cursor that names nothing is refused', async () => {
  const { api, token, year } = await setUp()
  const first = await api.get(token, `${year}/members?limit=4`)
  expect(first.json['items']).toHaveLength(4)
  const second = await api.get(token, `${year}/members?limit=4&cursor=${String(first.json['next'])}`)
  expect(second).toMatchObject({ json: { next: null } })
  expect(second.json['items']).toHaveLength(2)
  expect((await api.get(token, `${year}/members?cursor=abc`)).json['key']).toBe('api.cursorGone')
  expect((await api.get(token, `${year}/members?limit=x`)).json).toMatchObject({ fields: [{ field: 'limit' }] })
})

test('every reading route answers as its document says', async () => {
  const { api, token, year, target, unit } = await setUp()
  const ids = { blocYear: year.slice(-36), target, unit }
  const asked = Object.entries(api.document.paths ?? {}).filter(
    ([path, one]) => one.get && !/period\}|movement\}|activity\}|evidence\}|round\}|version\}/.test(path),
  )
  const answers: string[] = []
  for (const [path] of asked) {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[name as keyof typeof ids])
    answers.push(`${(await api.get(token, filled)).status} ${path}`)
  }
  expect(answers.length).toBeGreaterThan(14)
  expect(answers.filter((one) => !one.startsWith('200'))).toEqual([])
})

/** What a curl line of the page sends, with the variables of the shell filled in. */
function requestOf(line: string, values: Readonly<Record<string, string>>) {
  const filled = line.replaceAll(/'?\$([A-Z]+)'?/g, (_all, name: string) => values[name] ?? '')
  const headers = [...filled.matchAll(/-H "([^:]+): ([^"]+)"/g)].map(([, name = '', value = '']) => [
    name.toLowerCase(),
    value,
  ])
  const fields = [...filled.matchAll(/-F (\w+)=(?:"([^"]*)"|(\S+))/g)].map(([, name = '', quoted, bare = '']) => {
    return [name, quoted ?? bare] as const
  })
  const path = /"http:\/\/namdinh\.test\/api\/v1([^"]+)"/.exec(filled)?.[1] ?? ''
  return {
    path,
    headers: Object.fromEntries(headers) as Record<string, string>,
    fields,
    json: /-d '(.+)' \\/.exec(filled)?.[1],
  }
}

function formOf(fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) {
    form.set(name, value.startsWith('@') ? new File([new Uint8Array(dataPage([value]))], value.slice(1)) : value)
  }
  return form
}

test('the examples of docs/api.md do what they say', async () => {
  const { cast, api, token, unit, period, target } = await setUp()
  const page = await readFile('docs/api.md', 'utf8')
  const lines = [...page.matchAll(/```sh\n([\s\S]+?)```/g)].map(([, line = '']) => line)
  const values = {
    SITE: 'http://namdinh.test',
    TOKEN: token,
    YEAR: cast.blocYear,
    PERIOD: period,
    UNIT: unit,
    TARGET: target,
  }
  const statuses: string[] = []
  for (const line of lines) {
    const { path, headers, fields, json } = requestOf(line, values)
    const content = fields.length > 0 ? formOf(fields) : json && (JSON.parse(json) as unknown)
    const answer = content ? await api.post(null, path, content, headers) : await api.get(null, path, headers)
    statuses.push(`${answer.status} ${answer.text.slice(0, answer.status === 200 ? 0 : 200)}`.trim())
  }
  expect(statuses).toEqual(lines.map(() => '200'))
  expect(lines).toHaveLength(6)
})

/** Where a schema says nothing of what it takes: neither a type, nor another schema, nor a value. */
function untyped(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties = {}, items, required: _required, ...rest } = schema as Record<string, unknown>
  const isTold = ['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'const', 'enum', 'additionalProperties'].some(
    (key) => key in rest,
  )
  const inside = Object.entries(properties as object).flatMap(([name, field]) => untyped(field, `${at}.${name}`))
  return [...(isTold ? [] : [at]), ...inside, ...(items === undefined ? [] : untyped(items, `${at}[]`))]
}

test('every field that a program sends has its type in the document', async () => {
  const { api } = await setUp()
  const paths = (api.document.paths ?? {}) as Record<string, Record<string, unknown>>
  const found = Object.entries(paths).flatMap(([path, { post }]) => {
    const { requestBody } = (post ?? {}) as { requestBody?: { content: Record<string, { schema: unknown }> } }
    return Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => untyped(schema, path))
  })
  expect(Object.keys(paths).length).toBeGreaterThan(20)
  expect(found).toEqual([])
})
