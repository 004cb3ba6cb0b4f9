import { expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { lawRoutes } from '../routes.tsx'
import { addRule, addRuleInput } from './add-rule.ts'
import { confirmRule } from './confirm-rule.ts'
import { readRuleValue, ruleOn } from './legal-rule.ts'
import { legalRules } from './queries.ts'
import { removeRule } from './remove-rule.ts'

/** Years that no other test of this database takes. */
let next = 2100
const typed = (more: object = {}) =>
  addRuleInput.parse({
    code: 'movement-registration',
    value: '20',
    textName: 'Nghị định thử',
    inForceFrom: `01/01/${(next += 2)}`,
    ...more,
  })

test('a value is whole days or years, or a day that every calendar has', () => {
  expect([readRuleValue('days', '15'), readRuleValue('years', '0'), readRuleValue('days', '1,5')]).toEqual([
    '15',
    undefined,
    undefined,
  ])
  expect(['15/3', '29-2', '31/6', '15', '0/1'].map((one) => readRuleValue('day_of_year', one))).toEqual([
    '03-15',
    '02-29',
    undefined,
    undefined,
    undefined,
  ])
})

test('a rule is followed by a newer line, confirmed by another person, and only an open line is taken back', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const input = typed()
  for (const other of [cast.an, cast.binh, cast.chi])
    await expect(addRule(db, other, input, morning)).rejects.toThrow('not-allowed')
  const both = await Promise.allSettled([
    addRule(db, cast.dung, input, morning),
    addRule(db, cast.dung, input, morning),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(addRule(db, cast.em, typed({ value: '15/3' }), morning)).rejects.toThrow('legalRules.notAValue')
  await expect(addRule(db, cast.em, typed({ inForceTo: '01/01/2099' }), morning)).rejects.toThrow(
    'legalRules.endsBeforeItBegins',
  )
  const day = input.inForceFrom
  const rule = ruleOn(await legalRules(db), 'movement-registration', day)
  expect(rule).toMatchObject({ value: '20', confirmed_at: null })
  const id = rule?.id ?? ''
  await expect(confirmRule(db, cast.dung, { id, source: 'Công báo' }, morning)).rejects.toThrow('not-allowed')
  await confirmRule(db, cast.em, { id, source: 'Công báo' }, morning)
  await expect(confirmRule(db, cast.em, { id, source: 'x' }, morning)).rejects.toThrow('legalRules.isConfirmed')
  await expect(removeRule(db, cast.em, id, morning)).rejects.toThrow('legalRules.isConfirmed')
  const later = typed()
  await addRule(db, cast.dung, later, morning)
  const open = (await legalRules(db)).find(({ in_force_from }) => in_force_from === later.inForceFrom)
  await removeRule(db, cast.dung, open?.id ?? '', morning)
  expect((await legalRules(db)).some(({ id: one }) => one === open?.id)).toBe(false)
})

test('the page shows each value to all, and its forms to who keeps them; what is wrong is said', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const web = openTestWeb(db, lawRoutes)
  const path = '/van-ban-phap-luat/thoi-han'
  const form = { code: 'yearly-registration', value: '31/6', textName: 'Luật thử', inForceFrom: `01/01/${(next += 2)}` }
  expect((await web.as(cast.dung).post(path, form)).text).toContain('Mức chưa đúng')
  expect((await web.as(cast.dung).post(path, { ...form, value: '20/3' })).location).toBe(path)
  const [shown, kept] = [await web.as(cast.an).get(path), await web.as(cast.em).get(path)]
  expect([shown.text.includes('ngày 20/03'), shown.text.includes('Thêm một mức mới')]).toEqual([true, false])
  expect(kept.text).toContain('Đã đối chiếu với nguồn nào')
})
