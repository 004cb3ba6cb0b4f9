import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { queueMails } from '#capabilities/notifications/send-mail.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { mayChangeAddress } from '../access.ts'
import { accountOf, type AccountShown } from '../queries.ts'
import type { AddressFact } from './address.ts'
import { words } from './words.ts'

export const changeAddressInput = z.object({
  account: z.uuid(),
  email: z.preprocess((text) => (typeof text === 'string' ? text.trim() : text), z.email().max(200)),
})
export type ChangeAddress = z.output<typeof changeAddressInput>

/** Both addresses hear of it: whoever reads the old one knows that mails go elsewhere now. */
async function mailBoth(tx: Tx, account: AccountShown, { email, by }: { email: string; by: string }) {
  const t = words('vi').mail
  const key = newId()
  const mails = [
    { to: email, text: t.added({ name: account.name, login: account.login, by }) },
    ...(account.email === null ? [] : [{ to: account.email, text: t.moved({ name: account.name, by }) }]),
  ]
  await queueMails(
    tx,
    mails.map((mail, index) => ({
      ...mail,
      subject: t.subject,
      messageKey: `address-${key}-${index}`,
      kind: 'notice' as const,
      account: account.id,
    })),
  )
}

/** An administrator gives an account its mail address, or another one; the person is told in the page and by mail. */
export async function changeAddress(
  db: Db,
  actor: Actor,
  input: ChangeAddress,
  { now, announce }: Telling<AddressFact>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('account').select('id').where('id', '=', input.account).forUpdate().execute()
    const account = found(await accountOf(tx, input.account, now))
    demand(mayChangeAddress(actor))
    if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
    if (account.state === 'closed') throw new RuleViolation('identity.accountClosed', { name: account.name })
    if (account.email === input.email) throw new RuleViolation('address.isTheSame')
    await tx.updateTable('account').set({ email: input.email }).where('id', '=', account.id).execute()
    await mailBoth(tx, account, { email: input.email, by: actor.name })
    const fact = { account: account.id, address: input.email, by: actor.name }
    await announce(tx, now, { name: 'identity.addressChanged', ...fact })
    await record(tx, actor, now, {
      action: 'identity.addressChanged',
      subject: { kind: 'account', id: account.id },
      facts: { name: account.name, before: account.email ?? '', address: input.email },
    })
  })
}
