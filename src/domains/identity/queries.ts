import { sql } from 'kysely'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { holdsWords } from '#platform/database/name-search.ts'
import type { Locale } from '#platform/words.ts'
import { hashCode } from './people/invitation.ts'
import type { FactorRole } from './second-factor/second-factor.ts'
import { hashToken, idleSince } from './sessions/session.ts'

export type TenantRole = 'authority' | 'administrator'
export type Theme = 'system' | 'light' | 'dark'

/** A role ends at once: on its last day it no longer holds. */
const rolesOn = (day: string) => sql<TenantRole[]>`array(
  select role::text from tenant_role
  where tenant_role.account_id = account.id and from_on <= ${day}::date and (to_on is null or to_on > ${day}::date)
  order by role)`

const secondFactorRolesOn = (day: string) =>
  sql<FactorRole[]>`array(select role::text from second_factor_rule where from_on <= ${day}::date)`

/** In any kind; or the place by which this session came in has asked for one, and is trusted with that. */
const hasSecondFactor = sql<boolean>`(
  exists (select from second_factor where account_id = account.id) or
  exists (select from passkey where account_id = account.id) or session.proof = 'oidc_strong')`

const accounts = (db: Db | Tx, day: string) =>
  db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select((expression) => [
      'account.id',
      'account.login',
      'account.email',
      'account.state',
      'account.is_sample as isSample',
      'person.full_name as name',
      expression.ref('account.locale').$castTo<Locale>().as('locale'),
      expression.ref('account.theme').$castTo<Theme>().as('theme'),
      rolesOn(day).as('tenantRoles'),
    ])

/** One account with its person and present tenant roles. */
export async function accountOf(db: Db | Tx, id: string, now: Date) {
  return accounts(db, dayOf(now)).where('account.id', '=', id).executeTakeFirst()
}

export type AccountShown = NonNullable<Awaited<ReturnType<typeof accountOf>>>

/** The person behind a cookie, or nothing: ended, run out, or asleep for twelve hours. Called at every request. */
export async function findSession(db: Db, token: string, now: Date) {
  const session = await accounts(db, dayOf(now))
    .innerJoin('session', 'session.account_id', 'account.id')
    .select([
      'session.id as session',
      'session.acting_unit_id as actingUnit',
      'session.stepped_up_at as steppedUpAt',
      'session.seen_at as seenAt',
      secondFactorRolesOn(dayOf(now)).as('secondFactorRoles'),
      hasSecondFactor.as('hasSecondFactor'),
    ])
    .where('session.token_hash', '=', hashToken(token))
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('session.seen_at', '>', idleSince(now))
    .where('account.state', '=', 'active')
    .executeTakeFirst()
  if (session !== undefined && now.getTime() - session.seenAt.getTime() >= 60_000) {
    await db.updateTable('session').set({ seen_at: now }).where('id', '=', session.session).execute()
  }
  return session
}

/** The sessions in which an account is signed in now, the last seen first. */
export async function sessionsOf(db: Db, account: string, now: Date) {
  return db
    .selectFrom('session')
    .select(['id', 'device', 'proof', 'created_at', 'seen_at', 'expires_at'])
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('seen_at', '>', idleSince(now))
    .orderBy('seen_at', 'desc')
    .execute()
}

/** The invitation of a typed code, whatever became of it. */
export async function invitationOf(db: Db, code: string) {
  return db
    .selectFrom('invitation')
    .innerJoin('account', 'account.id', 'invitation.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select([
      'invitation.id',
      'invitation.used_at',
      'invitation.withdrawn_at',
      'invitation.expires_at',
      'account.id as account',
      'account.login',
      'person.full_name as name',
    ])
    .where('invitation.code_hash', '=', hashCode(code))
    .executeTakeFirst()
}

/** An account's invitations, the newest first. */
export async function invitationsOf(db: Db, account: string) {
  return db
    .selectFrom('invitation')
    .select(['id', 'way', 'invited_at', 'expires_at', 'used_at', 'withdrawn_at'])
    .where('account_id', '=', account)
    .orderBy('invited_at', 'desc')
    .execute()
}

export const peoplePerPage = 50

export interface PeopleFilter {
  /** Words of a name, login or address, or a name's initials, with or without tone marks. */
  search?: string | undefined
  /** From 1. */
  page?: number
}

const byGivenName = sql`regexp_replace(person.full_name, '^(.*)\\s(\\S+)$', '\\2 \\1') collate "vi-x-icu"`

/** People in the order of their given names, as Vietnamese lists have them. */
export async function peopleList(db: Db, { search = '', page = 1 }: PeopleFilter, now: Date) {
  const folded = sql`extensions.vn_fold(concat_ws(' ', person.full_name, account.login, account.email))`
  const matching = accounts(db, dayOf(now)).where(holdsWords(search, { folded, name: sql`person.full_name` }))
  const rows = await matching
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy(byGivenName)
    .orderBy('account.id')
    .limit(peoplePerPage)
    .offset((page - 1) * peoplePerPage)
    .execute()
  return { people: rows, total: rows[0]?.total ?? 0 }
}

/** The device of a session, as it named itself when the session began. */
export async function deviceOf(tx: Tx, session: string | null): Promise<string | null> {
  if (session === null) return null
  const row = await tx.selectFrom('session').select('device').where('id', '=', session).executeTakeFirst()
  return row?.device ?? null
}
