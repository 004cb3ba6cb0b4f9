import { expect, test } from 'vitest'
import { makeCast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { announce } from '../../../app/announce.ts'
import { petitionPaths } from '../petitions/paths.ts'
import { petitionRoutes } from '../petitions/routes.tsx'
import { scoredRound, type Given } from '../testing/scored-round.ts'
import { resultPaths } from './paths.ts'
import { resultRoutes } from './routes.tsx'
import { vi } from './words.vi.ts'

const level: Given = [
  ['9', '5', '0'],
  ['9', '5', '0'],
  ['8', '5', '0'],
  ['7', '5', '0'],
  ['6', '5', '0'],
  ['5', '0', '0'],
]

async function open() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const { round, sheets } = await scoredRound(db, cast, level)
  const web = openTestWeb(db, [...resultRoutes({ announce }), ...petitionRoutes()])
  return { cast, sheets, web, at: [cast.blocSlug, '2023', round] as const }
}

test('the head walks from the closing screen over a tie and a petition to what members read', async () => {
  const { cast, sheets, web, at } = await open()
  const [one = '', other = ''] = cast.units
  const head = web.as(cast.an)
  const asked = await head.get(resultPaths.closing(...at))
  expect(asked.text).toContain('name="units.0"')
  expect(asked.text).toContain('name="units.1"')
  const decision = { 'units.0': other, 'units.1': one, reason: 'Nhiệm vụ chính trị tốt hơn' }
  const same = await head.post(resultPaths.tie(...at), { ...decision, 'units.1': other })
  expect([same.status, same.text.includes(vi.violations.sameUnitTwice)]).toEqual([422, true])
  const without = await head.post(resultPaths.tie(...at), { ...decision, reason: '' })
  expect([without.status, without.text.includes(`value="${other}" selected`)]).toEqual([422, true])
  expect((await web.as(cast.binh).post(resultPaths.tie(...at), decision)).status).toBe(403)
  expect((await head.post(resultPaths.tie(...at), decision)).location).toBe(resultPaths.closing(...at))
  const { text } = await head.get(resultPaths.closing(...at))
  expect(text).not.toContain('name="units.0"')
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
  expect((await head.post(resultPaths.announcement(...at), { version })).location).toBe(resultPaths.result(...at))

  const member = web.as(cast.leaders[1] ?? null)
  expect((await member.get(resultPaths.result(...at))).text).toContain(vi.kinds.provisional)
  const wish = { unit: other, sheet: sheets[0] ?? '', code: '', wanted: '', text: '' }
  expect((await member.post(petitionPaths.file(...at), wish)).status).toBe(422)
  const filed = await member.post(petitionPaths.file(...at), { ...wish, text: 'Xem lại minh chứng' })
  expect(filed.status).toBe(303)
  expect((await head.get(filed.location ?? '')).text).toContain('Xem lại minh chứng')
})
