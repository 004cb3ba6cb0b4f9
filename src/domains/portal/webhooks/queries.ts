import type { Selectable } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { Webhook as Table, WebhookDelivery as DeliveryTable } from '../../../../db/types.ts'

/** Without its secret. */
export type Webhook = Omit<Selectable<Table>, 'secret'>
export type WebhookDelivery = Selectable<DeliveryTable>

const columns = ['id', 'name', 'url', 'topics', 'state', 'read_to', 'made_by', 'made_at', 'ended_at'] as const

export async function webhooks(db: Db): Promise<Webhook[]> {
  return db.selectFrom('webhook').select(columns).orderBy('state').orderBy('made_at', 'desc').execute()
}

export async function webhookById(db: Db, id: string): Promise<Webhook> {
  return found(await db.selectFrom('webhook').select(columns).where('id', '=', id).executeTakeFirst())
}

export async function lockWebhook(tx: Tx, id: string): Promise<Webhook> {
  return found(await tx.selectFrom('webhook').select(columns).where('id', '=', id).forUpdate().executeTakeFirst())
}

/** The latest messages to a webhook. */
export async function deliveriesOf(db: Db, webhook: string): Promise<WebhookDelivery[]> {
  return db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhook)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
}
