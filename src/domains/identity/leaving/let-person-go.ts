import { sql } from 'kysely'
import { z } from 'zod'
import { hasSteppedUp, isAdministrator, leads, type Actor } from '#platform/actor.ts'
import type { Announce } from '#platform/announcements.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { line, paragraph } from '#platform/form.ts'
import type { Locale } from '#platform/words.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayLetGo } from '../access.ts'
import { lockHolders } from '../people/end-tenant-role.ts'
import { endIdentities } from '../linked/end-identities.ts'
import { withdrawOpen } from '../people/issue-invitation.ts'
import { accountOf, type AccountShown } from '../queries.ts'
import { tellClosed } from '../recovery/lock-recovery.ts'
import type { RecoveryFact } from '../recovery/recovery.ts'
import { endSecondFactors } from '../second-factor/end-second-factors.ts'
import { endSessionsBut } from '../sessions/end-session.ts'
import { endTokens } from '../tokens/end-tokens.ts'
import type { Ending, LeavingFact } from './leaving.ts'

export const letPersonGoInput = z.object({ account: z.uuid(), reason: paragraph(1000), document: line(300) })

export type LetPersonGo = z.output<typeof letPersonGoInput>

export interface LeavingEnv {
  now: Date
  announce: Announce<LeavingFact | RecoveryFact>
  /** For which units a person works today: identity knows no units. */
  unitsOf: (db: Db, account: string, now: Date) => Promise<readonly string[]>
  /** Whether the person leads one of them today. */
  leadsUnit: (db: Db, account: string, now: Date) => Promise<boolean>
  /** What will end and what will stand open: only higher domains know. */
  endingsOf: (db: Db, account: string, now: Date, locale: Locale) => Promise<readonly Ending[]>
}

interface Held {
  units: readonly string[]
  leadsUnit: boolean
}

/** A unit's leader lets go an officer of that unit alone; who has more to lose is the administrator's to let go. */
function demandWithinReach(actor: Actor, account: AccountShown, { units, leadsUnit }: Held) {
  if (isAdministrator(actor)) return
  if (leadsUnit) throw new RuleViolation('leaving.isLeader', { name: account.name })
  const isOwn = account.tenantRoles.length === 0 && units.every((unit) => leads(actor, unit))
  if (!isOwn) throw new RuleViolation('leaving.alsoElsewhere', { name: account.name })
}

/** Whoever administers is locked first, so that of two administrators who let each other go one comes second. */
async function demandAdministratorStays(tx: Tx, account: string) {
  const holders = await lockHolders(tx, 'administrator')
  const isHolder = holders.some((holder) => holder.account_id === account)
  const remain = holders.some((holder) => holder.account_id !== account && holder.state === 'active')
  if (isHolder && !remain) throw new RuleViolation('identity.lastAdministrator')
}

/** What identity itself knows of an account ends: the door in every form, roles in the tenant, open slips. */
async function closeDoors(tx: Tx, account: string, { now, announce }: LeavingEnv): Promise<number> {
  const today = dayOf(now)
  await tx
    .updateTable('tenant_role')
    .set({ to_on: sql<string>`greatest(from_on, ${today}::date)` })
    .where('account_id', '=', account)
    .where('to_on', 'is', null)
    .execute()
  await tx.updateTable('account').set({ state: 'closed', password_hash: null }).where('id', '=', account).execute()
  await endSecondFactors(tx, account)
  await endIdentities(tx, account)
  await tx.deleteFrom('half_session').where('account_id', '=', account).execute()
  const recoveries = await tx
    .updateTable('account_recovery')
    .set({ withdrawn_at: now })
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute()
  await tellClosed(tx, recoveries, { now, announce })
  await withdrawOpen(tx, [account], now)
  await endTokens(tx, account, now)
  return endSessionsBut(tx, account, null, now)
}

/** Today is the last day: the account closes and what it held ends with it; what was done and signed stays. */
export async function letPersonGo(db: Db, actor: Actor, input: LetPersonGo, env: LeavingEnv): Promise<void> {
  const { now } = env
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  await db.transaction().execute(async (tx) => {
    await demandAdministratorStays(tx, input.account)
    await tx.selectFrom('account').select('id').where('id', '=', input.account).forUpdate().execute()
    const account = found(await accountOf(tx, input.account, now))
    const units = await env.unitsOf(tx, account.id, now)
    demand(mayLetGo(actor, account.id, units))
    if (account.state === 'closed') throw new RuleViolation('leaving.gone', { name: account.name })
    demandWithinReach(actor, account, { units, leadsUnit: await env.leadsUnit(tx, account.id, now) })

    const ended = await env.endingsOf(tx, account.id, now, 'vi')
    const sessionsEnded = await closeDoors(tx, account.id, env)
    const { reason, document } = input
    const day = dayOf(now)
    const fact = { account: account.id, person: account.name, day, reason, by: actor.account, units }
    await env.announce(tx, now, { name: 'identity.left', ...fact })
    await record(tx, actor, now, {
      action: 'identity.left',
      subject: { kind: 'account', id: account.id },
      facts: {
        name: account.name,
        reason,
        document,
        day,
        roles: account.tenantRoles,
        ended: ended.flatMap(({ lines }) => lines),
        sessionsEnded,
      },
    })
  })
}
