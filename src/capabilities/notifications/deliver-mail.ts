import { z } from 'zod'
import type { MailTransport } from './mail-transport.ts'

const payloadShape = z.object({
  to: z.string().min(1),
  subject: z.string().min(1),
  text: z.string().min(1),
  messageKey: z.string().min(1),
})

/** The job `send-mail`. A refusal is thrown on, so that the queue tries again with the same Message-ID. */
export async function deliverMail(payload: unknown, transport: MailTransport): Promise<void> {
  await transport.send(payloadShape.parse(payload))
}
