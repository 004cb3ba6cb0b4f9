import { expect, test } from 'vitest'
import { morning } from '../../../../test/cast.ts'
import { tasksOf } from '#domains/calendar/queries.ts'
import { factsOfYear } from '#domains/facts/queries.ts'
import { countsOfLog } from '#domains/movements/log/queries.ts'
import { bringTestDraft } from '../testing/drafts.ts'
import { addRecommendation } from './add-recommendation.ts'
import { cancelSupervision } from './cancel-supervision.ts'
import { correctSupervision } from './correct-supervision.ts'
import { finishSupervision } from './finish-supervision.ts'
import { holdSupervision } from './hold-supervision.ts'
import { planSupervision, planSupervisionInput } from './plan-supervision.ts'
import { recommendationsOf, supervisionOf } from './queries.ts'
import { readSupervisionSubject } from './read-evidence-subject.ts'
import { recordAnswer } from './record-answer.ts'
import { followUpOf } from './supervision.ts'

async function stage() {
  const { db, cast, ids } = await bringTestDraft()
  const [leadUnit = ''] = cast.units
  const typed = {
    blocYear: ids.blocYear,
    kind: 'supervision',
    title: 'Giám sát chính sách với người có công',
    subject: 'UBND huyện Hải Hậu',
    leadUnit,
    plannedOn: '18/02/2023',
  }
  const plan = (more: object = {}, actor = cast.binh) =>
    planSupervision(db, actor, planSupervisionInput.parse({ ...typed, ...more }), morning)
  const waits = async (actor = cast.binh) =>
    (await tasksOf(db, actor)).map(({ kind }) => kind).filter((kind) => kind.startsWith('supervision.'))
  return { db, cast, ids, leadUnit, typed, plan, waits }
}

test('a file goes from its plan to the last answer, and counts for the unit that led', async () => {
  const { db, cast, ids, leadUnit, plan, waits } = await stage()
  const supervision = await plan()
  const at = { blocYear: ids.blocYear, supervision }
  expect(await waits()).toEqual(['supervision.report'])
  const conclude = (actor = cast.binh) => finishSupervision(db, actor, { ...at, conclusion: 'Chi trả đủ' }, morning)
  await expect(conclude()).rejects.toMatchObject({ key: 'supervision.not_conclude' })
  const held = { ...at, heldOn: '2023-02-18', people: 0 }
  await expect(holdSupervision(db, cast.leaders[1] ?? cast.chi, held, morning)).rejects.toMatchObject({
    name: 'Forbidden',
  })
  await expect(holdSupervision(db, cast.binh, { ...held, heldOn: '2023-02-21' }, morning)).rejects.toMatchObject({
    key: 'supervision.heldInFuture',
  })
  await holdSupervision(db, cast.binh, held, morning)
  await expect(cancelSupervision(db, cast.binh, { ...at, reason: 'x' }, morning)).rejects.toMatchObject({
    key: 'supervision.not_cancel',
  })
  const asked = { ...at, text: 'Rà soát hồ sơ', addressee: 'UBND huyện', dueOn: '2023-02-19' }
  const recommendation = await addRecommendation(db, cast.binh, asked, morning)
  const both = await Promise.allSettled([conclude(), conclude(cast.an)])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await waits()).toEqual(['supervision.follow'])
  const [waiting] = await recommendationsOf(db, supervision)
  expect(waiting && followUpOf(waiting, '2023-02-19')).toBe('waiting')
  expect(waiting && followUpOf(waiting, '2023-02-20')).toBe('late')
  const said = { answeredOn: '2023-02-20', answer: 'Đã rà soát', document: '12/UBND', outcome: 'accepted' as const }
  await recordAnswer(db, cast.binh, { ...at, recommendation, ...said }, morning)
  expect(await waits()).toEqual([])
  expect(await supervisionOf(db, ids.blocYear, supervision)).toMatchObject({
    state: 'concluded',
    answered: 1,
    people: 0,
  })
  const span = { startsOn: '2023-01-01', endsOn: '2023-12-31' }
  const counted = await countsOfLog(db, ids.blocYear, { kind: 'policy-comments', number: 'supervisions' }, span)
  expect([...counted]).toEqual([[leadUnit, '1']])
  expect(await factsOfYear(db, ids.blocYear, { unit: leadUnit, prefix: 'supervision.' })).toMatchObject([
    { key: 'supervision.concluded', value: '1' },
  ])
})

test('a member plans what it leads itself, in the year; only a criticism is about a draft of the bloc', async () => {
  const { db, cast, ids, typed, plan } = await stage()
  await expect(plan({ leadUnit: cast.units[1] })).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(plan({ plannedOn: '01/01/2024' })).rejects.toMatchObject({ key: 'supervision.outsideYear' })
  await expect(plan({ leadUnit: cast.outsideUnit }, cast.an)).rejects.toMatchObject({ key: 'supervision.notMember' })
  await expect(plan({ consultation: ids.consultation })).rejects.toMatchObject({
    key: 'supervision.draftOfSupervision',
  })
  const supervision = await plan({ kind: 'criticism', consultation: ids.consultation })
  const fields = planSupervisionInput.parse({ ...typed, title: 'Tên mới' })
  const input = { ...fields, supervision, version: 1 }
  await correctSupervision(db, cast.an, input, morning)
  await expect(correctSupervision(db, cast.an, input, morning)).rejects.toMatchObject({ name: 'Conflict' })
  expect(await readSupervisionSubject(db, cast.binh, { kind: 'supervision', id: supervision })).toMatchObject({
    unit: cast.units[0],
    isClosed: false,
  })
  expect(await readSupervisionSubject(db, cast.an, { kind: 'supervision', id: supervision })).toBeUndefined()
  await cancelSupervision(db, cast.binh, { blocYear: ids.blocYear, supervision, reason: 'Hoãn' }, morning)
  expect(await supervisionOf(db, ids.blocYear, supervision)).toMatchObject({ state: 'cancelled' })
})
