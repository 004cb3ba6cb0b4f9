import { sql } from 'kysely'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { newCode, newId, printCode } from '#platform/id.ts'
import { slices } from '#platform/slices.ts'
import { queueMails, type QueuedMail } from '#capabilities/notifications/send-mail.ts'
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

interface IssueInvitations {
  accounts: readonly string[]
  way: InvitationWay
  invitedBy: string | null
}

/** Earlier codes stop working. Part of another command. */
export async function withdrawOpen(tx: Tx, accounts: readonly string[], now: Date) {
  await tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where(sql<boolean>`account_id = any(${[...accounts]}::uuid[])`)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

async function lockInvited(tx: Tx, accounts: readonly string[]) {
  const rows = await tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'account.email', 'account.login', 'account.state', 'person.full_name'])
    .where(sql<boolean>`account.id = any(${[...accounts]}::uuid[])`)
    .orderBy('account.id')
    .forUpdate()
    .execute()
  const accepted = rows.find(({ state }) => state !== 'invited')
  if (accepted) throw new RuleViolation('identity.alreadyAccepted', { name: accepted.full_name })
  return rows
}

type Addressee = Awaited<ReturnType<typeof lockInvited>>[number]

function mailOf(
  { id, email, full_name, login }: Addressee,
  invited: Invited & { code: string },
  { origin, askedBy }: { origin: string; askedBy: string | null },
): QueuedMail {
  if (email === null) throw new RuleViolation('identity.noEmail', { name: full_name })
  const t = words('vi').invitationMail
  const link = origin + invitationPath(printCode(invited.code))
  const until = dayOf(invited.expiresAt).split('-').reverse().join('/')
  return {
    to: email,
    subject: t.subject,
    text: t.text({ name: full_name, login, link, until }),
    messageKey: `invitation-${invited.invitation}`,
    kind: 'invitation',
    account: id,
    askedBy,
  }
}

/** Makes codes for accounts that were never opened; earlier codes stop working. Part of another command. */
export async function issueInvitations(
  tx: Tx,
  { accounts, way, invitedBy }: IssueInvitations,
  env: InviteEnv,
): Promise<Invited[]> {
  const addressees = await lockInvited(tx, accounts)
  await withdrawOpen(tx, accounts, env.now)
  const expiresAt = invitationEnd(way, env.now)
  const made = addressees.map((addressee) => ({
    addressee,
    invited: { account: addressee.id, invitation: newId(), code: newCode(16), expiresAt },
  }))
  for (const some of slices(made)) {
    await tx
      .insertInto('invitation')
      .values(
        some.map(({ invited }) => ({
          id: invited.invitation,
          account_id: invited.account,
          code_hash: hashCode(invited.code),
          way,
          invited_by: invitedBy,
          invited_at: env.now,
          expires_at: expiresAt,
        })),
      )
      .execute()
  }
  if (way === 'slip') return made.map(({ invited }) => invited)
  await queueMails(
    tx,
    made.map(({ addressee, invited }) => mailOf(addressee, invited, { origin: env.origin, askedBy: invitedBy })),
  )
  return made.map(({ invited }) => ({ ...invited, code: null }))
}

interface IssueInvitation extends Omit<IssueInvitations, 'accounts'> {
  account: string
}

/** The same for one account. */
export async function issueInvitation(tx: Tx, { account, ...input }: IssueInvitation, env: InviteEnv) {
  const [invited] = await issueInvitations(tx, { ...input, accounts: [account] }, env)
  return found(invited)
}
