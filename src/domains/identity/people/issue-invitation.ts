import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { newCode, newId, printCode } from '#platform/id.ts'
import { queueMail } from '#capabilities/notifications/send-mail.ts'
import { hashCode, invitationEnd, type InvitationWay } from './invitation.ts'
import { invitationPath } from '../paths.ts'
import { words } from '../words.ts'

/** `origin` is the site's address for links in mails: 'https://thidua.example.vn'. */
export interface InviteEnv {
  now: Date
  origin: string
}

export interface Invited {
  account: string
  invitation: string
  /** For a slip the code, shown once; a mailed code is shown to nobody but its reader. */
  code: string | null
  expiresAt: Date
}

interface IssueInvitation {
  account: string
  way: InvitationWay
  invitedBy: string | null
}

/** An earlier code stops working. Part of another command. */
export async function withdrawOpen(tx: Tx, account: string, now: Date) {
  await tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

async function lockInvited(tx: Tx, account: string) {
  const row = await tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'account.email', 'account.login', 'account.state', 'person.full_name'])
    .where('account.id', '=', account)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.state !== 'invited') throw new RuleViolation('identity.alreadyAccepted', { name: row.full_name })
  return row
}

async function mailCode(tx: Tx, invited: Invited & { code: string }, env: InviteEnv) {
  const { email, full_name, login } = await lockInvited(tx, invited.account)
  if (email === null) throw new RuleViolation('identity.noEmail', { name: full_name })
  const t = words('vi').invitationMail
  const link = env.origin + invitationPath(printCode(invited.code))
  const until = dayOf(invited.expiresAt).split('-').reverse().join('/')
  await queueMail(tx, {
    to: email,
    subject: t.subject,
    text: t.text({ name: full_name, login, link, until }),
    messageKey: `invitation-${invited.invitation}`,
  })
}

/** Makes a code for an account that was never opened; an earlier code stops working. Part of another command. */
export async function issueInvitation(tx: Tx, input: IssueInvitation, env: InviteEnv): Promise<Invited> {
  await lockInvited(tx, input.account)
  await withdrawOpen(tx, input.account, env.now)
  const code = newCode(16)
  const invited = { account: input.account, invitation: newId(), expiresAt: invitationEnd(input.way, env.now) }
  await tx
    .insertInto('invitation')
    .values({
      id: invited.invitation,
      account_id: input.account,
      code_hash: hashCode(code),
      way: input.way,
      invited_by: input.invitedBy,
      invited_at: env.now,
      expires_at: invited.expiresAt,
    })
    .execute()
  if (input.way === 'slip') return { ...invited, code }
  await mailCode(tx, { ...invited, code }, env)
  return { ...invited, code: null }
}
