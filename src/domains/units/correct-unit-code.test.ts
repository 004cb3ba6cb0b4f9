import { expect, test } from 'vitest'
import { seedUnitLevels } from '../../../db/seed/unit-levels.ts'
import { makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { NotFound } from '#platform/errors.ts'
import { newCode, newId } from '#platform/id.ts'
import { addUnit } from './add-unit.ts'
import { correctUnitCode, correctUnitCodeInput } from './correct-unit-code.ts'
import { words } from './words.ts'

async function opened() {
  const { db } = await testDatabase()
  await seedUnitLevels(db)
  const cast = await makeCast(db)
  const add = (code?: string) => {
    const name = `Sở ${newCode(8)}`
    const input = { fullName: name, shortName: name, level: 'tinh', fromOn: '2010-01-01', document: '', code }
    return addUnit(db, cast.dung, { ...input, anotherUnit: false }, morning)
  }
  const codeOf = async (unit: string) => {
    const { code } = await db.selectFrom('unit').select('code').where('id', '=', unit).executeTakeFirstOrThrow()
    return code
  }
  return { db, cast, add, codeOf }
}

test('a code is corrected by those who keep units, taken away and given again, and the log tells it', async () => {
  const { db, cast, add, codeOf } = await opened()
  const [wrong, right] = [newCode(8), newCode(8)]
  const unit = await add(wrong)
  await correctUnitCode(db, cast.dung, { unit, code: right }, morning)
  expect(await codeOf(unit)).toBe(right)
  await correctUnitCode(db, cast.em, { unit, code: undefined }, morning)
  expect(await codeOf(unit)).toBeNull()
  await correctUnitCode(db, cast.em, { unit, code: wrong }, morning)
  const entries = db.selectFrom('audit_entry').select('facts').where('subject_id', '=', unit)
  const facts = await entries.where('action', '=', 'unit.codeCorrected').orderBy('number').execute()
  const tell = words('vi').deeds['unit.codeCorrected']
  expect(facts.map((entry) => tell(entry.facts as Record<string, string>))).toEqual([
    `sửa mã đơn vị ${wrong} thành ${right}`,
    `bỏ mã đơn vị ${right}`,
    `ghi mã đơn vị ${wrong}`,
  ])
})

test('nobody else corrects a code, nor to what it is, nor that of no unit', async () => {
  const { db, cast, add } = await opened()
  const code = newCode(8)
  const unit = await add(code)
  await expect(correctUnitCode(db, cast.an, { unit, code: newCode(8) }, morning)).rejects.toThrow('not-allowed')
  await expect(correctUnitCode(db, cast.dung, { unit, code }, morning)).rejects.toMatchObject({ key: 'units.sameCode' })
  await expect(correctUnitCode(db, cast.dung, { unit: newId(), code }, morning)).rejects.toThrow(NotFound)
})

test('of two units that are given one code at once, one is told that it is taken', async () => {
  const { db, cast, add } = await opened()
  const units = [await add(), await add()]
  const code = newCode(8)
  const both = await Promise.allSettled(units.map((unit) => correctUnitCode(db, cast.dung, { unit, code }, morning)))
  const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(refused).toEqual([expect.objectContaining({ key: 'units.codeTaken' })])
})

test('what is typed becomes capitals; an empty field is no code; strange signs are none', () => {
  const read = (code: string) => correctUnitCodeInput.safeParse({ unit: newId(), code })
  expect(read(' h40.02 ').data?.code).toBe('H40.02')
  expect(read('').data?.code).toBeUndefined()
  expect(read('H40 – Sở').success).toBe(false)
})
