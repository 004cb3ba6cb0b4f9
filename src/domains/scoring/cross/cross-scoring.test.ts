import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { moveRound } from '../rounds/move-round.ts'
import { addObjection } from '../objections/add-objection.ts'
import { changeAssessor } from '../objections/change-assessor.ts'
import { closeObjection } from '../objections/close-objection.ts'
import { endCross } from './end-cross.ts'
import { openAssignment } from './open-assignment.ts'
import { planCross, planCrossInput, type PlanCross } from './plan-cross.ts'
import { assignmentById, assignmentsOfRound, marksOfAssessor, planOf, type AssignmentRow } from './queries.ts'
import { refuseAssignment } from './refuse-assignment.ts'
import { saveAssessment } from './save-assessment.ts'
import { sendAssessment } from './send-assessment.ts'
import { sentRound } from './testing/sent-round.ts'

let db: Db
let cast: Cast
beforeAll(async () => {
  db = (await testDatabase()).db
  cast = await makeCast(db)
})

const afterDue = new Date('2023-02-23T08:00:00+07:00')
const announce = async () => {}

const planned = (round: string, given: Partial<PlanCross> = {}) =>
  planCrossInput.parse({ round, span: 'sheet', perUnit: 2, seed: 'lần thử', ...given })

async function drawn(given: Partial<PlanCross> = {}) {
  const made = await sentRound(db, cast)
  await planCross(db, cast.an, planned(made.round, given), morning)
  return { ...made, turns: await assignmentsOfRound(db, made.round) }
}

const leaderOf = (unit: string): Actor => {
  const leader = cast.leaders[cast.units.indexOf(unit)]
  if (leader === undefined) throw new Error('no leader')
  return leader
}
const ofUnit = (turns: readonly AssignmentRow[], unit: string) => {
  const turn = turns.find((one) => one.assessor_unit_id === unit)
  if (turn === undefined) throw new Error('no turn')
  return turn
}
const binhs = (turns: readonly AssignmentRow[]) => ofUnit(turns, cast.units[0] ?? '')

const cell = (code: string, text: string, reason = '') => ({ code, text, reason, edition: 0 })

async function sendAll(turn: AssignmentRow, points: readonly [string, string, string] = ['8', '0', '2']) {
  const actor = leaderOf(turn.assessor_unit_id)
  await openAssignment(db, actor, { assignment: turn.id, edition: turn.edition }, morning)
  const marks = points.map((text, index) => cell(String(index + 1), text, 'Có lý do'))
  await saveAssessment(db, actor, { assignment: turn.id, marks }, morning)
  const { edition } = await assignmentById(db, turn.id)
  await sendAssessment(db, actor, { assignment: turn.id, edition }, morning)
}

describe('the drawing', () => {
  test('is the head’s, keeps its seed, and is made anew only with a reason and before anyone began', async () => {
    const { round } = await sentRound(db, cast)
    await expect(planCross(db, cast.binh, planned(round), morning)).rejects.toThrow(Forbidden)
    await expect(planCross(db, cast.dung, planned(round), morning)).rejects.toThrow(Forbidden)
    await expect(planCross(db, cast.an, planned(round, { perUnit: 6 }), morning)).rejects.toThrow('cross.tooFewUnits')
    await planCross(db, cast.an, planned(round), morning)
    expect(await planOf(db, round)).toMatchObject({ seed: 'lần thử', per_unit: 2, method: 'median' })
    const first = await assignmentsOfRound(db, round)
    expect(first).toHaveLength(12)
    expect(first.every((turn) => !turn.is_mutual && turn.unit_id !== turn.assessor_unit_id)).toBe(true)

    await expect(planCross(db, cast.an, planned(round), morning)).rejects.toThrow('cross.reasonMissing')
    await planCross(db, cast.an, planned(round, { seed: 'lần hai', reason: 'Thêm đơn vị' }), morning)
    const second = await assignmentsOfRound(db, round)
    expect(second.filter(({ state }) => state === 'waiting')).toHaveLength(12)
    expect(second.filter(({ state, reason }) => state === 'replaced' && reason === 'Thêm đơn vị')).toHaveLength(12)

    const [turn] = second.filter(({ state }) => state === 'waiting')
    if (turn === undefined) throw new Error('no turn')
    await openAssignment(db, leaderOf(turn.assessor_unit_id), { assignment: turn.id, edition: 1 }, morning)
    await expect(planCross(db, cast.an, planned(round, { reason: 'Nữa' }), morning)).rejects.toThrow('alreadyBegun')
  })

  test('gives fields to who holds them, also from outside the bloc, and to several', async () => {
    const fields = { TC: [cast.outsideUnit, cast.units[1] ?? ''], VP: [cast.units[0] ?? ''] }
    const { turns } = await drawn({ span: 'field', fields })
    const by = (part: string, unit: string) =>
      turns.filter((turn) => turn.part === part && turn.assessor_unit_id === unit).length
    expect([by('I', cast.outsideUnit), by('I', cast.units[1] ?? ''), by('II', cast.units[0] ?? '')]).toEqual([6, 5, 5])
    const turn = ofUnit(turns, cast.outsideUnit)
    await openAssignment(db, cast.chi, { assignment: turn.id, edition: 1 }, morning)
    const saved = await saveAssessment(
      db,
      cast.chi,
      { assignment: turn.id, marks: [cell('1', '7'), cell('3', '4')] },
      morning,
    )
    expect(saved.map(({ outcome }) => outcome)).toEqual(['applied', 'fault'])
  })
})

describe('a turn', () => {
  test('begins with the question about conflicts; nothing is entered before', async () => {
    const { turns } = await drawn()
    const turn = binhs(turns)
    const save = { assignment: turn.id, marks: [cell('1', '7')] }
    await expect(saveAssessment(db, cast.binh, save, morning)).rejects.toThrow('cross.notOpened')
    const assessed = leaderOf(turn.unit_id)
    const open = { assignment: turn.id, edition: turn.edition }
    for (const wrong of [assessed, cast.chi, cast.dung, cast.em]) {
      await expect(openAssignment(db, wrong, open, morning)).rejects.toThrow(Forbidden)
    }
    const both = await Promise.allSettled([1, 2].map(() => openAssignment(db, cast.binh, open, morning)))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(saveAssessment(db, assessed, save, morning)).rejects.toThrow(Forbidden)
    expect((await saveAssessment(db, cast.binh, save, morning))[0]?.outcome).toBe('applied')
    expect((await saveAssessment(db, cast.binh, save, morning))[0]?.outcome).toBe('unchanged')
  })

  test('is sent only with all points, where zero is one, and a reason for each difference', async () => {
    const { turns } = await drawn()
    const turn = binhs(turns)
    await openAssignment(db, cast.binh, { assignment: turn.id, edition: 1 }, morning)
    const send = () => sendAssessment(db, cast.binh, { assignment: turn.id, edition: 2 }, morning)
    await saveAssessment(db, cast.binh, { assignment: turn.id, marks: [cell('1', '7,5'), cell('2', '0')] }, morning)
    await expect(send()).rejects.toMatchObject({ key: 'cross.unscored', values: { codes: '3' } })
    await saveAssessment(db, cast.binh, { assignment: turn.id, marks: [cell('3', '2')] }, morning)
    await expect(send()).rejects.toMatchObject({ key: 'cross.unexplained', values: { codes: '1' } })
    const why = { code: '1', text: '7,5', reason: 'Chậm hai việc', edition: 1 }
    await saveAssessment(db, cast.binh, { assignment: turn.id, marks: [why] }, morning)
    await expect(
      sendAssessment(db, leaderOf(turn.unit_id), { assignment: turn.id, edition: 2 }, morning),
    ).rejects.toThrow(Forbidden)
    const twice = await Promise.allSettled([send(), send()])
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(
      saveAssessment(db, cast.binh, { assignment: turn.id, marks: [cell('1', '1')] }, morning),
    ).rejects.toThrow('cross.notOpened')
  })

  test('passes to another with a conflict, which stands for the whole round and is told', async () => {
    const { turns, round } = await drawn()
    const turn = binhs(turns)
    await openAssignment(db, cast.binh, { assignment: turn.id, edition: 1 }, morning)
    await saveAssessment(db, cast.binh, { assignment: turn.id, marks: [cell('1', '7')] }, morning)
    const refuse = { assignment: turn.id, edition: 2, reason: 'Lãnh đạo hai đơn vị là anh em' }
    await expect(refuseAssignment(db, cast.an, refuse, morning)).rejects.toThrow(Forbidden)
    await refuseAssignment(db, cast.binh, refuse, morning)
    const after = await assignmentsOfRound(db, round)
    expect(after.find(({ id }) => id === turn.id)).toMatchObject({ state: 'recused', reason: refuse.reason })
    const heir = after.find(({ replaces }) => replaces === turn.id)
    expect(heir).toMatchObject({ unit_id: turn.unit_id, state: 'waiting' })
    expect([turn.assessor_unit_id, turn.unit_id]).not.toContain(heir?.assessor_unit_id)
    expect(await marksOfAssessor(db, turn)).toEqual([])
    await expect(
      changeAssessor(
        db,
        cast.an,
        { assignment: heir?.id ?? '', edition: 1, assessor: turn.assessor_unit_id, reason: 'Trả lại' },
        morning,
      ),
    ).rejects.toThrow('cross.inConflict')
  })

  test('is given to another by the head, before it began', async () => {
    const { turns, round } = await drawn()
    const turn = binhs(turns)
    const free = cast.units.find(
      (unit) =>
        unit !== turn.unit_id && !turns.some((one) => one.unit_id === turn.unit_id && one.assessor_unit_id === unit),
    )
    const change = { assignment: turn.id, edition: 1, assessor: free ?? '', reason: 'Vắng cả tháng' }
    await expect(changeAssessor(db, cast.binh, change, morning)).rejects.toThrow(Forbidden)
    await expect(changeAssessor(db, cast.an, { ...change, assessor: turn.unit_id }, morning)).rejects.toThrow(
      'cross.itself',
    )
    await expect(changeAssessor(db, cast.an, { ...change, assessor: cast.outsideUnit }, morning)).rejects.toThrow(
      'cross.notMember',
    )
    await changeAssessor(db, cast.an, change, morning)
    await expect(changeAssessor(db, cast.an, { ...change, edition: 2 }, morning)).rejects.toThrow('cross.alreadyBegun')
    const after = await assignmentsOfRound(db, round)
    expect(after.find(({ replaces }) => replaces === turn.id)?.assessor_unit_id).toBe(free)
  })
})

describe('an objection', () => {
  test('is decided by the head, and where the head is concerned by the authority; meanwhile nobody begins', async () => {
    const { turns, round } = await drawn()
    const plain = turns.find((turn) => ![turn.unit_id, turn.assessor_unit_id].includes(cast.headUnit))
    const heads = turns.find((turn) => turn.assessor_unit_id === cast.headUnit)
    if (plain === undefined || heads === undefined) throw new Error('no turns')
    const raise = (actor: Actor, turn: AssignmentRow) =>
      addObjection(db, actor, { assignment: turn.id, reason: 'Đang có khiếu nại' }, morning)
    await expect(raise(leaderOf(plain.assessor_unit_id), plain)).rejects.toThrow(Forbidden)
    await expect(raise(cast.chi, plain)).rejects.toThrow(Forbidden)
    const one = await raise(leaderOf(plain.unit_id), plain)
    await expect(raise(leaderOf(plain.unit_id), plain)).rejects.toThrow('cross.objectionWaits')
    const open = { assignment: plain.id, edition: 1 }
    await expect(openAssignment(db, leaderOf(plain.assessor_unit_id), open, morning)).rejects.toThrow('objectionWaits')

    const decide = { objection: one, outcome: 'upheld', reason: 'Có căn cứ' } as const
    await expect(closeObjection(db, cast.dung, decide, morning)).rejects.toThrow(Forbidden)
    await expect(closeObjection(db, leaderOf(plain.unit_id), decide, morning)).rejects.toThrow(Forbidden)
    await closeObjection(db, cast.an, decide, morning)
    await expect(closeObjection(db, cast.an, decide, morning)).rejects.toThrow('objectionDecided')
    expect((await assignmentsOfRound(db, round)).some(({ replaces }) => replaces === plain.id)).toBe(true)

    const other = await raise(leaderOf(heads.unit_id), heads)
    const dismiss = { objection: other, outcome: 'dismissed', reason: 'Không có căn cứ' } as const
    await expect(closeObjection(db, cast.an, dismiss, morning)).rejects.toThrow(Forbidden)
    await closeObjection(db, cast.dung, dismiss, morning)
    await openAssignment(db, cast.an, { assignment: heads.id, edition: 1 }, morning)
    await expect(raise(leaderOf(heads.unit_id), heads)).rejects.toThrow('alreadyBegun')
  })
})

describe('what assessors gave', () => {
  test('stands in no log, task or notice, and the round goes on only when every turn is taken or ended', async () => {
    const { turns, round } = await drawn({ perUnit: 1 })
    const [late, ...inTime] = turns
    if (late === undefined) throw new Error('no turn')
    for (const turn of inTime) await sendAll(turn, ['7.3137', '0', '2'])
    const entries = await db.selectFrom('audit_entry').select('facts').where('subject_id', '=', round).execute()
    expect(entries.length).toBeGreaterThan(10)
    const tasks = await db
      .selectFrom('task')
      .select(['facts', 'path'])
      .where('bloc_year_id', '=', cast.blocYear)
      .execute()
    expect(JSON.stringify([...entries, ...tasks])).not.toMatch(/7[.,]3137/u)

    const move = () => moveRound(db, cast.an, { round, version: 1, act: 'startVerifying' }, { now: afterDue, announce })
    await expect(move()).rejects.toMatchObject({ key: 'cross.turnsOpen', values: { count: 1 } })
    const end = { round, reason: 'Đã nhắc ba lần' }
    await expect(endCross(db, cast.an, end, morning)).rejects.toThrow('cross.stillTime')
    await expect(endCross(db, cast.binh, end, afterDue)).rejects.toThrow(Forbidden)
    await endCross(db, cast.an, end, afterDue)
    expect(await assignmentById(db, late.id)).toMatchObject({ state: 'missed', reason: end.reason })
    await expect(endCross(db, cast.an, end, afterDue)).rejects.toThrow('cross.nothingOwed')
    await move()
  })
})
