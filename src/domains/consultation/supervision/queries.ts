import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { PolicyCommentOutcome } from '../comments/comment.ts'
import type { SupervisionKind, SupervisionState } from './supervision.ts'

export interface SupervisionRow {
  id: string
  bloc_year_id: string
  kind: SupervisionKind
  title: string
  subject: string
  request: string
  legal_basis: string
  lead_unit_id: string
  lead_unit: string
  consultation_id: string | null
  consultation_title: string | null
  planned_on: string
  place: string
  participants: string
  held_on: string | null
  people: number | null
  conclusion: string
  concluded_on: string | null
  cancel_reason: string | null
  state: SupervisionState
  version: number
  recommendations: number
  answered: number
}

const selectSupervisions = (condition: RawBuilder<unknown>) => sql<SupervisionRow>`
  select s.id, s.bloc_year_id, s.kind, s.title, s.subject, s.request, s.legal_basis, s.lead_unit_id,
    coalesce((select n.short_name from unit_name n where n.unit_id = s.lead_unit_id and n.from_on <= s.planned_on
      order by n.from_on desc limit 1), '') as lead_unit,
    s.consultation_id, c.title as consultation_title, s.planned_on, s.place, s.participants, s.held_on, s.people,
    s.conclusion, s.concluded_on, s.cancel_reason, s.state, s.version,
    (select count(*)::integer from supervision_recommendation r where r.supervision_id = s.id) as recommendations,
    (select count(*)::integer from supervision_recommendation r
      where r.supervision_id = s.id and r.answered_on is not null) as answered
  from supervision s left join consultation c on c.id = s.consultation_id
  where ${condition} order by coalesce(s.held_on, s.planned_on) desc, s.id`

/** The files of a year, the latest first. */
export async function supervisionsOf(db: Db | Tx, blocYear: string): Promise<SupervisionRow[]> {
  return (await selectSupervisions(sql`s.bloc_year_id = ${blocYear}`).execute(db)).rows
}

export async function supervisionOf(db: Db | Tx, blocYear: string, id: string): Promise<SupervisionRow> {
  return found((await selectSupervisions(sql`s.bloc_year_id = ${blocYear} and s.id = ${id}`).execute(db)).rows[0])
}

export async function supervisionById(db: Db | Tx, id: string): Promise<SupervisionRow> {
  return found((await selectSupervisions(sql`s.id = ${id}`).execute(db)).rows[0])
}

export interface RecommendationRow {
  id: string
  position: number
  text: string
  addressee: string
  due_on: string
  answered_on: string | null
  answer: string
  document: string
  outcome: PolicyCommentOutcome | null
}

export async function recommendationsOf(db: Db | Tx, supervision: string): Promise<RecommendationRow[]> {
  return db
    .selectFrom('supervision_recommendation')
    .select(['id', 'position', 'text', 'addressee', 'due_on', 'answered_on', 'answer', 'document', 'outcome'])
    .where('supervision_id', '=', supervision)
    .orderBy('position')
    .execute()
}

/** How many supervisions and criticisms a unit led to the end in a year. */
export async function concludedBy(db: Db | Tx, blocYear: string, unit: string): Promise<number> {
  const { count } = await db
    .selectFrom('supervision')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('bloc_year_id', '=', blocYear)
    .where('lead_unit_id', '=', unit)
    .where('state', '=', 'concluded')
    .executeTakeFirstOrThrow()
  return count
}
