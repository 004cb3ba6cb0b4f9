import { sql } from 'kysely'
import { yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import { namesOn } from '#domains/units/queries.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import type { Locale } from '#platform/words.ts'
import type { CombineMethod } from '../cross/harshness.ts'
import { isOpenToMembers, type Round, type ScoringStage } from '../rounds/round.ts'
import type { ScoreFacts, UnitFacts } from '../table/score-facts.ts'
import type { ScoreTable } from '../table/score-table.ts'
import type { FactsByUnit, GatheredFact } from './fact-source.ts'
import { gatherFacts } from './gather-facts.ts'
import { judgedRule, leavesOf } from '../sheets/leaf.ts'
import { sheetsOfRound, type SheetRow } from '../sheets/queries.ts'
import { readMarks, readTypedFacts } from '../sheets/read-entries.ts'
import { readReadyTable } from './read-ready-table.ts'
import type { Mark, TypedFact } from '../sheets/sheet.ts'
import { standingMarks, standingTyped, type StandingMark } from './standing.ts'
import { words } from '../sheets/words.ts'

export interface StandingAsked {
  round: Pick<Round, 'id' | 'bloc_year_id' | 'state'>
  version: string
  /** Of the round, for who has read it. */
  year?: BlocYearRow
  /** Up to which stage words count. */
  stage: ScoringStage
  today: string
  locale?: Locale
  /** For whom: before sheets are open to members, what other units typed is not looked at. */
  unit?: string
}

/** All that the points of one table follow from, for every unit of the round. */
export interface Standing {
  table: ScoreTable
  sheets: readonly SheetRow[]
  /** For the engine. */
  facts: ScoreFacts
  /** For people: each fact with where from. */
  gathered: FactsByUnit
  marks: ReadonlyMap<string, ReadonlyMap<string, StandingMark>>
}

/** Marks of assessors who have handed in; others are not to be known yet. */
async function countedMarks(db: Db | Tx, ids: readonly string[]): Promise<Mark[]> {
  const marks = await readMarks(db, ids)
  if (!marks.some(({ stage }) => stage === 'cross')) return marks
  const { rows } = await sql<{ pair: string }>`
    select sheet_id || ' ' || assessor_unit_id as pair from cross_assignment
    where state = 'submitted' and sheet_id = any(${[...ids]}::uuid[])`.execute(db)
  const submitted = new Set(rows.map(({ pair }) => pair))
  return marks.filter(
    ({ stage, sheet_id, assessor_unit_id }) => stage !== 'cross' || submitted.has(`${sheet_id} ${assessor_unit_id}`),
  )
}

/** How marks of several assessors make one. */
async function methodOf(db: Db | Tx, round: string): Promise<CombineMethod> {
  const plan = db.selectFrom('cross_plan').select('method').where('round_id', '=', round)
  return (await plan.executeTakeFirst())?.method ?? 'median'
}

/** What people said on sheets, by sheet. */
async function readSaid(db: Db | Tx, sheets: readonly SheetRow[]) {
  const [first] = sheets
  const ids = sheets.map(({ id }) => id)
  const [typed, marks] = await Promise.all([readTypedFacts(db, ids), countedMarks(db, ids)])
  // Only cross-marks are combined.
  const isCrossed = marks.some(({ stage }) => stage === 'cross')
  const method = first !== undefined && isCrossed ? await methodOf(db, first.round_id) : 'median'
  return {
    typed: Map.groupBy(typed, ({ sheet_id }) => sheet_id),
    marks: Map.groupBy(marks, ({ sheet_id }) => sheet_id),
    method,
  }
}

const typedFact = (fact: TypedFact): GatheredFact => ({
  value: fact.value,
  assigned: fact.is_assigned,
  verified: fact.stage !== 'self',
  source: { from: 'typed', by: fact.by_name, note: fact.note, verified: fact.stage !== 'self' },
})

/** What a later stage said of a fact takes the place of what the system knows; so does what a unit typed, where it may. */
function putTyped(gathered: FactsByUnit, unit: string, typed: ReadonlyMap<string, TypedFact>) {
  for (const [key, fact] of typed) gathered.get(unit)?.set(key, typedFact(fact))
}

const judgedCodes = (table: ScoreTable): ReadonlySet<string> =>
  new Set(leavesOf(table).flatMap((leaf) => (judgedRule(leaf) === undefined ? [] : [leaf.code])))

interface UnitAsked {
  judged: ReadonlySet<string>
  unit: string
  name: string
  gathered: FactsByUnit
  marks: ReadonlyMap<string, StandingMark>
  locale: Locale
}

/** A mark on a judged criterion is its fact; one on any other is agreed in place of what the rules give. */
function unitFacts({ judged, unit, name, gathered, marks, locale }: UnitAsked): UnitFacts {
  const t = words(locale)
  const said = [...marks.values()].map((mark) => ({ ...mark, reason: mark.reason === '' ? t.asProposed : mark.reason }))
  const byCode = (ones: typeof said) =>
    Object.fromEntries(
      ones.map(({ code, points, reason, by, stage }) => [
        code,
        { points, reason, by: by === '' ? t.whose[stage] : by },
      ]),
    )
  const facts = [...(gathered.get(unit) ?? [])].map(([key, fact]) => {
    const { value, assigned, verified, source } = fact
    return [key, { value: value as null, assigned, verified, source: t.source(source) }] as const
  })
  return {
    id: unit,
    name,
    facts: Object.fromEntries(facts),
    marks: byCode(said.filter(({ code }) => judged.has(code))),
    agreed: byCode(said.filter(({ code }) => !judged.has(code))),
  }
}

/** Gathers what stands at a stage for one table of a round, of all its units: a leader's fact moves everyone's points. */
export async function gatherStanding(db: Db | Tx, asked: StandingAsked): Promise<Standing> {
  const { round, version, stage, today, locale = 'vi' } = asked
  const { table } = await readReadyTable(db, version)
  const [year, inRound] = await Promise.all([
    asked.year ?? yearById(db, round.bloc_year_id),
    sheetsOfRound(db, round.id),
  ])
  const sheets = inRound.filter((sheet) => sheet.version_id === version)
  const isSeen = (unit: string) => isOpenToMembers(round.state) || asked.unit === undefined || asked.unit === unit
  const seen = sheets.filter((sheet) => isSeen(sheet.unit_id))
  const allUnits = sheets.map(({ unit_id }) => unit_id)
  const [gathered, said, names] = await Promise.all([
    gatherFacts(db, { year, table, sheets, today, locale }),
    readSaid(db, seen),
    namesOn(db, allUnits, year.ends_on),
  ])
  const marks = new Map<string, Map<string, StandingMark>>()
  for (const { id, unit_id: unit } of seen) {
    putTyped(gathered, unit, standingTyped(said.typed.get(id) ?? [], stage))
    marks.set(unit, standingMarks(said.marks.get(id) ?? [], stage, said.method))
  }
  const judged = judgedCodes(table)
  const units = allUnits.map((unit) =>
    unitFacts({
      judged,
      unit,
      name: names.get(unit)?.short_name ?? '',
      gathered,
      marks: marks.get(unit) ?? new Map(),
      locale,
    }),
  )
  const period = { from: year.starts_on, to: year.ends_on }
  return { table, sheets, facts: { period, units }, gathered, marks }
}
