import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { PolicyCommentOrigin, PolicyCommentOutcome, PolicyCommentState } from './comment.ts'

export interface CommentRow {
  id: string
  consultation_id: string
  bloc_year_id: string
  provision_id: string | null
  origin: PolicyCommentOrigin
  unit_id: string | null
  written_by: string | null
  /** The unit's short name of the day, or the person's. */
  writer: string
  place: string
  text: string
  proposed: string
  state: PolicyCommentState
  hidden_reason: string
  written_at: Date
  sent_at: Date | null
  sent_by: string | null
  outcome: PolicyCommentOutcome | null
  reason: string
  decided_by: string | null
  decided_by_name: string
  decided_at: Date | null
  version: number
}

const selectComments = (condition: RawBuilder<unknown>) => sql<CommentRow>`
  select p.id, p.consultation_id, c.bloc_year_id, p.provision_id, p.origin, p.unit_id, p.written_by,
    coalesce((select n.short_name from unit_name n where n.unit_id = p.unit_id and n.from_on <= c.opened_on
      order by n.from_on desc limit 1), p.writer) as writer,
    p.place, p.text, p.proposed, p.state, p.hidden_reason, p.written_at, p.sent_at, p.sent_by, p.outcome, p.reason,
    p.decided_by, p.decided_by_name, p.decided_at, p.version
  from policy_comment p join consultation c on c.id = p.consultation_id
  left join provision v on v.id = p.provision_id
  where ${condition}
  order by v.position nulls last, p.origin, p.written_at, p.id`

/** What counts: sent by a unit or a person, or written by the public and shown; by provision, the general ones last. */
export async function sentComments(db: Db | Tx, consultation: string): Promise<CommentRow[]> {
  return (await selectComments(sql`p.consultation_id = ${consultation} and p.state = 'sent'`).execute(db)).rows
}

/** What a unit has drafted and not sent. */
export async function draftsOfUnits(
  db: Db | Tx,
  consultation: string,
  units: readonly string[],
): Promise<CommentRow[]> {
  if (units.length === 0) return []
  const condition = sql`p.consultation_id = ${consultation} and p.state = 'draft' and p.unit_id in (${sql.join(units)})`
  return (await selectComments(condition).execute(db)).rows
}

/** What the public wrote, shown or not. */
export async function publicComments(db: Db | Tx, consultation: string): Promise<CommentRow[]> {
  const condition = sql`p.consultation_id = ${consultation} and p.origin = 'public'`
  return (await selectComments(condition).execute(db)).rows
}

export async function commentOf(db: Db | Tx, consultation: string, id: string): Promise<CommentRow> {
  return found((await selectComments(sql`p.consultation_id = ${consultation} and p.id = ${id}`).execute(db)).rows[0])
}

/** Held until the transaction ends. */
export async function lockComment(tx: Tx, consultation: string, id: string): Promise<CommentRow> {
  found(await tx.selectFrom('policy_comment').select('id').where('id', '=', id).forUpdate().executeTakeFirst())
  return commentOf(tx, consultation, id)
}

export interface UnitCounts {
  unit: string
  drafts: number
  comments: number
  accepted: number
}

/** What the units sent in a year, and what of it was taken up where the outcome is known. */
export async function countsOfYear(db: Db | Tx, blocYear: string, units: readonly string[]): Promise<UnitCounts[]> {
  if (units.length === 0) return []
  const { rows } = await sql<UnitCounts>`
    select p.unit_id as unit, count(distinct c.id)::integer as drafts, count(*)::integer as comments,
      (count(*) filter (where c.state = 'published' and p.outcome in ('accepted', 'partly')))::integer as accepted
    from policy_comment p join consultation c on c.id = p.consultation_id
    where c.bloc_year_id = ${blocYear} and p.state = 'sent' and p.unit_id in (${sql.join(units)})
    group by p.unit_id`.execute(db)
  return rows
}
