import { z } from 'zod'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Announce } from '#platform/announcements.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { line, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayOpenRecovery } from '../access.ts'
import { accountOf } from '../queries.ts'
import { factOf, tellClosed } from './lock-recovery.ts'
import { mailRecovery } from './mail-recovery.ts'
import { recoveryById } from './queries.ts'
import { unitsOfSecond, waitingHours, type RecoveryFact } from './recovery.ts'

export const openRecoveryInput = z.object({ login: line(120), reason: paragraph(1000), paper: line(300) })

export type OpenRecovery = z.output<typeof openRecoveryInput>

export interface RecoveryEnv {
  now: Date
  /** The site's address for mails. */
  origin: string
  announce: Announce<RecoveryFact>
  /** For which units a person works today: identity knows no units. */
  unitsOf: (db: Db, account: string, now: Date) => Promise<readonly string[]>
}

async function lockByLogin(tx: Tx, login: string) {
  const account = await tx
    .selectFrom('account')
    .select(['id', 'state'])
    .where('login', '=', login.toLowerCase())
    .forUpdate()
    .executeTakeFirst()
  if (account === undefined) throw new RuleViolation('recovery.noSuchLogin')
  return account
}

/** One that ran out makes room for the next. */
async function closeExpired(tx: Tx, account: string, { now, announce }: RecoveryEnv) {
  const closed = await tx
    .updateTable('account_recovery')
    .set({ withdrawn_at: now })
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '<=', now)
    .returning('id')
    .execute()
  await tellClosed(tx, closed, { now, announce })
}

interface Appeared extends OpenRecovery {
  account: string
  openedBy: string
}

async function insertRecovery(tx: Tx, { account, openedBy, reason, paper }: Appeared, now: Date) {
  const times = { opened_at: now, expires_at: new Date(now.getTime() + waitingHours * 3_600_000) }
  const row = await tx
    .insertInto('account_recovery')
    .values({ id: newId(), account_id: account, reason, paper, opened_by: openedBy, ...times })
    .onConflict((conflict) =>
      conflict.column('account_id').where('used_at', 'is', null).where('withdrawn_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) throw new RuleViolation('recovery.alreadyOpen')
  return found(await recoveryById(tx, row.id))
}

/** The person stands here with an identity paper; until a second person confirms, nothing changes for the account. */
export async function openRecovery(db: Db, actor: Actor, input: OpenRecovery, env: RecoveryEnv): Promise<string> {
  if (!hasSteppedUp(actor, env.now)) throw new Forbidden('step-up')
  return db.transaction().execute(async (tx) => {
    const account = await lockByLogin(tx, input.login)
    const units = await env.unitsOf(tx, account.id, env.now)
    const second = unitsOfSecond(found(await accountOf(tx, account.id, env.now)), units)
    demand(mayOpenRecovery(actor, account.id, units))
    if (account.state !== 'active') throw new RuleViolation('recovery.notActive')

    await closeExpired(tx, account.id, env)
    const opened = { ...input, account: account.id, openedBy: actor.account }
    const recovery = await insertRecovery(tx, opened, env.now)
    await mailRecovery(tx, recovery, { step: 'opened', by: actor.name, origin: env.origin })
    await env.announce(tx, env.now, factOf('identity.recoveryOpened', recovery, second))
    await record(tx, actor, env.now, {
      action: 'identity.recoveryOpened',
      subject: { kind: 'account', id: account.id },
      facts: { name: recovery.person, reason: input.reason, paper: input.paper },
    })
    return recovery.id
  })
}
