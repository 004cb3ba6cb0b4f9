import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayInvite } from '../access.ts'
import { openAccountsIn } from './open-accounts.ts'
import { issueInvitation, type Invited, type InviteEnv } from './issue-invitation.ts'

const login = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._@+-]{2,120}$/))

const email = z.preprocess(
  (text) => (typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined),
  z.email().max(200).optional(),
)

export const openAccountInput = z
  .object({ fullName: line(120), login, email, way: z.enum(['mail', 'slip']) })
  .superRefine((input, context) => {
    if (input.way === 'slip' || input.email !== undefined) return
    context.addIssue({ code: 'too_small', minimum: 1, inclusive: true, origin: 'string', path: ['email'], input: '' })
  })

export type OpenAccount = z.output<typeof openAccountInput> & { isSample?: boolean }

/** The part that another command may use inside its own transaction, after its own `demand`; it writes no entry. */
export async function openAccountIn(tx: Tx, invitedBy: string | null, input: OpenAccount, env: InviteEnv) {
  const account = newId()
  await openAccountsIn(tx, [{ ...input, email: input.email, account }], env.now)
  return issueInvitation(tx, { account, way: input.way, invitedBy }, env)
}

/** Invites a person: by mail, or by a slip whose code is in the answer and nowhere else. */
export async function openAccount(db: Db, actor: Actor, input: OpenAccount, env: InviteEnv): Promise<Invited> {
  demand(mayInvite(actor))
  return db.transaction().execute(async (tx) => {
    const invited = await openAccountIn(tx, actor.account, input, env)
    await record(tx, actor, env.now, {
      action: 'identity.invited',
      subject: { kind: 'account', id: invited.account },
      facts: { name: input.fullName, login: input.login, way: input.way },
    })
    return invited
  })
}
