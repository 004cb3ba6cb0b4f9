import { sql } from 'kysely'
import type { MailState } from '../../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { hashOfCode } from './invitation-code.ts'

/** Whom a link is for; of a code that is none, or of somebody taken off the list, there is no page. */
export async function inviteeOfCode(db: Db | Tx, code: string): Promise<{ id: string; conference_id: string }> {
  const row = await db
    .selectFrom('conference_invitee')
    .select(['id', 'conference_id'])
    .where('code_hash', '=', hashOfCode(code))
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return found(row)
}

export interface LetterState {
  state: MailState
  at: Date | null
}

/** What became of the last letter to each invitee: what a mail server said of it, never that it was read. */
export async function lettersOf(db: Db, invitees: readonly string[]): Promise<Map<string, LetterState>> {
  if (invitees.length === 0) return new Map()
  const { rows } = await sql<{ id: string; state: MailState; at: Date | null }>`
    select i.id, m.state, coalesce(m.bounced_at, m.answered_at) as at
    from conference_invitee i join mail m on m.message_key like 'conference-' || i.id || '-%'
    where i.id = any(${[...invitees]}::uuid[]) order by m.asked_at, m.id`.execute(db)
  return new Map(rows.map(({ id, ...letter }) => [id, letter]))
}
