import { sql } from 'kysely'
import type { MailKind, MailState } from '../../../db/types.ts'
import type { Db } from '#platform/database/database.ts'

export const mailStates = [
  'asked',
  'deferred',
  'accepted',
  'refused',
  'bounced',
  'withheld',
] as const satisfies MailState[]

/** Since when the mail server has refused an address for good. */
export async function refusedSince(db: Db, address: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('refused_address')
    .select('refused_at')
    .where('address', '=', address.toLowerCase())
    .executeTakeFirst()
  return row?.refused_at
}

export interface MailFilter {
  /** Only what this account asked for. */
  askedBy?: string
  state?: MailState | undefined
  /** A part of an address or a subject. */
  text?: string
  page?: number
  size?: number
}

export interface MailRow {
  id: string
  kind: MailKind
  address: string
  subject: string
  person: string | null
  asked_at: Date
  state: MailState
  tries: number
  answer: string
  answered_at: Date | null
  bounced_at: Date | null
}

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)

/** What was asked to be sent and what became of it, the latest first. */
export async function findMails(db: Db, filter: MailFilter): Promise<{ mails: MailRow[]; total: number }> {
  const { askedBy = null, state = null, text = '', page = 1, size = 30 } = filter
  const like = `%${escapeLike(text)}%`
  const { rows } = await sql<MailRow & { total: number }>`
    select m.id, m.kind, m.address, m.subject, p.full_name as person, m.asked_at, m.state, m.tries, m.answer,
      m.answered_at, m.bounced_at, count(*) over () as total
    from mail m left join account a on a.id = m.account_id left join person p on p.id = a.person_id
    where (${askedBy}::uuid is null or m.asked_by = ${askedBy}::uuid) and (${state}::mail_state is null or m.state = ${state}::mail_state)
      and (m.address ilike ${like} or m.subject ilike ${like} or p.full_name ilike ${like})
    order by m.asked_at desc, m.id desc limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { mails: rows.map(({ total: _total, ...mail }): MailRow => mail), total: rows[0]?.total ?? 0 }
}
