import type { Tx } from '#platform/database/database.ts'
import { queueMail } from '#capabilities/notifications/send-mail.ts'
import type { RecoveryRow } from './queries.ts'
import { words } from './words.ts'

export type RecoveryStep = 'opened' | 'confirmed' | 'used'

interface MailRecovery {
  step: RecoveryStep
  /** Who did it. */
  by: string
  origin: string
}

/** The person concerned hears of every step, so that nothing happens behind their back; a code is never in it. */
export async function mailRecovery(tx: Tx, recovery: RecoveryRow, { step, by, origin }: MailRecovery): Promise<void> {
  if (recovery.email === null) return
  const t = words('vi').mail
  await queueMail(tx, {
    to: recovery.email,
    subject: t.subject[step],
    text: t.text({ name: recovery.person, what: t.what[step](by), origin }),
    messageKey: `recovery-${step}-${recovery.id}`,
    kind: 'recovery',
    account: recovery.account_id,
  })
}
