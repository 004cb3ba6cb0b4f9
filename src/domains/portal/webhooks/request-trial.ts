import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { mayKeepWebhooks } from './access.ts'
import { lockWebhook } from './queries.ts'
import { webhookCan, type WebhookMessage } from './webhook.ts'

export const requestTrialInput = z.object({ webhook: z.uuid() })

/** A message that tells of nothing, to see whether the other side takes it. */
export async function requestTrial(
  db: Db,
  actor: Actor,
  { webhook }: z.output<typeof requestTrialInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockWebhook(tx, webhook)
    demand(mayKeepWebhooks(actor))
    if (!webhookCan('try', held)) throw new RuleViolation('webhooks.notNow')
    const subject = { kind: 'webhook', id: held.id }
    const message: WebhookMessage = {
      type: 'webhooks.trial',
      timestamp: now.toISOString(),
      data: { entry: null, subject },
    }
    const row = { id: newId(), webhook_id: held.id, type: message.type, body: JSON.stringify(message) }
    await tx
      .insertInto('webhook_delivery')
      .values({ ...row, due_at: now, made_at: now })
      .execute()
    await record(tx, actor, now, { action: 'webhooks.tried', subject, facts: { name: held.name } })
  })
}
