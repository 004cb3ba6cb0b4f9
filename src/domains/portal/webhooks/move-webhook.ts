import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayKeepWebhooks } from './access.ts'
import { lockWebhook } from './queries.ts'
import { webhookCan } from './webhook.ts'

export const moveWebhookInput = z.object({ webhook: z.uuid(), act: z.enum(['pause', 'resume', 'end']) })
export type MoveWebhook = z.output<typeof moveWebhookInput>

const stateAfter = { pause: 'paused', resume: 'open', end: 'ended' } as const

/** Pauses a webhook, goes on with it, or ends it. What happens during a pause is told after it. */
export async function moveWebhook(db: Db, actor: Actor, { webhook, act }: MoveWebhook, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockWebhook(tx, webhook)
    demand(mayKeepWebhooks(actor))
    if (!webhookCan(act, held)) throw new RuleViolation('webhooks.notNow')
    const ended = act === 'end' ? { ended_at: now } : {}
    await tx
      .updateTable('webhook')
      .set({ state: stateAfter[act], ...ended })
      .where('id', '=', held.id)
      .execute()
    const subject = { kind: 'webhook', id: held.id }
    await record(tx, actor, now, { action: `webhooks.${act}`, subject, facts: { name: held.name } })
  })
}
