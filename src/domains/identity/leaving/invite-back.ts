import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayHandleInvitation } from '../access.ts'
import { issueInvitation, type Invited, type InviteEnv } from '../people/issue-invitation.ts'
import { accountOf } from '../queries.ts'
import type { LeavingEnv } from './let-person-go.ts'

export const inviteBackInput = z.object({ account: z.uuid(), way: z.enum(['mail', 'slip']) })

export type InviteBack = z.output<typeof inviteBackInput>

export interface InviteBackEnv extends InviteEnv {
  unitsOf: LeavingEnv['unitsOf']
}

/** Someone who had left comes again: the same account, so that the past stands together; roles are given anew. */
export async function inviteBack(db: Db, actor: Actor, input: InviteBack, env: InviteBackEnv): Promise<Invited> {
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('account').select('id').where('id', '=', input.account).forUpdate().execute()
    const account = found(await accountOf(tx, input.account, env.now))
    demand(mayHandleInvitation(actor, account))
    if (account.state !== 'closed') throw new RuleViolation('leaving.notGone', { name: account.name })
    // Roles in units end with the day: whoever came back before midnight would hold them again.
    const held = await env.unitsOf(tx, account.id, env.now)
    if (held.length > 0) throw new RuleViolation('leaving.lastDay', { name: account.name })
    await tx.updateTable('account').set({ state: 'invited' }).where('id', '=', account.id).execute()
    const invited = await issueInvitation(tx, { ...input, invitedBy: actor.account }, env)
    await record(tx, actor, env.now, {
      action: 'identity.invitedBack',
      subject: { kind: 'account', id: account.id },
      facts: { name: account.name, way: input.way },
    })
    return invited
  })
}
