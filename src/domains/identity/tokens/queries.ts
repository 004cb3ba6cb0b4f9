import { sql } from 'kysely'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { hashAccessToken, type TokenScope } from './token.ts'

export interface OpenToken {
  id: string
  account: string
  name: string
  scope: TokenScope
  mayWrite: boolean
}

const scopeOf = (unit: string | null, blocYear: string | null): TokenScope =>
  unit === null ? { unit, blocYear: blocYear ?? '' } : { unit, blocYear: null }

/** The token that a program shows, while it is good and its person's account is open; notes that it was used. */
export async function findToken(db: Db, token: string, now: Date): Promise<OpenToken | undefined> {
  const row = await db
    .selectFrom('access_token')
    .innerJoin('account', 'account.id', 'access_token.account_id')
    .select(['access_token.id', 'account_id', 'name', 'unit_id', 'bloc_year_id', 'may_write', 'used_at'])
    .where('token_hash', '=', hashAccessToken(token))
    .where('ended_at', 'is', null)
    .where('until_on', '>=', dayOf(now))
    .where('account.state', '=', 'active')
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.used_at === null || now.getTime() - row.used_at.getTime() >= 60_000) {
    await db.updateTable('access_token').set({ used_at: now }).where('id', '=', row.id).execute()
  }
  const { id, account_id: account, name, may_write: mayWrite } = row
  return { id, account, name, mayWrite, scope: scopeOf(row.unit_id, row.bloc_year_id) }
}

export interface TokenRow {
  id: string
  name: string
  owner: string
  scope: TokenScope
  may_write: boolean
  until_on: string
  made_at: Date
  used_at: Date | null
  ended_at: Date | null
  ended_by: string | null
}

/** Tokens of one person, or of all (null): those that are good first, then the latest. */
export async function tokensOf(db: Db, account: string | null, now: Date): Promise<TokenRow[]> {
  const { rows } = await sql<Omit<TokenRow, 'scope'> & { unit_id: string | null; bloc_year_id: string | null }>`
    select t.id, t.name, p.full_name as owner, t.unit_id, t.bloc_year_id, t.may_write, t.until_on, t.made_at, t.used_at,
      t.ended_at, ender.full_name as ended_by
    from access_token t
    join account a on a.id = t.account_id join person p on p.id = a.person_id
    left join account e on e.id = t.ended_by left join person ender on ender.id = e.person_id
    where ${account}::uuid is null or t.account_id = ${account}
    order by t.ended_at is null and t.until_on >= ${dayOf(now)}::date desc, t.made_at desc, t.id limit 500`.execute(db)
  return rows.map(({ unit_id, bloc_year_id, ...row }) => ({ ...row, scope: scopeOf(unit_id, bloc_year_id) }))
}
