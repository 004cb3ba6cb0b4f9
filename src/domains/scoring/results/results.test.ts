import { describe, expect, test } from 'vitest'
import { historyOf } from '#capabilities/audit/history.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { announce } from '../../../app/announce.ts'
import { answerPetition } from '../petitions/answer-petition.ts'
import { filePetition } from '../petitions/file-petition.ts'
import { petitionsOfRound } from '../petitions/queries.ts'
import { withdrawPetition } from '../petitions/withdraw-petition.ts'
import { roundById } from '../rounds/queries.ts'
import { scoredRound, type Given } from '../testing/scored-round.ts'
import { acceptResult } from './accept-result.ts'
import { announceResult } from './announce-result.ts'
import { decideTie } from './decide-tie.ts'
import { finishResult } from './finish-result.ts'
import { keepMeasures } from './keep-measures.ts'
import { resultsOfRound } from './queries.ts'

const day = (text: string) => new Date(`${text}T09:00:00+07:00`)
const figures: Given = [
  ['9', '5', '0'],
  ['9.5', '4', '0'],
  ['8', '5', '0'],
  ['7', '5', '0'],
  ['6', '5', '0'],
  ['0', '0', '0'],
]

async function open(given: Given = figures) {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  return { db, cast, ...(await scoredRound(db, cast, given)) }
}

const announceNow = async (db: Db, actor: Actor, round: string, withoutResult = false) => {
  const { version } = await roundById(db, round)
  await announceResult(db, actor, { round, version, withoutResult }, { now: morning, announce })
}
const finishOn = async (db: Db, actor: Actor, round: string, now: Date) => {
  const { version } = await roundById(db, round)
  await finishResult(db, actor, { round, version }, { now, announce })
}
const placesOf = async (db: Db, round: string) => {
  const [latest] = await resultsOfRound(db, round)
  return latest?.content.units.map(({ unit, total, rank }) => ({ unit, total, rank }))
}
const petition = (cast: Cast, round: string, sheet: string) => ({
  round,
  unit: cast.units[0] ?? '',
  sheet,
  code: '1',
  wanted: '9,75',
  text: 'Có thêm minh chứng',
})

describe('a provisional result', () => {
  test('is announced once by who leads the bloc, and zero is a result like any other', async () => {
    const { db, cast, round } = await open()
    for (const other of [cast.binh, cast.chi, cast.dung, cast.em]) {
      await expect(announceNow(db, other, round)).rejects.toThrow('not-allowed')
    }
    const twice = await Promise.allSettled([announceNow(db, cast.an, round), announceNow(db, cast.an, round)])
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const places = await placesOf(db, round)
    expect(places?.map(({ total, rank }) => [total, rank])).toEqual([
      ['14', 1],
      ['13.5', 2],
      ['13', 3],
      ['12', 4],
      ['11', 5],
      ['0', 6],
    ])
    // Three working days after Monday 20 February.
    expect((await roundById(db, round)).petition_until).toBe('2023-02-23')
    expect((await historyOf(db, round))[0]?.action).toBe('scoring.announced')
  })

  test('waits for a unit without points until the head says that it is known, and then gives it no place', async () => {
    const { db, cast, round } = await open(figures.slice(0, 5))
    await expect(announceNow(db, cast.an, round)).rejects.toThrow('results.incomplete')
    await announceNow(db, cast.an, round, true)
    expect((await placesOf(db, round))?.at(-1)).toMatchObject({ unit: cast.units[5], rank: null })
  })

  test('waits for a sheet that is not agreed', async () => {
    const { db, cast, round, sheets } = await open()
    await db
      .updateTable('score_sheet')
      .set({ state: 'verified' })
      .where('id', '=', sheets[2] ?? '')
      .execute()
    await expect(announceNow(db, cast.an, round)).rejects.toThrow('results.sheetsOpen')
  })
})

describe('a petition', () => {
  test('changes a rank: filed in time, answered by another with a reason, and seen in the final result', async () => {
    const { db, cast, round, sheets } = await open([['9', '4.25', '0'], ...figures.slice(1)])
    const [first = '', second = ''] = sheets
    const file = petition(cast, round, first)
    await expect(filePetition(db, cast.leaders[0] as Actor, file, morning)).rejects.toThrow('petitions.notNow')
    await announceNow(db, cast.an, round)
    expect((await placesOf(db, round))?.[0]?.unit).toBe(cast.units[1])

    const [leader] = cast.leaders as [Actor]
    await expect(filePetition(db, cast.chi, file, morning)).rejects.toThrow('not-allowed')
    await expect(filePetition(db, cast.em, file, morning)).rejects.toThrow('not-allowed')
    await expect(filePetition(db, leader, { ...file, code: '9' }, morning)).rejects.toThrow('noSuchCriterion')
    await expect(filePetition(db, leader, { ...file, wanted: 'nhiều' }, morning)).rejects.toThrow('notPoints')
    const twice = await Promise.allSettled([
      filePetition(db, leader, file, morning),
      filePetition(db, leader, file, morning),
    ])
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const about = await filePetition(db, leader, { ...file, sheet: second, code: '' }, day('2023-02-23'))
    await expect(filePetition(db, leader, { ...file, code: '2' }, day('2023-02-24'))).rejects.toThrow('petitions.over')
    await withdrawPetition(db, leader, { id: about }, morning)

    const [filed] = await petitionsOfRound(db, round)
    const answer = { id: filed?.id ?? '', outcome: 'accepted', points: '9,75', answer: 'Minh chứng đủ' } as const
    await expect(answerPetition(db, leader, answer, morning)).rejects.toThrow('not-allowed')
    await expect(answerPetition(db, cast.em, answer, morning)).rejects.toThrow('not-allowed')
    await expect(answerPetition(db, cast.an, { ...answer, points: '12' }, morning)).rejects.toThrow('notPoints')
    await expect(answerPetition(db, cast.an, { ...answer, outcome: 'refused' }, morning)).rejects.toThrow(
      'refusedWithPoints',
    )
    await expect(finishOn(db, cast.an, round, day('2023-02-24'))).rejects.toThrow('petitionsOpen')
    const answers = await Promise.allSettled([
      answerPetition(db, cast.an, answer, morning),
      answerPetition(db, cast.an, answer, morning),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])

    await expect(finishOn(db, cast.an, round, day('2023-02-23'))).rejects.toThrow('stillPetitions')
    await expect(finishOn(db, cast.binh, round, day('2023-02-24'))).rejects.toThrow('not-allowed')
    await finishOn(db, cast.an, round, day('2023-02-24'))
    expect((await placesOf(db, round))?.[0]).toEqual({ unit: cast.units[0], total: '14', rank: 1 })
    const kept = await resultsOfRound(db, round)
    expect(kept.map(({ kind, number }) => [kind, number])).toEqual([
      ['final', 2],
      ['provisional', 1],
    ])
    await expect(finishOn(db, cast.an, round, day('2023-02-24'))).rejects.toThrow('rounds.not.finish')
  })

  test('of the unit that leads the bloc is answered by the authority', async () => {
    const { db, cast, round, sheets } = await open()
    await announceNow(db, cast.an, round)
    const place = cast.units.indexOf(cast.headUnit)
    const own = { ...petition(cast, round, sheets[place] ?? ''), unit: cast.headUnit }
    const id = await filePetition(db, cast.an, own, morning)
    const answer = { id, outcome: 'refused', points: '', answer: 'Không có căn cứ mới' } as const
    await expect(answerPetition(db, cast.an, answer, morning)).rejects.toThrow('not-allowed')
    await answerPetition(db, cast.dung, answer, morning)
    expect((await petitionsOfRound(db, round))[0]).toMatchObject({ state: 'answered', outcome: 'refused' })
  })
})

test('a result that all members accept is final before the window is over, and each says so once for itself', async () => {
  const { db, cast, round, sheets } = await open()
  const [leader] = cast.leaders as [Actor]
  const [unit = ''] = cast.units
  await expect(acceptResult(db, leader, { round, unit }, morning)).rejects.toThrow('results.notNow')
  await announceNow(db, cast.an, round)
  await expect(acceptResult(db, cast.em, { round, unit }, morning)).rejects.toThrow('not-allowed')
  await expect(acceptResult(db, cast.chi, { round, unit: cast.outsideUnit }, morning)).rejects.toThrow('not-allowed')
  const id = await filePetition(db, leader, petition(cast, round, sheets[1] ?? ''), morning)
  await expect(acceptResult(db, leader, { round, unit }, morning)).rejects.toThrow('results.ownPetition')
  await withdrawPetition(db, leader, { id }, morning)
  const twice = await Promise.allSettled([
    acceptResult(db, leader, { round, unit }, morning),
    acceptResult(db, leader, { round, unit }, morning),
  ])
  expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(finishOn(db, cast.an, round, morning)).rejects.toThrow('stillPetitions')
  for (const [index, other] of cast.leaders.entries()) {
    if (index > 0) await acceptResult(db, other, { round, unit: cast.units[index] ?? '' }, morning)
  }
  await finishOn(db, cast.an, round, morning)
  expect((await roundById(db, round)).state).toBe('final')
})

describe('a tie', () => {
  const level: Given = [['9', '5', '0'], ['9', '5', '0'], ...figures.slice(2)]

  test('is decided by who leads the bloc, with a reason, before a result can be final', async () => {
    const { db, cast, round } = await open(level)
    const [one = '', other = '', third = ''] = cast.units
    const decision = { round, units: [other, one], isShared: false, reason: 'Nhiệm vụ chính trị tốt hơn' }
    await expect(decideTie(db, cast.binh, decision, morning)).rejects.toThrow('not-allowed')
    await expect(decideTie(db, cast.an, { ...decision, units: [one, third] }, morning)).rejects.toThrow('noSuchTie')
    await announceNow(db, cast.an, round)
    await expect(finishOn(db, cast.an, round, day('2023-02-24'))).rejects.toThrow('tiesOpen')
    await decideTie(db, cast.an, decision, morning)
    await finishOn(db, cast.an, round, day('2023-02-24'))
    expect((await placesOf(db, round))?.slice(0, 2)).toEqual([
      { unit: other, total: '14', rank: 1 },
      { unit: one, total: '14', rank: 2 },
    ])
    await expect(decideTie(db, cast.an, decision, morning)).rejects.toThrow('results.notNow')
  })

  test('and the measures of the closing screen are the bloc’s own', async () => {
    const { db, cast, round } = await open()
    const measures = { round, nearTie: '0.25', jumpPercent: '5', mutualPercent: '3' }
    await expect(keepMeasures(db, cast.binh, measures, morning)).rejects.toThrow('not-allowed')
    await keepMeasures(db, cast.an, measures, morning)
    expect((await historyOf(db, round))[0]?.facts).toMatchObject({ nearTie: '0.25' })
  })
})
