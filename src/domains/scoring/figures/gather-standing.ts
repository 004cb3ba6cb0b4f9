import { sql } from 'kysely'
import { yearById } from '#domains/blocs/queries.ts'
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
async function countedMarks(db: Db | Tx, sheets: readonly SheetRow[]): Promise<Mark[]> {
  const ids = sheets.map(({ id }) => id)
  const marks = await readMarks(db, ids)
  if (!marks.some(({ stage }) => stage === 'cross')) return marks
  const { rows } = await sql<{ pair: string }>`
    select sheet_id || ' ' || assessor_unit_id as pair from cross_assignment
    where state = 'submitted' and sheet_id = any(${ids}::uuid[])`.execute(db)
  const submitted = new Set(rows.map(({ pair }) => pair))
  return marks.filter(
    ({ stage, sheet_id, assessor_unit_id }) => stage !== 'cross' || submitted.has(`${sheet_id} ${assessor_unit_id}`),
  )
}

async function methodOf(db: Db | Tx, round: string): Promise<CombineMethod> {
  const plan = db.selectFrom('cross_plan').select('method').where('round_id', '=', round)
  return (await plan.executeTakeFirst())?.method ?? 'median'
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

interface UnitAsked {
  table: ScoreTable
  unit: string
  name: string
  gathered: FactsByUnit
  marks: ReadonlyMap<string, StandingMark>
  locale: Locale
}

/** A mark on a judged criterion is its fact; one on any other is agreed in place of what the rules give. */
function unitFacts({ table, unit, name, gathered, marks, locale }: UnitAsked): UnitFacts {
  const t = words(locale)
  const judged = new Set(leavesOf(table).flatMap((leaf) => (judgedRule(leaf) === undefined ? [] : [leaf.code])))
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
  const year = await yearById(db, round.bloc_year_id)
  const sheets = (await sheetsOfRound(db, round.id)).filter((sheet) => sheet.version_id === version)
  const gathered = await gatherFacts(db, { year, table, sheets, today, locale })
  const typed = Map.groupBy(
    await readTypedFacts(
      db,
      sheets.map(({ id }) => id),
    ),
    ({ sheet_id }) => sheet_id,
  )
  const given = Map.groupBy(await countedMarks(db, sheets), ({ sheet_id }) => sheet_id)
  const method = await methodOf(db, round.id)
  const names = await namesOn(
    db,
    sheets.map(({ unit_id }) => unit_id),
    year.ends_on,
  )
  const isSeen = (unit: string) => isOpenToMembers(round.state) || asked.unit === undefined || asked.unit === unit
  const marks = new Map<string, Map<string, StandingMark>>()
  for (const { id, unit_id: unit } of sheets.filter((sheet) => isSeen(sheet.unit_id))) {
    putTyped(gathered, unit, standingTyped(typed.get(id) ?? [], stage))
    marks.set(unit, standingMarks(given.get(id) ?? [], stage, method))
  }
  const units = sheets.map(({ unit_id: unit }) =>
    unitFacts({
      table,
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
