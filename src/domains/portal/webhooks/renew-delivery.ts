import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { mayKeepWebhooks } from './access.ts'
import { lockWebhook } from './queries.ts'

export const renewDeliveryInput = z.object({ webhook: z.uuid(), delivery: z.uuid() })

/** A message that failed is tried again from the beginning, under its own id. */
export async function renewDelivery(
  db: Db,
  actor: Actor,
  input: z.output<typeof renewDeliveryInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { id, name } = await lockWebhook(tx, input.webhook)
    demand(mayKeepWebhooks(actor))
    const of = tx.selectFrom('webhook_delivery').select('state').where('id', '=', input.delivery)
    const { state } = found(await of.where('webhook_id', '=', id).executeTakeFirst())
    if (state !== 'failed') throw new RuleViolation('webhooks.notFailed')
    await tx
      .updateTable('webhook_delivery')
      .set({ state: 'waiting', tries: 0, due_at: now })
      .where('id', '=', input.delivery)
      .execute()
    const subject = { kind: 'webhook', id }
    await record(tx, actor, now, { action: 'webhooks.deliveryRenewed', subject, facts: { name } })
  })
}
