import { scoringDays, seenOtherwise, selfMarks, sentLate, typedFacts } from '../../../db/seed/nam-dinh-scoring.ts'
import { deputyUnit, headUnit } from '../../../db/seed/nam-dinh.ts'
import { scoreTables } from '../../../db/seed/score-tables.ts'
import { openAssignment } from '#domains/scoring/cross/open-assignment.ts'
import { planCross } from '#domains/scoring/cross/plan-cross.ts'
import { assignmentsOfRound, type AssignmentRow } from '#domains/scoring/cross/queries.ts'
import { saveAssessment } from '#domains/scoring/cross/save-assessment.ts'
import { readBefore, sendAssessment } from '#domains/scoring/cross/send-assessment.ts'
import { verifySheet } from '#domains/scoring/judging/verify-sheet.ts'
import { moveRound } from '#domains/scoring/rounds/move-round.ts'
import { openRound } from '#domains/scoring/rounds/open-round.ts'
import { prepareRound } from '#domains/scoring/rounds/prepare-round.ts'
import { choosableTables, roundById, tableOfVersion } from '#domains/scoring/rounds/queries.ts'
import { leavesOf } from '#domains/scoring/sheets/leaf.ts'
import { sheetById, sheetsOfRound } from '#domains/scoring/sheets/queries.ts'
import { saveEntries } from '#domains/scoring/sheets/save-entries.ts'
import { sendSheet } from '#domains/scoring/sheets/send-sheet.ts'
import { addTable } from '#domains/scoring/tables/add-table.ts'
import { adoptTable } from '#domains/scoring/tables/adopt-table.ts'
import type { Actor } from '#platform/actor.ts'
import { announce } from '../announce.ts'
import { actorNamed } from './tell-people.ts'
import { at, keys, leader, unitOf, type Story } from './tell-year.ts'

const authorityLogin = 'co-quan-thi-dua'
const keyOf = (story: Story, unit: string) => keys.find((key) => unitOf(story, key) === unit) ?? ''
const leaderOfUnit = (story: Story, unit: string): Actor => leader(story, keyOf(story, unit))

/** The shipped table, taken over and adopted by the bloc. */
async function tellTable({ db, year, ...story }: Story): Promise<string> {
  const head = leader(story, headUnit)
  const now = at(scoringDays.tableAdopted)
  const [shipped] = scoreTables
  if (shipped === undefined) throw new Error('no score table is shipped')
  await addTable(db, head, { bloc: year.bloc.id, content: shipped.table, from: 'template' }, now)
  const draft = db.selectFrom('score_table_version').select(['id', 'edition']).where('state', '=', 'draft')
  const { id, edition } = await draft.executeTakeFirstOrThrow()
  await adoptTable(db, head, { version: id, edition, note: '' }, now)
  const [choosable] = await choosableTables(db, year.bloc.id)
  return choosable?.version_id ?? id
}

async function tellRound(story: Story, version: string): Promise<string> {
  const { db, year } = story
  const head = leader(story, headUnit)
  const now = at(scoringDays.opened)
  const said = {
    blocYear: year.id,
    name: 'Chấm điểm thi đua năm 2023',
    tables: [{ version, factor: '1' }],
    hasCross: true,
    selfDueOn: scoringDays.selfDue,
    crossDueOn: scoringDays.crossDue,
    verifyDueOn: scoringDays.verifyDue,
    petitionDays: 5,
  }
  const round = await prepareRound(db, head, said, now)
  await openRound(db, head, { round, version: 1 }, { now, announce })
  return round
}

const cellsFor = (unit: string) => {
  const cell = (kind: 'fact' | 'mark') => (said: readonly [string, Readonly<Record<string, string>>]) => {
    return { kind, name: said[0], text: said[1][unit] ?? '', isAssigned: true, edition: 0 } as const
  }
  return [...Object.entries(typedFacts).map(cell('fact')), ...Object.entries(selfMarks).map(cell('mark'))]
}

async function tellSelfScores(story: Story, round: string) {
  for (const { id, unit_id } of await sheetsOfRound(story.db, round)) {
    const unit = keyOf(story, unit_id)
    const isLate = unit === sentLate.unit
    const now = at(isLate ? scoringDays.sentLate : scoringDays.sent)
    const actor = leader(story, unit)
    await saveEntries(story.db, actor, { sheet: id, cells: cellsFor(unit) }, now)
    await sendSheet(story.db, actor, { sheet: id, lateReason: isLate ? sentLate.reason : '' }, now)
  }
}

async function moveOn(story: Story, round: string, act: 'startCross' | 'startVerifying', day: string) {
  const { version } = await roundById(story.db, round)
  await moveRound(story.db, leader(story, headUnit), { round, version, act }, { now: at(day), announce })
}

/** What an assessor writes: the unit's own figure, or what was seen otherwise with its reason. */
async function marksFor(story: Story, assignment: AssignmentRow, day: string) {
  const { db } = story
  const { round_id, version_id, unit_id } = assignment
  const before = await readBefore(db, await roundById(db, round_id), assignment, day)
  const leaves = leavesOf(await tableOfVersion(db, version_id))
  const otherwise = seenOtherwise[keyOf(story, unit_id)] ?? {}
  return leaves.flatMap(({ code }) => {
    const own = before.get(code)?.points ?? null
    if (own === null) return []
    const { points, reason } = otherwise[code] ?? { points: own.replace('.', ','), reason: '' }
    return [{ code, text: points, reason, edition: 0 }]
  })
}

async function tellAssessment(story: Story, assignment: AssignmentRow) {
  const { db } = story
  const { id, round_id, assessor_unit_id, edition } = assignment
  const day = scoringDays.crossSent
  const actor = leaderOfUnit(story, assessor_unit_id)
  await openAssignment(db, actor, { assignment: id, edition }, at(day))
  await saveAssessment(db, actor, { assignment: id, marks: await marksFor(story, assignment, day) }, at(day))
  const open = (await assignmentsOfRound(db, round_id)).find((one) => one.id === id)
  await sendAssessment(db, actor, { assignment: id, edition: open?.edition ?? edition + 1 }, at(day))
}

async function tellCross(story: Story, round: string) {
  const { db } = story
  const plan = {
    round,
    span: 'sheet',
    perUnit: 2,
    method: 'median',
    minimumSample: 5,
    seed: '2023',
    reason: '',
  } as const
  await planCross(db, leader(story, headUnit), { ...plan, fields: {} }, at(scoringDays.sentLate))
  for (const assignment of await assignmentsOfRound(db, round)) await tellAssessment(story, assignment)
}

/** The head verifies all sheets but its own, which the deputy does; then the authority agrees. */
async function tellVerifying(story: Story, round: string) {
  const { db } = story
  const authority = await actorNamed(story, authorityLogin)
  for (const { id, unit_id } of await sheetsOfRound(db, round)) {
    const judge = leader(story, keyOf(story, unit_id) === headUnit ? deputyUnit : headUnit)
    const { edition } = await sheetById(db, id)
    await verifySheet(db, judge, { sheet: id, edition }, at(scoringDays.verified))
    const verified = await sheetById(db, id)
    await verifySheet(db, authority, { sheet: id, edition: verified.edition }, at(scoringDays.agreed))
  }
}

/** The year is scored up to the head's closing day, which is left for who tries the sample. */
export async function tellScoring(story: Story): Promise<void> {
  const round = await tellRound(story, await tellTable(story))
  await tellSelfScores(story, round)
  await moveOn(story, round, 'startCross', scoringDays.sentLate)
  await tellCross(story, round)
  await moveOn(story, round, 'startVerifying', scoringDays.crossDue)
  await tellVerifying(story, round)
}
