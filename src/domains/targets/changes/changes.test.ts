import { beforeEach, describe, expect, test } from 'vitest'
import { addOfficer, makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { assignmentsOfTarget, targetById } from '../queries.ts'
import { draftTarget, lockedTarget } from '../testing/locked-target.ts'
import type { Target } from '../target.ts'
import { termsOf, type Terms } from './change.ts'
import { closeSettledChanges } from './close-change.ts'
import { giveConsent } from './give-consent.ts'
import { proposeChange } from './propose-change.ts'
import { askedUnits, changeById, changesOfYear } from './queries.ts'
import { withdrawChange } from './withdraw-change.ts'

let db: Db
let cast: Cast
let target: Target
beforeEach(async () => {
  ;({ db } = await testDatabase())
  cast = await makeCast(db)
  target = await lockedTarget(db, cast)
})

const termsNow = async () => termsOf(await targetById(db, target.id), await assignmentsOfTarget(db, target.id))

/** A lower plan of the first unit. */
async function wanted(planned = '8'): Promise<Terms> {
  const terms = await termsNow()
  return { ...terms, plans: { ...terms.plans, [cast.units[0] ?? '']: { isAssigned: true, planned } } }
}

const propose = async (actor: Actor, after?: Terms) =>
  proposeChange(db, actor, { target: target.id, after: after ?? (await wanted()), reason: 'Sáp nhập cơ sở' }, morning)

const answer = (change: string, index: number, given: 'agree' | 'refuse' = 'agree', reason = '') => {
  const leader = cast.leaders[index]
  if (leader === undefined) throw new Error('six lead')
  return giveConsent(db, leader, { change, unit: cast.units[index] ?? '', answer: given, reason }, morning)
}

const openTasks = async (kind: string) =>
  (
    await db
      .selectFrom('task')
      .select('id')
      .where('bloc_year_id', '=', cast.blocYear)
      .where('kind', '=', kind)
      .where('closed_at', 'is', null)
      .execute()
  ).length

const planOfFirst = async () => (await termsNow()).plans[cast.units[0] ?? '']?.planned

describe('a change after signing', () => {
  test('is in force with the last of all consents, and not before', async () => {
    const change = await propose(cast.an)
    expect(await openTasks('targets.consent')).toBe(6)
    for (const index of [0, 1, 2, 3, 4]) await answer(change, index)
    expect([await planOfFirst(), await openTasks('targets.consent')]).toEqual(['10', 1])
    await answer(change, 5)
    expect(await planOfFirst()).toBe('8')
    expect(await changeById(db, change)).toMatchObject({ state: 'agreed', settled_at: morning })
    expect((await targetById(db, target.id)).version).toBe(target.version + 1)
    expect([await openTasks('targets.consent'), await openTasks('targets.changeAgreed')]).toEqual([0, 1])
    await expect(answer(change, 5)).rejects.toMatchObject({ key: 'targetChanges.alreadySettled' })
  })

  test('leaves the target as it was signed when one refuses, with a reason', async () => {
    const change = await propose(cast.binh)
    await expect(answer(change, 1, 'refuse')).rejects.toMatchObject({ key: 'targetChanges.reasonMissing' })
    await answer(change, 1, 'refuse', 'Chưa thuyết phục')
    expect(await changeById(db, change)).toMatchObject({ state: 'refused' })
    expect([await planOfFirst(), await openTasks('targets.consent')]).toEqual(['10', 0])
    await expect(answer(change, 2)).rejects.toMatchObject({ key: 'targetChanges.alreadySettled' })
    expect(await propose(cast.an)).not.toBe(change)
  })

  test('is proposed by the head or a unit that has the target, and answered by leaders for their own unit', async () => {
    for (const other of [cast.chi, cast.dung, cast.em]) await expect(propose(other)).rejects.toThrow(Forbidden)
    const officer = await addOfficer(db, 'Phan Thị Lụa', cast.units[1] ?? '')
    const member = { ...officer, memberships: [{ blocYear: cast.blocYear, unit: cast.units[1] ?? '' }] }
    const change = await propose(member)
    const given = { change, unit: cast.units[1] ?? '', answer: 'agree' as const, reason: '' }
    for (const other of [member, cast.an, cast.chi, cast.dung]) {
      await expect(giveConsent(db, other, given, morning)).rejects.toThrow(Forbidden)
    }
    await answer(change, 1)
    await expect(answer(change, 1)).rejects.toMatchObject({ key: 'targetChanges.alreadyAnswered' })
  })

  test('needs something to change, and a target that a signed paper holds', async () => {
    await expect(propose(cast.an, await termsNow())).rejects.toMatchObject({ key: 'targetChanges.nothingChanges' })
    const draft = await draftTarget(db, cast, { code: 'CT02' })
    const input = { target: draft.id, after: { ...(await wanted()), name: 'Khác' }, reason: 'Thử' }
    await expect(proposeChange(db, cast.an, input, morning)).rejects.toMatchObject({ key: 'targetChanges.notLocked' })
  })

  test('waits alone: of two proposed at once one is refused', async () => {
    const both = await Promise.allSettled([propose(cast.an), propose(cast.binh)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await changesOfYear(db, cast.blocYear)).toHaveLength(1)
  })

  test('is applied once when the last two consent at the same moment', async () => {
    const change = await propose(cast.an)
    for (const index of [0, 1, 2, 3]) await answer(change, index)
    await Promise.all([answer(change, 4), answer(change, 5)])
    expect(await changeById(db, change)).toMatchObject({ state: 'agreed' })
    expect((await targetById(db, target.id)).version).toBe(target.version + 1)
  })

  test('is taken back by whoever proposed it, and by nobody else', async () => {
    const change = await propose(cast.binh)
    await expect(withdrawChange(db, cast.an, change, morning)).rejects.toThrow(Forbidden)
    await withdrawChange(db, cast.binh, change, morning)
    expect([(await changeById(db, change)).state, await openTasks('targets.consent')]).toEqual(['withdrawn', 0])
    const again = withdrawChange(db, cast.binh, change, morning)
    await expect(again).rejects.toMatchObject({ key: 'targetChanges.alreadySettled' })
  })

  test('may drop the target as a whole', async () => {
    const change = await propose(cast.an, { ...(await termsNow()), isWithdrawn: true })
    for (const index of cast.leaders.keys()) await answer(change, index)
    expect((await targetById(db, target.id)).state).toBe('withdrawn')
  })

  test('no longer waits for a member that left: those who stayed have all consented', async () => {
    const change = await propose(cast.an)
    for (const index of [0, 1, 2, 3, 4]) await answer(change, index)
    await db
      .updateTable('membership')
      .set({ to_on: '2023-02-28' })
      .where('bloc_year_id', '=', cast.blocYear)
      .where('unit_id', '=', cast.units[5] ?? '')
      .execute()
    await closeSettledChanges(db, new Date('2023-02-28T23:59:00+07:00'))
    expect((await changeById(db, change)).state).toBe('proposed')
    await closeSettledChanges(db, new Date('2023-03-01T00:01:00+07:00'))
    expect((await changeById(db, change)).state).toBe('agreed')
    expect((await askedUnits(db, change)).find((one) => one.unit_id === cast.units[5])?.left_on).toBe('2023-03-01')
    expect(await planOfFirst()).toBe('8')
  })
})
