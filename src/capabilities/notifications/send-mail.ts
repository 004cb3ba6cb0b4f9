import type { Tx } from '#platform/database/database.ts'
import { enqueue } from '#platform/queue.ts'

export interface QueuedMail {
  to: string
  subject: string
  text: string
  /** One message, one key: it becomes the Message-ID, so that a mail sent twice is seen as one. */
  messageKey: string
}

/** Sends after the transaction commits, at least once. */
export async function queueMail(tx: Tx, mail: QueuedMail): Promise<void> {
  await enqueue(tx, 'send-mail', mail, { key: `mail-${mail.messageKey}` })
}
