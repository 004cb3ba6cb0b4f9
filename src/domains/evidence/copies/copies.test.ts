import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { sha256Of } from '#platform/files.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { memoryFiles } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { dataPage } from '../../../capabilities/pictures/testing/pictures.ts'
import { recordContent } from '../record-content.ts'
import { evidenceRoutes } from '../routes.tsx'
import { bringPiece, evidencePieces } from '../testing/pieces.ts'
import { withdrawEvidence } from '../withdraw-evidence.ts'
import { readBoxes } from './covers.ts'
import { findPersonalData } from './personal-data.ts'
import { latestCopy } from './queries.ts'
import { recordCopy } from './record-copy.ts'

const files = memoryFiles()
const pieces = evidencePieces(files)
let db: Db
let web: ReturnType<typeof openTestWeb>

beforeAll(async () => {
  db = (await testDatabase()).db
  web = openTestWeb(db, evidenceRoutes(pieces))
})

describe('what looks like data of a person', () => {
  test('is found whatever stands between its digits, and numbers of papers are not', () => {
    const text = `Ông Nguyễn Văn An, sinh ngày 03/02/1980, CCCD 036080001234, CMND 162 345 678,
      điện thoại 0912.345.678 hoặc +84 912 345 679, thư an.nv@namdinh.gov.vn, STK: 1234 5678 90 tại ngân hàng.
      Quyết định số 568/QĐ-UBND ngày 20/02/2023, 1.250 hộ, 250.000.000 đồng.`
    expect(findPersonalData(text)).toEqual([
      { kind: 'email', text: 'an.nv@namdinh.gov.vn' },
      { kind: 'birth', text: '03/02/1980' },
      { kind: 'account', text: '1234 5678 90' },
      { kind: 'telephone', text: '0912.345.678' },
      { kind: 'telephone', text: '+84 912 345 679' },
      { kind: 'citizenId', text: '036080001234' },
      { kind: 'oldId', text: '162 345 678' },
    ])
  })

  test('boxes are read line by line, and one outside the page is not', () => {
    expect(readBoxes('trang 1: 10, 20.5, 30, 5\n\n2: 0,0,100,100')).toHaveLength(2)
    expect(readBoxes('1: 10, 20, 95, 5')).toBeUndefined()
    expect(readBoxes('một ô')).toBeUndefined()
  })
})

/** A piece of the first unit whose text holds a citizen's number. */
async function begin() {
  const cast = await makeCast(db)
  const bytes = dataPage([`Nguyen Van An can cuoc 036080001234 ngay ${morning.getTime()} ${cast.blocSlug}`])
  const place = { db, blocYear: cast.blocYear, unit: cast.units[0] ?? '', pieces, bytes }
  const { id } = await bringPiece(cast.binh, place)
  const sha256 = sha256Of(bytes)
  await recordContent(db, { sha256 }, { files, pictures: pieces.pictures, now: morning })
  const path = `/khoi/${cast.blocSlug}/2023/minh-chung/${id}/ban-cong-khai`
  const copyOf = async () => found(await latestCopy(db, id))
  const make = async () => {
    expect((await web.as(cast.binh).post(path, { found0: '036080001234', words: 'Nguyễn Văn An' })).status).toBe(303)
    const copy = (await copyOf()).id
    await recordCopy(db, { copy }, pieces)
    return copy
  }
  return { cast, id, path, copyOf, make }
}

describe('a public copy', () => {
  test('is suggested by the text, made, and let out by a second person alone', async () => {
    const { cast, path, copyOf, make } = await begin()
    expect((await web.as(cast.binh).get(path)).text).toContain('036080001234 (số căn cước)')
    const copy = await make()
    expect(await copyOf()).toMatchObject({ state: 'made', places: 2, pages: 1 })
    const address = `/minh-chung-cong-khai/${copy}`
    expect((await web.as(null).get(address)).status).toBe(404)
    for (const actor of [cast.binh, cast.chi, cast.em])
      expect((await web.as(actor).post(`${path}/${copy}/cong-khai`)).status).toBe(403)
    expect((await web.as(cast.an).post(`${path}/${copy}/cong-khai`)).status).toBe(303)
    const open = await web.as(null).get(address)
    expect([open.status, open.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(open.text).not.toMatch(/036080001234|Producer|Kin/u)
    expect((await web.as(cast.an).post(`${path}/${copy}/cong-khai`)).status).toBe(422)
  })

  test('goes back when it is refused, replaced, or its piece is withdrawn', async () => {
    const { cast, id, path, copyOf, make } = await begin()
    const first = await make()
    await web.as(cast.an).post(`${path}/${first}/cong-khai`)
    expect((await web.as(cast.dung).post(`${path}/${first}/khong-cong-khai`, {})).status).toBe(422)
    await web.as(cast.dung).post(`${path}/${first}/khong-cong-khai`, { reason: 'Còn lộ chữ ký' })
    expect(await copyOf()).toMatchObject({ state: 'refused', reason: 'Còn lộ chữ ký' })
    expect((await web.as(null).get(`/minh-chung-cong-khai/${first}`)).status).toBe(404)
    const second = await make()
    await web.as(cast.an).post(`${path}/${second}/cong-khai`)
    const env = { now: morning, readSubject: pieces.readSubject }
    await withdrawEvidence(db, cast.binh, { evidence: id, reason: 'Gửi nhầm' }, env)
    expect((await web.as(null).get(`/minh-chung-cong-khai/${second}`)).status).toBe(404)
  })

  test('is not begun with words too short or boxes that are none', async () => {
    const { cast, path } = await begin()
    expect((await web.as(cast.binh).post(path, { words: 'An' })).text).toContain('“An” quá ngắn')
    expect((await web.as(cast.binh).post(path, { boxes: 'góc trái' })).text).toContain('Mỗi dòng cần năm số')
    expect((await web.as(cast.leaders[1] ?? cast.chi).post(path, {})).status).toBe(403)
  })
})
