import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { holdsWords } from '#platform/database/name-search.ts'
import { plannedBy } from '../roll-up/spread-plan.ts'
import { figuresOf, type FigureRow } from '../roll-up/queries.ts'
import type { TargetAccumulation, TargetDirection, TargetMeasure } from '../target.ts'
import { progressOf } from './progress.ts'
import type { BlocInProvince } from './province.ts'

export interface ProvinceRow {
  year: string
  slug: string
  year_slug: string
  code: string
  name: string
  starts_on: string
  ends_on: string
  members: number
  due: number
  on_time: number
  missing: number
  last_sent_on: string | null
}

/** A bloc's targets by how far they are at their newest figure, the plan spread evenly. */
export interface BlocFigures {
  targets: number
  reached: number
  behind: number
  without: number
}

/** The newest year of every bloc that had begun by a day, with its reports: one query for all. */
async function reportingOfBlocs(db: Db, day: string, text: string): Promise<ProvinceRow[]> {
  const matches = holdsWords(text, { folded: sql`b.folded`, initials: sql`b.initials` })
  const { rows } = await sql<ProvinceRow>`
    with y as materialized (
      select distinct on (b.id) q.id as year, b.slug, q.slug as year_slug, b.code, b.name, q.starts_on, q.ends_on
      from bloc b join bloc_year q on q.bloc_id = b.id and q.starts_on <= ${day}::date
      where (b.ended_on is null or b.ended_on >= ${day}::date) and ${matches}
      order by b.id, q.starts_on desc
    ), reporter as materialized (
      select distinct t.bloc_year_id, t.frequency, a.unit_id
      from y join target t on t.bloc_year_id = y.year and t.state = 'in_force'
        and t.formula is null and t.log_kind is null
      join target_assignment a on a.target_id = t.id and a.is_assigned and a.parent_unit_id is null
    ), owed as (
      select y.year, p.id as period, p.due_on, w.unit_id
      from y join report_period p on p.bloc_year_id = y.year and p.due_on < ${day}::date
      join reporter w on w.bloc_year_id = y.year and w.frequency = p.frequency
      join membership m on m.bloc_year_id = y.year and m.unit_id = w.unit_id and m.from_on <= p.ends_on
        and (m.to_on is null or m.to_on >= p.ends_on)
    ), counted as (
      select o.year, count(*)::integer as due, count(*) filter (where r.first_sent_on <= o.due_on)::integer as on_time,
        count(*) filter (where r.first_sent_on is null)::integer as missing, max(r.sent_on) as last_sent_on
      from owed o left join progress_report r on r.period_id = o.period and r.unit_id = o.unit_id
      group by o.year
    )
    select y.*, coalesce(c.due, 0) as due, coalesce(c.on_time, 0) as on_time, coalesce(c.missing, 0) as missing,
      c.last_sent_on,
      (select count(*)::integer from membership m where m.bloc_year_id = y.year
        and m.from_on <= least(y.ends_on, ${day}::date) and (m.to_on is null or m.to_on >= least(y.ends_on, ${day}::date))
      ) as members
    from y left join counted c on c.year = y.year`.execute(db)
  return rows
}

interface TargetCard {
  id: string
  measure: TargetMeasure
  direction: TargetDirection
  accumulation: TargetAccumulation
  due_on: string | null
}

const cardsOf = (db: Db, years: readonly string[]): Promise<TargetCard[]> =>
  db
    .selectFrom('target')
    .select(['id', 'measure', 'direction', 'accumulation', 'due_on'])
    .where('bloc_year_id', 'in', [...years])
    .where('state', '=', 'in_force')
    .execute()

function countFigures(
  year: ProvinceRow,
  rows: readonly FigureRow[],
  cards: ReadonlyMap<string, TargetCard>,
): BlocFigures {
  const levels = rows.flatMap((row) => {
    const card = cards.get(row.target_id)
    if (card === undefined) return []
    const plan = { planned: row.planned, due_on: card.due_on, milestones: [] }
    const due = row.as_of === null ? null : plannedBy(card, plan, year, row.as_of)
    return [progressOf(card, { value: row.value, planned: row.planned, due })]
  })
  return {
    targets: rows.length,
    reached: levels.filter(({ level }) => level === 'reached').length,
    behind: levels.filter(({ isBehind }) => isBehind).length,
    without: levels.filter(({ level }) => level === 'none').length,
  }
}

/** All blocs on a day: three queries, however many blocs there are. */
export async function gatherProvince(
  db: Db,
  { day, text = '' }: { day: string; text?: string },
): Promise<BlocInProvince[]> {
  const years = await reportingOfBlocs(db, day, text)
  if (years.length === 0) return []
  const blocYears = years.map(({ year }) => year)
  const asked = { blocYears, until: day, standing: 'declared', level: 'bloc' } as const
  const [figures, cards] = await Promise.all([figuresOf(db, asked), cardsOf(db, blocYears)])
  const byYear = Map.groupBy(figures, (row) => row.bloc_year_id)
  const byId = new Map(cards.map((card) => [card.id, card]))
  return years.map((year) => ({ ...year, ...countFigures(year, byYear.get(year.year) ?? [], byId) }))
}
