import { beforeAll, expect, test } from 'vitest'
import { makeCast, type Cast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { openTestWeb } from '../../../test/web.ts'
import type { Db } from '#platform/database/database.ts'
import type { TargetPieces } from './pieces.ts'
import { targetPaths } from './paths.ts'
import { targetByCode } from './queries.ts'
import { targetRoutes } from './routes.ts'
import { lockedTarget, newMembers } from './testing/locked-target.ts'
import { vi } from './words.vi.ts'

let db: Db
let cast: Cast
let at: readonly [string, string]
let web: ReturnType<typeof openTestWeb>

const pieces: TargetPieces = {
  announce: async () => {},
  template: [newMembers],
  clausesOf: async () => [],
  promisesPath: ({ bloc, slug }) => `/khoi/${bloc.slug}/${slug}/giao-uoc`,
}

beforeAll(async () => {
  ;({ db } = await testDatabase())
  cast = await makeCast(db)
  at = [cast.blocSlug, '2023']
  web = openTestWeb(db, targetRoutes(pieces))
})

test('the form asks exactly what a measure needs', async () => {
  const page = async (measure: string) => (await web.as(cast.an).get(`${targetPaths.add(...at)}?do=${measure}`)).text
  const [day, count, ofClass] = [await page('day'), await page('count'), await page('class')]
  expect([count.includes('name="measureUnit"'), count.includes('name="accumulation"')]).toEqual([true, true])
  expect([day.includes('name="measureUnit"'), day.includes('name="direction"')]).toEqual([false, false])
  expect([ofClass.includes('name="classes"'), ofClass.includes('name="formulaOf"')]).toEqual([true, false])
  expect((await web.as(cast.an).get(targetPaths.add(...at))).text).toContain(vi.chooseMeasure)
})

test('what is wrong with a card is said on its form, and nothing typed is lost', async () => {
  const typed = { measure: 'class', code: 'ct 1', name: 'Xếp loại', frequency: 'year', weight: 'nhiều', classes: 'Tốt' }
  const answer = await web.as(cast.an).post(targetPaths.add(...at), typed)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('href="#code"')
  expect(answer.text).toContain('value="nhiều"')
  const single = await web.as(cast.an).post(targetPaths.add(...at), { ...typed, code: 'ct1', weight: '1' })
  expect([single.status, single.text.includes(vi.violations.classesMissing)]).toEqual([422, true])
})

test('plans are typed as people write them; a fault stands at its cell', async () => {
  const form = { measure: 'money', code: 'tien', name: 'Vận động', frequency: 'quarter', weight: '1' }
  const added = await web.as(cast.an).post(targetPaths.add(...at), form)
  expect([added.status, added.location]).toEqual([303, targetPaths.card(...at, 'TIEN')])
  const [first = '', second = ''] = cast.units
  const given = { [`isAssigned.${first}`]: 'on', [`isAssigned.${second}`]: 'on', version: '1' }
  const wrong = await web
    .as(cast.an)
    .post(targetPaths.plan(...at, 'TIEN'), { ...given, [`planned.${second}`]: 'nhiều' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain(`id="planned.${second}-error"`)
  expect(wrong.text).toContain(vi.faults.notANumber)
  const plans = { [`planned.${first}`]: '1.234,5', [`planned.${second}`]: '1,5 tỷ' }
  const right = await web.as(cast.an).post(targetPaths.plan(...at, 'TIEN'), { ...given, ...plans })
  expect(right.status).toBe(303)
  const card = (await web.as(cast.binh).get(targetPaths.card(...at, 'TIEN'))).text
  expect(card).toContain('1.234,5 triệu đồng')
  expect(card).toContain('2.734,5 triệu đồng')
})

test('the list leaves as a workbook, and the draft waits to be put in force', async () => {
  const list = (await web.as(cast.an).get(targetPaths.list(...at))).text
  expect(list).toContain(vi.draftsWait('1'))
  const file = await web.as(cast.binh).get(targetPaths.sheet(...at))
  expect([file.status, file.text.slice(0, 2)]).toEqual([200, 'PK'])
  expect((await web.as(cast.an).post(targetPaths.adoption(...at))).status).toBe(303)
  expect((await targetByCode(db, cast.blocYear, 'TIEN')).state).toBe('in_force')
})

test('a proposal goes out with its reason, an answer comes back, and the card tells of both', async () => {
  const { code } = await lockedTarget(db, cast, { code: 'CT77' })
  const propose = targetPaths.propose(...at, code)
  const [, ...others] = cast.units
  const kept = Object.fromEntries(
    others.flatMap((unit) => [
      [`isAssigned.${unit}`, 'on'],
      [`planned.${unit}`, '10'],
    ]),
  )
  const form = { ...kept, name: newMembers.name, explanation: '' }
  const without = await web.as(cast.binh).post(propose, { ...form, reason: ' ' })
  expect([without.status, without.text.includes('href="#reason"')]).toEqual([422, true])
  const sent = await web.as(cast.binh).post(propose, { ...form, reason: 'Đã làm xong' })
  const change = sent.location ?? ''
  expect(change).toMatch(/thay-doi-chi-tieu\/[0-9a-f-]{36}$/)
  const page = (await web.as(cast.an).get(change)).text
  expect(page).toContain('name="answer"')
  const refused = await web.as(cast.an).post(`${change}/y-kien`, { unit: cast.headUnit, answer: 'refuse' })
  expect(refused.status).toBe(422)
  const answered = await web.as(cast.an).post(`${change}/y-kien`, { unit: cast.headUnit, answer: 'agree' })
  expect(answered.status).toBe(303)
  const card = (await web.as(cast.an).get(targetPaths.card(...at, code))).text
  expect(card).toContain(change)
  expect(card).toContain(`đề nghị thay đổi chỉ tiêu ${code}: Đã làm xong`)
  expect((await web.as(cast.dung).get(targetPaths.changes(...at))).text).toContain('Đã làm xong')
})
