import { expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { memoryFiles } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { announce } from '../../../app/announce.ts'
import { searchSources } from '../../../app/search-sources.ts'
import { recordDeed, recordDeedInput } from '#domains/units/lineage/record-deed.ts'
import { newCode } from '#platform/id.ts'
import { paths } from '../paths.ts'
import { unitPageRoutes } from './routes.tsx'

const host = 'http://ninh-binh.test'
const hosts = async () => (tenant: string) => (tenant === 'Tỉnh Ninh Bình' ? host : undefined)

async function opened() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const deed = (input: object) => {
    const document = { documentName: 'Nghị quyết', numberUnknown: 'on', documentIssuer: 'Quốc hội' }
    const typed = recordDeedInput.parse({ ...document, effectiveOn: '2023-02-01', ...input })
    return recordDeed(db, cast.dung, typed, { now: morning, announce, files: memoryFiles() })
  }
  return { cast, deed, anyone: openTestWeb(db, unitPageRoutes({ hosts, searchSources })).as(null) }
}

test('an old name finds the unit and says who it is now, and its page tells the whole life', async () => {
  const { cast, deed, anyone } = await opened()
  const name = `Hội Hợp nhất ${newCode(8)}`
  const [one = '', two = ''] = cast.units
  const old = `Hội Cũ ${newCode(8)}`
  await deed({ kind: 'rename', before: two, afterNew: `${old}; Hội Cũ`, effectiveOn: '2022-01-01' })
  await deed({ kind: 'merge', before: `${one},${two}`, afterNew: `${name}; Hội HN` })
  const found = await anyone.get(`${paths.lookUp}?q=${old.replace('ũ', 'u').replaceAll(' ', '+')}`)
  expect(found.status).toBe(200)
  expect(found.text).toContain(`nay là ${name}`)
  const page = await anyone.get(paths.unit(two, 'một tên đã cũ'))
  expect(page.text).toContain(`Hợp nhất thành ${name}`)
  expect(page.text).toContain('Nghị quyết, chưa rõ số, của Quốc hội · chưa kiểm chứng')
  expect(page.text).toContain('Thành viên Khối MTTQ và các đoàn thể 2023')
  expect(page.text).toContain('<svg')
  expect(page.text).not.toContain('Trần Văn Bình')
})

test('a successor elsewhere is told with its place, and leads to its own site where that is known', async () => {
  const { cast, deed, anyone } = await opened()
  await deed({ kind: 'absorb', before: cast.outsideUnit, afterElsewhere: 'Sở Y tế; Tỉnh Ninh Bình' })
  const page = await anyone.get(paths.unit(cast.outsideUnit, 'Sở Y tế'))
  expect(page.text).toContain(`<a href="${host}">Sở Y tế (Tỉnh Ninh Bình)</a>`)
})

test.each(['khong-co', 'so-y-te-000000000000', 'x'])('%s is no unit', async (address) => {
  const { anyone } = await opened()
  expect((await anyone.get(paths.unitPage(address))).status).toBe(404)
})
