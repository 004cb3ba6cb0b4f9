import type { MailKind } from '../../../db/types.ts'
import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { enqueueAll } from '#platform/queue.ts'
import { slices } from '#platform/slices.ts'

export type { MailKind }

export interface QueuedMail {
  to: string
  subject: string
  text: string
  /** One message, one key: it becomes the Message-ID, and a key that was asked for once is never sent again. */
  messageKey: string
  kind: MailKind
  /** Whose address it is, where the program knows. */
  account?: string | null
  /** Who wanted it sent and may see what became of it. */
  askedBy?: string | null
  /** Where a mail program unsubscribes with one click (RFC 8058). */
  unsubscribe?: string
  /** An invitation that a calendar program takes in (RFC 6047): its method and the file. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
}

const keyOf = ({ messageKey }: QueuedMail) => `mail-${messageKey}`

const rowOf = ({ to, subject, messageKey, kind, account, askedBy }: QueuedMail) => ({
  id: newId(),
  message_key: messageKey,
  kind,
  account_id: account ?? null,
  address: to,
  subject: subject.normalize('NFC'),
  asked_by: askedBy ?? null,
})

/** Sends after the transaction commits, at least once; what was asked for before is not asked for again. */
export async function queueMails(tx: Tx, mails: readonly QueuedMail[]): Promise<void> {
  for (const some of slices(mails)) {
    const fresh = await tx
      .insertInto('mail')
      .values(some.map(rowOf))
      .onConflict((conflict) => conflict.column('message_key').doNothing())
      .returning('message_key')
      .execute()
    const keys = new Set(fresh.map((row) => row.message_key))
    const jobs = some.filter((mail) => keys.has(mail.messageKey)).map((mail) => ({ data: mail, key: keyOf(mail) }))
    await enqueueAll(tx, 'send-mail', jobs)
  }
}

export const queueMail = (tx: Tx, mail: QueuedMail) => queueMails(tx, [mail])
