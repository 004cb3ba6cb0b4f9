import { z } from 'zod'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { invitationState } from './invitation.ts'
import { passwordFault } from '../password/password-rules.ts'
import type { Passwords } from '../password/password.ts'
import { invitationOf } from '../queries.ts'
import { startSession, type StartedSession } from '../sessions/start-session.ts'

export const acceptInvitationInput = z.object({
  code: z.string().max(100),
  password: z.string().min(1).max(1000),
  again: z.string().max(1000),
})

export type AcceptInvitation = z.output<typeof acceptInvitationInput>

export interface AcceptEnv {
  now: Date
  passwords: Passwords
  /** What `deviceOf` makes of the browser. */
  device: string
}

const refusals = {
  used: 'identity.invitationUsed',
  withdrawn: 'identity.invitationWithdrawn',
  expired: 'identity.invitationExpired',
} as const

/** The invitation of a code that still opens its account; each other state has its own sentence. */
export async function openInvitation(db: Db, code: string, now: Date) {
  const invitation = await invitationOf(db, code)
  if (invitation === undefined) throw new RuleViolation('identity.invitationUnknown')
  const state = invitationState(invitation, now)
  if (state !== 'open') throw new RuleViolation(refusals[state])
  return invitation
}

type OpenInvitation = Awaited<ReturnType<typeof openInvitation>>

/** Of two who hold the same code, the second waits here and then finds it used. Account first, as in every command. */
async function takeInvitation(tx: Tx, invitation: OpenInvitation, now: Date) {
  await tx.selectFrom('account').select('id').where('id', '=', invitation.account).forUpdate().execute()
  const row = await tx
    .selectFrom('invitation')
    .select(['used_at', 'withdrawn_at', 'expires_at'])
    .where('id', '=', invitation.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const state = invitationState(row, now)
  if (state !== 'open') throw new RuleViolation(refusals[state])
  await tx.updateTable('invitation').set({ used_at: now }).where('id', '=', invitation.id).execute()
}

/** Sets the first password, opens the account and signs its person in. */
export async function acceptInvitation(db: Db, input: AcceptInvitation, env: AcceptEnv): Promise<StartedSession> {
  const invitation = await openInvitation(db, input.code, env.now)
  if (input.password.normalize('NFC') !== input.again.normalize('NFC')) {
    throw new RuleViolation('identity.passwordsDiffer')
  }
  const fault = passwordFault(input.password, invitation)
  if (fault !== null) throw new RuleViolation(`identity.${fault}`)
  const passwordHash = await env.passwords.hash(input.password)

  return db.transaction().execute(async (tx) => {
    await takeInvitation(tx, invitation, env.now)
    await tx
      .updateTable('account')
      .set({ password_hash: passwordHash, state: 'active' })
      .where('id', '=', invitation.account)
      .execute()
    const session = await startSession(
      tx,
      { account: invitation.account, device: env.device, proof: 'password' },
      env.now,
    )
    const actor = { account: invitation.account, name: invitation.name, actingUnit: null }
    await record(tx, actor, env.now, {
      action: 'identity.invitationAccepted',
      subject: { kind: 'account', id: invitation.account },
      facts: { name: invitation.name, login: invitation.login },
    })
    return session
  })
}
