import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { sentRound } from '../cross/testing/sent-round.ts'
import { roundById } from '../rounds/queries.ts'
import { returnSheet } from '../sheets/return-sheet.ts'
import { sheetById, stepsOf } from '../sheets/queries.ts'
import { readEntriesBefore } from '../sheets/read-entries.ts'
import { askExplanation } from '../explanations/ask-explanation.ts'
import { askReopening } from './ask-reopening.ts'
import { changeRules } from './change-rules.ts'
import { closeExplanation } from '../explanations/close-explanation.ts'
import { closeReopening } from './close-reopening.ts'
import { correctFact } from './correct-fact.ts'
import { figuresOf, gatherFigures } from './gather-figures.ts'
import { giveExplanation } from '../explanations/give-explanation.ts'
import { keepAgreed } from './keep-agreed.ts'
import { moveMeeting } from '../meetings/move-meeting.ts'
import { explanationById, meetingOf, reopeningsOf } from './queries.ts'
import { verifySheet } from './verify-sheet.ts'

let db: Db
let cast: Cast
let round: string
let version: string
let sheets: readonly string[]
beforeAll(async () => {
  db = (await testDatabase()).db
  cast = await makeCast(db)
  ;({ round, version, sheets } = await sentRound(db, cast, 'verifying'))
})

const sheetAt = (index: number) => sheets[index] ?? ''
const leaderAt = (index: number): Actor => cast.leaders[index] ?? cast.binh
const agree = (
  actor: Actor,
  sheet: string,
  [code, text, reason = '', edition = 0]: [string, string, string?, number?],
) => keepAgreed(db, actor, { round, marks: [{ sheet, code, text, reason, edition }] }, morning)
const figuresAt = async (index: number) => {
  const asked = { round: await roundById(db, round), version, today: '2023-02-20' }
  return figuresOf(await gatherFigures(db, asked), cast.units[index] ?? '')
}
const verify = async (actor: Actor, sheet: string) =>
  verifySheet(db, actor, { sheet, edition: (await sheetById(db, sheet)).edition }, morning)

describe('agreed figures', () => {
  test('differ from what is proposed only with a reason, and never come from the unit or who entered', async () => {
    const sheet = sheetAt(0)
    for (const wrong of [cast.binh, cast.chi, cast.dung, cast.em]) {
      await expect(agree(wrong, sheet, ['1', '7', 'Có lý do'])).rejects.toThrow(Forbidden)
    }
    await expect(agree(cast.an, sheetAt(3), ['1', '7', 'Đơn vị mình'])).rejects.toThrow(Forbidden)
    expect(await agree(cast.an, sheet, ['1', '7'])).toMatchObject([{ outcome: 'fault', fault: 'reasonMissing' }])
    expect(await agree(cast.an, sheet, ['3', '1'])).toMatchObject([{ outcome: 'fault', fault: 'reasonMissing' }])
    expect(await agree(cast.an, sheet, ['1', '8'])).toMatchObject([{ outcome: 'applied' }])
    expect(await agree(cast.an, sheet, ['3', '1', 'Một mô hình chưa đủ'])).toMatchObject([{ outcome: 'applied' }])
    expect(await agree(cast.an, sheet, ['3', '0', 'Hai người cùng ghi'])).toMatchObject([{ outcome: 'conflict' }])
    const { of, score } = await figuresAt(0)
    expect(of('3')).toMatchObject({ self: '2', proposed: { bloc: '2' }, agreed: { bloc: { points: '1' } } })
    expect(of('2')).toMatchObject({ self: '0', agreed: { bloc: undefined } })
    expect(score?.total).toBe('9')
  })

  test('follow a fact that was corrected; what the unit said stays', async () => {
    const correct = { sheet: sheetAt(1), key: 'so_mo_hinh', text: '3', edition: 0, reason: 'Theo quyết định 12' }
    await expect(correctFact(db, leaderAt(1), correct, morning)).rejects.toThrow(Forbidden)
    await expect(correctFact(db, cast.an, { ...correct, text: 'ba' }, morning)).rejects.toThrow('factUnreadable')
    await correctFact(db, cast.an, correct, morning)
    expect((await figuresAt(1)).of('3')).toMatchObject({ self: '2', stands: { points: '3' } })
    await expect(correctFact(db, cast.an, { ...correct, text: '4' }, morning)).rejects.toThrow('changedMeanwhile')
  })
})

describe('a verified sheet', () => {
  test('has no question waiting and nothing unsettled; then the authority agrees, and a second person opens it again', async () => {
    const sheet = sheetAt(2)
    const ask = { sheet, codes: ['1'], question: 'Việc nào chậm?', dueOn: '2023-02-24' }
    await expect(askExplanation(db, leaderAt(2), ask, morning)).rejects.toThrow(Forbidden)
    await expect(askExplanation(db, cast.an, { ...ask, codes: ['9'] }, morning)).rejects.toThrow('noSuchCriterion')
    await expect(askExplanation(db, cast.an, { ...ask, dueOn: '2023-02-19' }, morning)).rejects.toThrow('dayInPast')
    const question = await askExplanation(db, cast.an, ask, morning)
    await expect(verify(cast.an, sheet)).rejects.toThrow('judging.questionWaits')

    const look = { explanation: question, outcome: 'partly', note: 'Giữ một phần' } as const
    await expect(closeExplanation(db, cast.an, look, morning)).rejects.toThrow('judging.notAnswered')
    const answer = { explanation: question, answer: 'Công văn số 5' }
    await expect(giveExplanation(db, leaderAt(1), answer, morning)).rejects.toThrow(Forbidden)
    await giveExplanation(db, leaderAt(2), answer, morning)
    await expect(giveExplanation(db, leaderAt(2), answer, morning)).rejects.toThrow('judging.alreadyAnswered')
    await expect(closeExplanation(db, leaderAt(2), look, morning)).rejects.toThrow(Forbidden)
    await closeExplanation(db, cast.an, look, morning)
    expect(await explanationById(db, question)).toMatchObject({ state: 'settled', outcome: 'partly' })

    await expect(verify(leaderAt(2), sheet)).rejects.toThrow(Forbidden)
    await expect(verify(cast.dung, sheet)).rejects.toThrow(Forbidden)
    const twice = await Promise.allSettled([verify(cast.an, sheet), verify(cast.an, sheet)])
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(agree(cast.an, sheet, ['1', '7', 'Muộn'])).rejects.toThrow(Forbidden)
    expect(await agree(cast.dung, sheet, ['1', '7', 'Thẩm định lại'])).toMatchObject([{ outcome: 'applied' }])
    await verify(cast.dung, sheet)
    expect((await sheetById(db, sheet)).state).toBe('agreed')

    const why = { sheet, reason: 'Nhầm số liệu' }
    await expect(askReopening(db, cast.chi, why, morning)).rejects.toThrow(Forbidden)
    const asked = await askReopening(db, cast.an, why, morning)
    await expect(askReopening(db, cast.dung, why, morning)).rejects.toThrow('judging.reopeningWaits')
    const decide = { reopening: asked, outcome: 'agreed', reason: '' } as const
    await expect(closeReopening(db, cast.an, decide, morning)).rejects.toThrow(Forbidden)
    await expect(closeReopening(db, cast.binh, decide, morning)).rejects.toThrow(Forbidden)
    await closeReopening(db, cast.dung, decide, morning)
    expect((await sheetById(db, sheet)).state).toBe('submitted')
    expect((await stepsOf(db, [sheet])).map(({ step }) => step)).toEqual(['verified', 'agreed', 'reopened'])
    expect(await reopeningsOf(db, [sheet])).toMatchObject([{ state: 'agreed', decided_name: cast.dung.name }])
  })

  test('is refused while a criterion has no points', async () => {
    const sheet = sheetAt(4)
    await db.deleteFrom('score_mark').where('sheet_id', '=', sheet).where('code', '=', '2').execute()
    await expect(verify(cast.an, sheet)).rejects.toMatchObject({ key: 'judging.unsettled', values: { codes: '2' } })
    await agree(cast.an, sheet, ['2', '0'])
    await verify(cast.an, sheet)
  })
})

test('a returned sheet is agreed anew, or keeps what was agreed where the bloc’s rules say so', async () => {
  const whole = sheetAt(5)
  await agree(cast.an, whole, ['1', '6', 'Chậm'])
  const back = {
    sheet: whole,
    edition: (await sheetById(db, whole)).edition,
    reason: 'Thiếu số liệu',
    dueOn: undefined,
  }
  await returnSheet(db, cast.an, back, morning)
  expect((await figuresAt(5)).of('1').agreed.bloc).toBeUndefined()
  expect(await readEntriesBefore(db, whole)).toMatchObject([{ name: '1', stage: 'bloc', value: '6' }])

  await expect(changeRules(db, cast.an, { round, afterReturn: 'verifying' }, morning)).rejects.toThrow('rulesStand')
  const other = await sentRound(db, cast, 'self_scoring')
  await expect(changeRules(db, cast.binh, { round: other.round, afterReturn: 'verifying' }, morning)).rejects.toThrow(
    Forbidden,
  )
  await changeRules(db, cast.an, { round: other.round, afterReturn: 'verifying' }, morning)
  await db.updateTable('scoring_round').set({ state: 'verifying' }).where('id', '=', other.round).execute()
  const sheet = other.sheets[5] ?? ''
  const mark = { sheet, code: '1', text: '6', reason: 'Chậm', edition: 0 }
  await keepAgreed(db, cast.an, { round: other.round, marks: [mark] }, morning)
  await returnSheet(db, cast.an, { ...back, sheet, edition: 1 }, morning)
  expect(await readEntriesBefore(db, sheet)).toEqual([])
})

test('a meeting stands at a criterion of the round’s tables, where those who lead take it', async () => {
  const at = { round, version, code: '2' }
  await expect(moveMeeting(db, cast.binh, at, morning)).rejects.toThrow(Forbidden)
  await expect(moveMeeting(db, cast.an, { ...at, code: 'I' }, morning)).rejects.toThrow('noSuchCriterion')
  await moveMeeting(db, cast.an, at, morning)
  await moveMeeting(db, cast.an, { ...at, code: '3' }, morning)
  expect(await meetingOf(db, round)).toEqual({ version_id: version, code: '3' })
})
