import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { ProvisionKind } from '../reading/provision.ts'
import type { ConsultationState } from './consultation.ts'

export interface ConsultationRow {
  id: string
  bloc_year_id: string
  slug: string
  title: string
  drafter: string
  about: string
  file_name: string
  source_text: string
  state: ConsultationState
  is_public: boolean
  closes_on: string | null
  opened_on: string | null
  closed_at: Date | null
  withdrawn_reason: string | null
  outcome_note: string
  published_by_name: string
  published_at: Date | null
  version: number
  brought_at: Date
  /** Comments that count: sent, and of the public shown. */
  comments: number
  decided: number
  /** Of the public, not looked at yet. */
  waiting: number
}

const selectConsultations = (condition: RawBuilder<unknown>) => sql<ConsultationRow>`
  select c.id, c.bloc_year_id, c.slug, c.title, c.drafter, c.about, c.file_name, c.source_text, c.state, c.is_public,
    c.closes_on, c.opened_on, c.closed_at, c.withdrawn_reason, c.outcome_note, c.published_by_name, c.published_at,
    c.version, c.brought_at,
    (select count(*)::integer from policy_comment p where p.consultation_id = c.id and p.state = 'sent') as comments,
    (select count(*)::integer from policy_comment p where p.consultation_id = c.id and p.outcome is not null) as decided,
    (select count(*)::integer from policy_comment p where p.consultation_id = c.id and p.state = 'waiting') as waiting
  from consultation c where ${condition} order by c.brought_at desc, c.id`

/** The drafts of a year, the last one brought in first. */
export async function consultationsOf(db: Db | Tx, blocYear: string): Promise<ConsultationRow[]> {
  return (await selectConsultations(sql`c.bloc_year_id = ${blocYear}`).execute(db)).rows
}

export async function consultationOf(db: Db | Tx, blocYear: string, id: string): Promise<ConsultationRow> {
  const { rows } = await selectConsultations(sql`c.bloc_year_id = ${blocYear} and c.id = ${id}`).execute(db)
  return found(rows[0])
}

/** All of the tenant on which the public was asked, the latest opened first. */
export async function openToAll(db: Db): Promise<ConsultationRow[]> {
  const shown = sql`c.is_public and c.state in ('open', 'closed', 'published')`
  return (await selectConsultations(shown).execute(db)).rows
}

export async function openToAllAt(db: Db | Tx, slug: string): Promise<ConsultationRow> {
  const shown = sql`c.slug = ${slug} and c.is_public and c.state in ('open', 'closed', 'published')`
  return found((await selectConsultations(shown).execute(db)).rows[0])
}

export interface ProvisionRow {
  id: string
  position: number
  kind: ProvisionKind
  number: string
  title: string
  body: string
}

/** What the text is made of, in its order. */
export async function provisionsOf(db: Db | Tx, consultation: string): Promise<ProvisionRow[]> {
  return db
    .selectFrom('provision')
    .select(['id', 'position', 'kind', 'number', 'title', 'body'])
    .where('consultation_id', '=', consultation)
    .orderBy('position')
    .execute()
}

export interface InvitedUnit {
  unit: string
  name: string
  sent_at: Date | null
  has_none: boolean
}

/** The units asked, with their short names of the day of opening, in official order. */
export async function invitedUnits(db: Db | Tx, consultation: string): Promise<InvitedUnit[]> {
  const { rows } = await sql<InvitedUnit>`
    select i.unit_id as unit, i.sent_at, i.has_none,
      coalesce((select n.short_name from unit_name n where n.unit_id = i.unit_id and n.from_on <= c.opened_on
        order by n.from_on desc limit 1), '') as name
    from consultation_unit i join consultation c on c.id = i.consultation_id
    where i.consultation_id = ${consultation}
    order by (select min(m.position) from membership m
      where m.bloc_year_id = c.bloc_year_id and m.unit_id = i.unit_id), i.unit_id`.execute(db)
  return rows
}

export interface InvitedMember {
  account: string
  name: string
}

export async function invitedMembers(db: Db | Tx, consultation: string): Promise<InvitedMember[]> {
  return db
    .selectFrom('consultation_member')
    .innerJoin('account', 'account.id', 'consultation_member.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id as account', 'person.full_name as name'])
    .where('consultation_id', '=', consultation)
    .orderBy('person.full_name')
    .execute()
}
