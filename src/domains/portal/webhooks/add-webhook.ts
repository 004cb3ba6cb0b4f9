import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, Forbidden, RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayKeepWebhooks } from './access.ts'
import { newWebhookSecret, sealSecret } from './secret.ts'
import { topicNames } from './webhook.ts'

export const addWebhookInput = z.object({
  name: line(120),
  url: z.url({ protocol: /^https?$/u }).max(1000),
  topics: z.array(z.enum(topicNames)).min(1),
})
export type AddWebhook = z.output<typeof addWebhookInput>

export interface WebhookEnv {
  now: Date
  secretKey: string
  /** Demos and tests tell programs of the same machine, without encryption. */
  allowsPlain: boolean
}

/** Another program that is to be told from now on; answers with its secret, this once. */
export async function addWebhook(
  db: Db,
  actor: Actor,
  input: AddWebhook,
  { now, secretKey, allowsPlain }: WebhookEnv,
): Promise<{ id: string; secret: string }> {
  demand(mayKeepWebhooks(actor))
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  if (!allowsPlain && !input.url.startsWith('https://')) throw new RuleViolation('webhooks.notEncrypted')
  const [id, secret] = [newId(), newWebhookSecret()]
  await db.transaction().execute(async (tx) => {
    const { number } = await tx.selectFrom('audit_head').select('number').executeTakeFirstOrThrow()
    await tx
      .insertInto('webhook')
      .values({
        id,
        name: input.name,
        url: input.url,
        topics: input.topics,
        secret: sealSecret(secret, id, secretKey),
        read_to: number,
        made_by: actor.account,
        made_at: now,
      })
      .execute()
    const facts = { name: input.name, host: new URL(input.url).host, topics: input.topics }
    await record(tx, actor, now, { action: 'webhooks.added', subject: { kind: 'webhook', id }, facts })
  })
  return { id, secret }
}
