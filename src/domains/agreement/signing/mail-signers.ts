import { queueMail } from '#capabilities/notifications/send-mail.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Locale } from '#platform/words.ts'

interface SignerMail {
  agreement: string
  /** One letter of each kind and key reaches a person once. */
  key: string
  /** Who may see what became of it. */
  by?: string
  /** Only these units; all when left out. */
  units?: readonly string[]
  write: (signer: { name: string; unit: string; locale: Locale }) => { subject: string; text: string }
}

/** Writes to the people who sign an agreement, each in their own language; who has no address sees it on screen. */
export async function mailSigners(tx: Tx, { agreement, key, by, units, write }: SignerMail): Promise<void> {
  const signers = await tx
    .selectFrom('agreement_signer')
    .innerJoin('account', 'account.id', 'agreement_signer.account_id')
    .select(['agreement_signer.unit_id', 'signer_name', 'unit_name', 'account.email', 'account.locale', 'account.id'])
    .where('agreement_id', '=', agreement)
    .execute()
  for (const signer of signers) {
    if (signer.email === null || (units !== undefined && !units.includes(signer.unit_id))) continue
    const letter = write({ name: signer.signer_name, unit: signer.unit_name, locale: signer.locale as Locale })
    const about = { kind: 'signing' as const, account: signer.id, askedBy: by ?? null }
    await queueMail(tx, { to: signer.email, ...letter, ...about, messageKey: `${key}-${signer.id}` })
  }
}
