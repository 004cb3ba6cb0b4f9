import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayHandleInvitation } from '../access.ts'
import { issueInvitation, type Invited, type InviteEnv } from './issue-invitation.ts'
import { accountOf } from '../queries.ts'

export const renewInvitationInput = z.object({ account: z.uuid(), way: z.enum(['mail', 'slip']) })

export type RenewInvitation = z.output<typeof renewInvitationInput>

/** A code was lost or ran out: a new one is made and the old one stops working. */
export async function renewInvitation(db: Db, actor: Actor, input: RenewInvitation, env: InviteEnv): Promise<Invited> {
  return db.transaction().execute(async (tx) => {
    const account = found(await accountOf(tx, input.account, env.now))
    demand(mayHandleInvitation(actor, account))
    const invited = await issueInvitation(tx, { ...input, invitedBy: actor.account }, env)
    await record(tx, actor, env.now, {
      action: 'identity.invitedAgain',
      subject: { kind: 'account', id: input.account },
      facts: { name: account.name, way: input.way },
    })
    return invited
  })
}
