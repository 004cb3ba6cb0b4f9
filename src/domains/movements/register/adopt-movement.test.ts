import { expect, test } from 'vitest'
import { agreement } from '../../../../db/seed/nam-dinh.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestMovement } from '../testing/movements.ts'
import { adoptMovement, adoptMovementInput } from './adopt-movement.ts'
import { adoptionsOf, movementOf, movementsOfYear } from './queries.ts'

async function stage() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const adopt = (typed: Record<string, string>, actor = cast.an) => {
    const input = { blocYear: cast.blocYear, adoptedOn: '2023-02-20', document: 'Giao ước thi đua năm 2023', ...typed }
    return adoptMovement(db, actor, adoptMovementInput.parse(input), morning)
  }
  return { db, cast, adopt }
}

test('the six movements of the sample agreement stand in the register once, however often they are taken over', async () => {
  const { db, cast, adopt } = await stage()
  const once = []
  for (const { title, from, to } of agreement.movements) once.push(await adopt({ title, from, to }))
  expect(once.every(({ isNew }) => isNew)).toBe(true)
  const again = await adopt({ title: '“DÂN VẬN KHÉO”.' })
  expect(again).toEqual({ movement: once[2]?.movement, isNew: false })
  const rows = await movementsOfYear(db, cast.blocYear)
  expect(rows).toHaveLength(agreement.movements.length)
  expect(await adoptionsOf(db, again.movement)).toHaveLength(1)
})

test('a period outside or inside the quotes, a quote that is never closed, and no period at all', async () => {
  const { db, cast, adopt } = await stage()
  const rowOf = async (typed: Record<string, string>) => movementOf(db, cast.blocYear, (await adopt(typed)).movement)
  expect(await rowOf({ title: '“Văn hóa công sở”, giai đoạn 2019 - 2025' })).toMatchObject({
    title: 'Văn hóa công sở',
    from_on: '2019-01-01',
    to_on: '2025-12-31',
    state: 'running',
  })
  expect(await rowOf({ title: '“Toàn dân bảo vệ an ninh tổ quốc...' })).toMatchObject({
    title: 'Toàn dân bảo vệ an ninh tổ quốc',
    from_on: null,
    to_on: null,
    state: 'launched',
  })
  expect(await rowOf({ title: 'Đợt thi đua của năm', from: '2023', to: '2023' })).toMatchObject({ level: 'bloc' })
  expect(await rowOf({ title: 'Viết nhầm giai đoạn', from: '2025', to: '2021' })).toMatchObject({ from_on: null })
})

test('one that the head had entered already is taken as it is; others take over nothing', async () => {
  const { db, cast, adopt } = await stage()
  const draft = await openTestMovement(db, cast, { title: 'Vì người nghèo - Không để ai bị bỏ lại phía sau' })
  const adopted = await adopt({ title: 'Vì người nghèo – không để ai bị bỏ lại phía sau', from: '2021', to: '2025' })
  expect(adopted).toEqual({ movement: draft, isNew: false })
  await expect(adopt({ title: 'Phong trào khác' }, cast.binh)).rejects.toMatchObject({ name: 'Forbidden' })
})
