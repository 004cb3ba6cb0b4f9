import type { Tx } from '#platform/database/database.ts'
import { enqueue, enqueueAll } from '#platform/queue.ts'
import { slices } from '#platform/slices.ts'

export interface QueuedMail {
  to: string
  subject: string
  text: string
  /** One message, one key: it becomes the Message-ID, so that a mail sent twice is seen as one. */
  messageKey: string
}

const keyOf = (mail: QueuedMail) => `mail-${mail.messageKey}`

/** Sends after the transaction commits, at least once. */
export async function queueMail(tx: Tx, mail: QueuedMail): Promise<void> {
  await enqueue(tx, 'send-mail', mail, { key: keyOf(mail) })
}

/** The same for many mails. */
export async function queueMails(tx: Tx, mails: readonly QueuedMail[]): Promise<void> {
  const jobs = mails.map((mail) => ({ data: mail, key: keyOf(mail) }))
  for (const some of slices(jobs)) await enqueueAll(tx, 'send-mail', some)
}
