import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Locale } from '#platform/words.ts'
import { words, type LogWords } from './words.ts'

interface Differing {
  kind: keyof LogWords['differing']
  what: string
}

const entriesOf = (...actions: string[]) => sql`select * from audit_entry where action = any(${actions}::text[])`

/** Texts as they were fixed, and the papers as they were signed. */
const papers = sql`
  select 'text' as kind, g.title as what from agreement g
  join lateral (select facts from audit_entry e where e.subject_id = g.id and e.action = 'agreement.frozen'
    order by number desc limit 1) e on true
  left join signed_document d on d.id = g.document_id
  where g.text_sha256 is not null and (g.text_sha256 is distinct from e.facts ->> 'hash'
    or d.text_sha256 is distinct from e.facts ->> 'hash' or d.code is distinct from e.facts ->> 'code')
  union all
  select 'canonical', title from agreement
  where canonical_text is not null and encode(sha256(convert_to(canonical_text, 'UTF8')), 'hex') is distinct from text_sha256
  union all
  select 'revision', e.number || ', ' || coalesce(e.facts ->> 'unit', '')
  from (${entriesOf('agreement.signed', 'agreement.penSigned')}) e
  where e.facts ? 'sha256' and not exists (select from document_revision r
    where r.sha256 = e.facts ->> 'sha256' and r.number = (e.facts ->> 'revision')::int)
  union all
  select 'unrecordedRevision', d.title || ', ' || r.number from document_revision r
  join signed_document d on d.id = r.document_id
  where r.field is not null
    and r.made_at >= (select min(at) from (${entriesOf('agreement.signed', 'agreement.penSigned')}) e where e.facts ? 'sha256')
    and exists (select from agreement_signer s join agreement g on g.id = s.agreement_id where s.field = r.field and g.document_id = d.id)
    and not exists (select from (${entriesOf('agreement.signed', 'agreement.penSigned')}) e where e.facts ->> 'sha256' = r.sha256)`

/** Mandates in force as they were confirmed, and certificates as they were issued. */
const rights = sql`
  select 'mandate', p.full_name from mandate m join account a on a.id = m.account_id join person p on p.id = a.person_id
  where m.state = 'confirmed' and (select e.action from audit_entry e where e.subject_id = m.id
    and e.action like 'mandate.%' order by number desc limit 1) is distinct from 'mandate.confirmed'
  union all
  select 'mandateTerms', p.full_name from mandate m join account a on a.id = m.account_id join person p on p.id = a.person_id
  join audit_entry e on e.subject_id = m.id and e.action = 'mandate.confirmed'
  where m.from_on::text <> e.facts ->> 'from' or m.to_on::text <> e.facts ->> 'to'
    or (e.facts ? 'sign' and (m.may_act, m.may_sign, m.may_vote)
      is distinct from ((e.facts ->> 'act')::boolean, (e.facts ->> 'sign')::boolean, (e.facts ->> 'vote')::boolean))
  union all
  select 'certificate', c.serial from signer_certificate c
  where not exists (select from audit_entry e where e.subject_id = c.mandate_id and e.facts ->> 'serial' = c.serial)`

/** A member whose year's log says nothing at all: a year's beginning and every admission are in it. */
const members = sql`
  select 'membership', n.full_name from membership m
  join lateral (select full_name from unit_name n where n.unit_id = m.unit_id order by from_on desc limit 1) n on true
  where not exists (select from audit_entry e where e.subject_id = m.bloc_year_id
    and e.action in ('year.started', 'year.memberAdmitted', 'year.closed'))`

const mostListed = 100

/** Records that are not what the log says of them: changed by someone who went past the program. */
export async function differingRecords(db: Db): Promise<Record<Locale, string>[]> {
  const { rows } = await sql<Differing>`select * from (${papers} union all ${rights} union all ${members}) d
    limit ${mostListed}`.execute(db)
  return rows.map(({ kind, what }) => ({
    vi: words('vi').differing[kind](what),
    en: words('en').differing[kind](what),
  }))
}
