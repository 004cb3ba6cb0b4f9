import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { checkPassword, type PasswordEnv } from './check-password.ts'
import { endSessionsBut } from '../sessions/end-session.ts'
import { passwordFault } from './password-rules.ts'
import { accountOf } from '../queries.ts'

export const changePasswordInput = z.object({
  present: z.string().min(1).max(1000),
  password: z.string().min(1).max(1000),
  again: z.string().max(1000),
})

export type ChangePassword = z.output<typeof changePasswordInput>

/** Every other session ends with the old password; of two who change it at once the second does not know it any more. */
export async function changePassword(db: Db, actor: Actor, input: ChangePassword, env: PasswordEnv): Promise<void> {
  const present = await checkPassword(db, actor, input.present, env)
  if (input.password.normalize('NFC') !== input.again.normalize('NFC')) {
    throw new RuleViolation('identity.passwordsDiffer')
  }
  const account = found(await accountOf(db, actor.account, env.now))
  const fault = passwordFault(input.password, account)
  if (fault !== null) throw new RuleViolation(`identity.${fault}`)
  const passwordHash = await env.passwords.hash(input.password)

  await db.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable('account')
      .set({ password_hash: passwordHash })
      .where('id', '=', actor.account)
      .where('password_hash', '=', present)
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) throw new RuleViolation('identity.wrongPassword')
    await tx.deleteFrom('half_session').where('account_id', '=', actor.account).execute()
    const count = await endSessionsBut(tx, actor.account, actor.session, env.now)
    await record(tx, actor, env.now, {
      action: 'identity.passwordChanged',
      subject: { kind: 'account', id: actor.account },
      facts: { sessionsEnded: count },
    })
  })
}
