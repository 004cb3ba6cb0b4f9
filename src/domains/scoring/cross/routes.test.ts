import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import type { ApiCall, Endpoint } from '#platform/api.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { testRenderer } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { judgingPaths } from '../judging/paths.ts'
import { moveRound } from '../rounds/move-round.ts'
import { scoringPaths } from '../paths.ts'
import { scoringRoutes } from '../routes.tsx'
import { crossApi } from './api.ts'
import { crossPaths } from './paths.ts'
import { planCross, planCrossInput } from './plan-cross.ts'
import { assignmentsOfRound, type AssignmentRow } from './queries.ts'
import { sentRound } from './testing/sent-round.ts'
import { vi } from './words.vi.ts'

let db: Db
let cast: Cast
beforeAll(async () => {
  db = (await testDatabase()).db
  cast = await makeCast(db)
})

const announce = async () => {}
/** Points that nobody would write by chance. */
const secret = '7,3137'
const shown = /7[.,]3137/u

async function begin() {
  const made = await sentRound(db, cast)
  const input = planCrossInput.parse({ round: made.round, span: 'sheet', perUnit: 1, seed: 'thử' })
  await planCross(db, cast.an, input, morning)
  const web = openTestWeb(db, scoringRoutes({ announce, renderer: testRenderer() }))
  const at = [cast.blocSlug, '2023', made.round] as const
  return { ...made, web, at, turns: await assignmentsOfRound(db, made.round) }
}

const leaderOf = (unit: string): Actor => cast.leaders[cast.units.indexOf(unit)] ?? cast.an

async function apiMarks(actor: Actor, round: string): Promise<string> {
  const endpoint = crossApi.find(({ path }) => path.endsWith('/cross-marks')) as Endpoint
  const ids: Readonly<Record<string, string>> = { blocYear: cast.blocYear, round }
  const call: Omit<ApiCall, 'id'> = {
    db,
    actor,
    now: morning,
    locale: 'vi',
    onlyUnit: null,
    onlyYear: cast.blocYear,
    match: () => undefined,
    file: undefined,
  }
  return JSON.stringify(await endpoint.run({ ...call, id: (name) => ids[name] ?? '', query: {}, body: {} }))
}

type At = readonly [string, string, string]

/** Asks, opens, types wrongly and rightly, and hands in; the assessed unit never gets in. */
async function takeTurn(web: ReturnType<typeof openTestWeb>, at: At, turn: AssignmentRow) {
  const own = [...at, turn.id] as const
  const assessor = web.as(leaderOf(turn.assessor_unit_id))
  const question = await assessor.get(crossPaths.assignment(...own))
  expect(question.text).toContain(vi.question.ask)
  expect(question.text).not.toContain(vi.marks.own)
  await assessor.post(crossPaths.opening(...own), { edition: '1' })
  const wrong = await assessor.post(crossPaths.marks(...own), { 'v.m.1': 'mười', 'n.m.1': '', 'r.m.1': '0' })
  expect([wrong.status, wrong.text.includes('value="mười"')]).toEqual([422, true])
  await assessor.post(crossPaths.marks(...own), { 'v.m.1': secret, 'n.m.1': 'Chậm', 'r.m.1': '0', next: 'fill' })
  expect((await assessor.get(crossPaths.assignment(...own))).text).toMatch(shown)
  expect((await web.as(leaderOf(turn.unit_id)).get(crossPaths.assignment(...own))).status).toBe(403)
  const sent = await assessor.post(crossPaths.sending(...own), { edition: '2' })
  expect(sent.status).toBe(303)
}

test('a turn asks about conflicts first, takes points as typed, and shows them to nobody until all are in', async () => {
  const { web, at, turns, round, version } = await begin()
  for (const turn of turns) await takeTurn(web, at, turn)
  const [first] = turns
  if (first === undefined) throw new Error('no turn')
  const assessed = first.unit_id
  const outsiders = [leaderOf(assessed), cast.an, cast.dung]
  const sheet = scoringPaths.sheet(...at, assessed, version)
  const pages = [crossPaths.overview(...at), crossPaths.leanings(...at), scoringPaths.round(...at), sheet]
  for (const actor of outsiders) {
    for (const page of pages) expect((await web.as(actor).get(page)).text).not.toMatch(shown)
  }
  // Each sees what its own unit gave, and no more.
  const own = JSON.parse(await apiMarks(leaderOf(assessed), round)) as { body: { items: { assessor: string }[] } }
  expect(JSON.stringify(own)).toMatch(shown)
  expect(JSON.stringify(own)).not.toContain(`"assessor":"${first.assessor_unit_id}"`)
  expect(await apiMarks(cast.dung, round)).not.toMatch(shown)

  await moveRound(db, cast.an, { round, version: 1, act: 'startVerifying' }, { now: morning, announce })
  expect(await apiMarks(cast.dung, round)).toMatch(shown)
  const judged = judgingPaths.sheet(...at, first.sheet_id)
  expect((await web.as(cast.an).get(judged)).text).toMatch(shown)
  expect((await web.as(cast.chi).get(judged)).status).toBe(403)
})

test('a conflict is told to all members, and the turn waits for another unit', async () => {
  const { web, at, turns } = await begin()
  const [turn] = turns
  if (turn === undefined) throw new Error('no turn')
  const assessor = web.as(leaderOf(turn.assessor_unit_id))
  const empty = await assessor.post(crossPaths.refusal(...at, turn.id), { edition: '1', reason: ' ' })
  expect(empty.status).toBe(422)
  const reason = 'Hai đơn vị cùng làm một công trình'
  await assessor.post(crossPaths.refusal(...at, turn.id), { edition: '1', reason })
  const overview = await web.as(leaderOf(turn.unit_id)).get(crossPaths.overview(...at))
  expect(overview.text).toContain(reason)
  expect(overview.text).toContain(vi.states.recused)
  expect((await assessor.get(crossPaths.assignment(...at, turn.id))).status).toBe(404)
})

test('a meeting is led from the desk and followed on the wall, which reads itself again', async () => {
  const { round, version, sheets } = await sentRound(db, cast, 'verifying')
  const at = [cast.blocSlug, '2023', round] as const
  const web = openTestWeb(db, scoringRoutes({ announce, renderer: testRenderer() }))
  const desk = web.as(cast.an)
  expect((await desk.post(judgingPaths.meeting(...at), { stop: 'không phải' })).status).toBe(422)
  await desk.post(judgingPaths.meeting(...at), { stop: `${version} 1` })
  const cell = { [`v.m.${sheets[0]}`]: '6,25', [`n.m.${sheets[0]}`]: '', [`r.m.${sheets[0]}`]: '0', code: '1' }
  const without = await desk.post(judgingPaths.meetingMarks(...at), cell)
  expect([without.status, without.text.includes('value="6,25"')]).toEqual([422, true])
  await desk.post(judgingPaths.meetingMarks(...at), { ...cell, [`n.m.${sheets[0]}`]: 'Cả khối thống nhất' })
  const wall = await web.as(cast.binh).get(judgingPaths.screen(...at))
  expect(wall.text).toContain('6,25')
  expect(wall.headers.get('refresh')).toBe('4')
  const paper = await desk.get(judgingPaths.meetingPaper(...at))
  expect(paper.headers.get('content-type')).toBe('application/pdf')
  expect((await web.as(cast.binh).get(judgingPaths.meeting(...at))).status).toBe(403)
})
