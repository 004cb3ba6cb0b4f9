import { describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { legalTexts as seedTexts } from '../../../db/seed/legal-texts.ts'
import type { Actor } from '#platform/actor.ts'
import { NotFound } from '#platform/errors.ts'
import { newCode, newId } from '#platform/id.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { addLegalText, addLegalTextInput, type AddLegalText } from './add-legal-text.ts'
import { confirmLegalText } from './confirm-legal-text.ts'
import { correctLegalText } from './correct-legal-text.ts'
import { forceOn } from './legal-text.ts'
import { findByNumber, legalTextOf, legalTexts, legalTextsById, textsInForce } from './queries.ts'

describe('a text holds', () => {
  const decree = { in_force_from: '2024-01-01', in_force_to: '2025-06-30' }

  test.each([
    ['2023-12-31', 'not-yet'],
    ['2024-01-01', 'in-force'],
    ['2025-06-30', 'in-force'],
    ['2025-07-01', 'ended'],
  ])('from its first day to its last: %s is %s', (day, force) => expect(forceOn(decree, day)).toBe(force))

  test('on no day that anyone could name when its beginning is unknown', () => {
    expect(forceOn({ in_force_from: null, in_force_to: '2023-12-31' }, '2023-02-23')).toBe('unknown')
    expect(forceOn({ in_force_from: null, in_force_to: '2023-12-31' }, '2024-01-01')).toBe('ended')
  })
})

const decree = (number = `${newCode(6)}/2023/NĐ-CP`): AddLegalText => ({
  kind: 'Nghị định',
  number,
  title: 'Quy định chi tiết thi hành Luật Thi đua, khen thưởng',
  issuer: 'Chính phủ',
  issuedOn: '2023-12-31',
  inForceFrom: '2024-01-01',
  inForceTo: undefined,
  source: '',
})

async function open() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const add = (actor: Actor, input = decree()) => addLegalText(db, actor, input, morning)
  const confirm = (actor: Actor, id: string) => confirmLegalText(db, actor, { id, source: 'Công báo' }, morning)
  return { db, cast, add, confirm }
}

describe('keeping the texts', () => {
  test('is for the administrator and the authority', async () => {
    const { db, cast, add } = await open()
    const id = await add(cast.dung)
    await add(cast.em)
    await expect(add(cast.an)).rejects.toThrow('not-allowed')
    expect(await legalTextOf(db, id)).toMatchObject({ confirmed_at: null, confirmed_by: null })
    expect((await historyOf(db, id))[0]?.action).toBe('law.added')
  })

  test('takes one number of a kind once, also when two add it at the same moment', async () => {
    const { cast, add } = await open()
    const input = decree()
    const answers = await Promise.allSettled([add(cast.em, input), add(cast.dung, input)])
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(String(answers.find((answer) => answer.status === 'rejected')?.reason)).toContain('law.numberTaken')
  })

  test('points out days that contradict one another', async () => {
    const { cast, add } = await open()
    const ended = add(cast.em, { ...decree(), inForceTo: '2023-01-01' })
    await expect(ended).rejects.toThrow('law.endsBeforeItBegins')
    await expect(add(cast.em, { ...decree(), inForceFrom: '2023-12-30' })).rejects.toThrow('law.holdsBeforeIssued')
  })

  test('reads days as they are written in Vietnam, and an empty one as unknown', () => {
    const typed = { ...decree('1/2023/NĐ-CP'), issuedOn: '31/12/2023', inForceFrom: '', inForceTo: '', source: '' }
    expect(addLegalTextInput.parse(typed)).toMatchObject({ issuedOn: '2023-12-31', inForceFrom: undefined })
    expect(addLegalTextInput.safeParse({ ...typed, issuedOn: '31/02/2023' }).success).toBe(false)
  })
})

describe('a confirmation', () => {
  test('names its source and is given once', async () => {
    const { db, cast, add, confirm } = await open()
    const id = await add(cast.em)
    await expect(confirm(cast.an, id)).rejects.toThrow('not-allowed')
    await expect(confirm(cast.em, id)).rejects.toThrow('not-allowed')
    await confirm(cast.dung, id)
    expect(await legalTextOf(db, id)).toMatchObject({ source: 'Công báo', confirmed_by: cast.dung.account })
    await expect(confirm(cast.dung, id)).rejects.toThrow('law.alreadyConfirmed')
    await expect(confirm(cast.em, newId())).rejects.toThrow(NotFound)
  })

  test('is not given to a text whose beginning is unknown', async () => {
    const { cast, add, confirm } = await open()
    const id = await add(cast.em, { ...decree(), inForceFrom: undefined })
    await expect(confirm(cast.dung, id)).rejects.toThrow('law.beginningUnknown')
  })

  test('falls with a correction, which keeps what stood before', async () => {
    const { db, cast, add, confirm } = await open()
    const input = decree()
    const id = await add(cast.dung, input)
    await confirm(cast.em, id)
    const correction = { ...input, id, inForceTo: '2025-06-30', source: 'Công báo' }
    await expect(correctLegalText(db, cast.an, correction, morning)).rejects.toThrow('not-allowed')
    await correctLegalText(db, cast.dung, correction, morning)
    expect(await legalTextOf(db, id)).toMatchObject({ in_force_to: '2025-06-30', confirmed_at: null })
    expect((await historyOf(db, id))[0]?.facts).toEqual({ wasConfirmed: true, changed: ['in_force_to'], before: [''] })
    await expect(confirm(cast.dung, id)).rejects.toThrow('not-allowed')
    await expect(confirm(cast.em, id)).resolves.toBeUndefined()
  })

  test('a correction cannot take the number of another text', async () => {
    const { db, cast, add } = await open()
    const taken = decree()
    await add(cast.em, taken)
    const id = await add(cast.em)
    await expect(correctLegalText(db, cast.em, { ...taken, id }, morning)).rejects.toThrow('law.numberTaken')
  })
})

test('texts are found by number and title without tone marks, and by the day on which they hold', async () => {
  const { db, cast, add } = await open()
  const mark = newCode(6)
  await add(cast.em, decree(`${mark}/2023/NĐ-CP`))
  const found = async (search: string, inForceOn?: string) =>
    (await legalTexts(db, { search, inForceOn })).map((text) => text.number)
  expect(await found(`${mark.toLowerCase()}/2023/nd-cp`)).toEqual([`${mark}/2023/NĐ-CP`])
  expect(await found(`${mark} 2023 nd cp quy dinh chi tiet`, '2024-01-01')).toEqual([`${mark}/2023/NĐ-CP`])
  expect(await found(mark, '2023-12-31')).toEqual([])
  expect(await findByNumber(db, `${mark}/2023/nđ-cp`)).toMatchObject({ kind: 'Nghị định' })
})

test('texts are read by their ids, and what is no id finds nothing', async () => {
  const { db, cast, add } = await open()
  const id = await add(cast.em)
  expect([...(await legalTextsById(db, [id, 'không phải mã', newId()])).keys()]).toEqual([id])
  expect((await legalTextsById(db, [])).size).toBe(0)
})

test('the seed is unconfirmed, names its source, and gives each year its law', async () => {
  const { db, cast, add } = await open()
  for (const text of seedTexts) {
    expect(text.source).not.toBe('')
    await add(cast.em, addLegalTextInput.parse(text)).catch(() => undefined)
  }
  const laws = async (day: string) =>
    (await textsInForce(db, day)).filter((text) => text.number.includes('QH')).map((text) => text.number)
  expect(await laws('2023-02-23')).toContain('15/2003/QH11')
  expect(await laws('2023-02-23')).not.toContain('06/2022/QH15')
  expect(await laws('2024-01-01')).toContain('06/2022/QH15')
  expect(await laws('2024-01-01')).not.toContain('15/2003/QH11')
})
