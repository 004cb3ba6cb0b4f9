import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Locale } from '#platform/words.ts'
import { words, type LogWords } from './words.ts'

interface Differing {
  kind: keyof LogWords['differing']
  what: string
}

const entriesOf = (...actions: string[]) => sql`select * from audit_entry where action = any(${actions}::text[])`

/** Everything that people sign, and the act that fixed it. */
const texts = sql`(
  select id, title, canonical_text, text_sha256, document_id, 'agreement.frozen' as fixed_by from agreement
  union all
  select h.id, d.title, h.canonical_text, h.text_sha256, h.document_id, 'handover.frozen'
  from handover h left join signed_document d on d.id = h.document_id
  union all
  select m.id, d.title, m.canonical_text, m.text_sha256, m.document_id, 'minutes.frozen'
  from minutes m left join signed_document d on d.id = m.document_id)`

const signings = entriesOf('agreement.signed', 'agreement.penSigned', 'handover.signed', 'minutes.signed')

/** The fields in which people of ours sign, each with its paper. */
const places = sql`(
  select g.document_id, s.field from agreement_signer s join agreement g on g.id = s.agreement_id
  union all
  select h.document_id, s.field from handover_signer s join handover h on h.id = s.handover_id
  union all
  select m.document_id, s.field from minutes_signer s join minutes m on m.id = s.minutes_id)`

/** Texts as they were fixed, and the papers as they were signed. */
const papers = sql`
  select 'text' as kind, t.title as what from ${texts} t
  join lateral (select facts from audit_entry e where e.subject_id = t.id and e.action = t.fixed_by
    order by number desc limit 1) e on true
  left join signed_document d on d.id = t.document_id
  where t.text_sha256 is not null and (t.text_sha256 is distinct from e.facts ->> 'hash'
    or d.text_sha256 is distinct from e.facts ->> 'hash' or d.code is distinct from e.facts ->> 'code')
  union all
  select 'canonical', t.title from ${texts} t where t.canonical_text is not null
    and encode(sha256(convert_to(t.canonical_text, 'UTF8')), 'hex') is distinct from t.text_sha256
  union all
  select 'revision', e.number || ', ' || coalesce(e.facts ->> 'unit', '')
  from (${signings}) e
  where e.facts ? 'sha256' and not exists (select from document_revision r
    where r.sha256 = e.facts ->> 'sha256' and r.number = (e.facts ->> 'revision')::int)
  union all
  select 'unrecordedRevision', d.title || ', ' || r.number from document_revision r
  join signed_document d on d.id = r.document_id
  where r.field is not null
    and r.made_at >= (select min(at) from (${signings}) e where e.facts ? 'sha256')
    and exists (select from ${places} s where s.field = r.field and s.document_id = d.id)
    and not exists (select from (${signings}) e where e.facts ->> 'sha256' = r.sha256)`

/** Who is said to have signed, and by which scan of a pen. */
const signers = sql`
  select 'place' as kind, g.title || ', ' || s.unit_name as what
  from agreement_signer s join agreement g on g.id = s.agreement_id
  where s.state = 'signed'
    and s.decided_at >= (select min(at) from (${signings}) e where e.facts ? 'sha256')
    and not exists (select from (${signings}) e where e.subject_id = g.id and e.facts ->> 'unit' = s.unit_name)
  union all
  select 'scan', g.title || ', ' || p.signer_name from pen_scan p join agreement g on g.id = p.agreement_id
  where p.state = 'confirmed' and not exists (select from (${entriesOf('agreement.penSigned')}) e
    where e.subject_id = g.id and e.facts ->> 'scan' = p.scan_sha256 and e.facts ->> 'signer' = p.signer_name)`

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
  const { rows } =
    await sql<Differing>`select * from (${papers} union all ${signers} union all ${rights} union all ${members}) d
    limit ${mostListed}`.execute(db)
  return rows.map(({ kind, what }) => ({
    vi: words('vi').differing[kind](what),
    en: words('en').differing[kind](what),
  }))
}
