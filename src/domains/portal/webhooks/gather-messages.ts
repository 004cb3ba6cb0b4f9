import type { Db, Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { deedsOf, type WebhookMessage } from './webhook.ts'

const atOnce = 500

/** The message about an entry of the log: that it happened and to which record, and nothing that stands in it. */
const messageOf = (entry: {
  number: number
  at: Date
  action: string
  subject_kind: string
  subject_id: string | null
}): WebhookMessage => ({
  type: entry.action,
  timestamp: entry.at.toISOString(),
  data: { entry: entry.number, subject: { kind: entry.subject_kind, id: entry.subject_id } },
})

async function entriesAfter(tx: Tx, number: number) {
  return tx
    .selectFrom('audit_entry')
    .select(['number', 'at', 'action', 'subject_kind', 'subject_id'])
    .where('number', '>', number)
    .orderBy('number')
    .limit(atOnce)
    .execute()
}

/** One webhook's next piece of the log; answers whether there may be more. */
async function gatherFor(tx: Tx, id: string, now: Date): Promise<boolean> {
  const webhook = await tx
    .selectFrom('webhook')
    .select(['id', 'topics', 'read_to'])
    .where('id', '=', id)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
  if (webhook === undefined) return false
  const entries = await entriesAfter(tx, webhook.read_to)
  const last = entries.at(-1)
  if (last === undefined) return false
  const wanted = new Set(deedsOf(webhook.topics))
  const deliveries = entries
    .filter(({ action }) => wanted.has(action))
    .map((entry) => ({
      id: newId(),
      webhook_id: webhook.id,
      entry_number: entry.number,
      type: entry.action,
      body: JSON.stringify(messageOf(entry)),
      due_at: now,
      made_at: now,
    }))
  if (deliveries.length > 0) await tx.insertInto('webhook_delivery').values(deliveries).execute()
  await tx.updateTable('webhook').set({ read_to: last.number }).where('id', '=', webhook.id).execute()
  return entries.length === atOnce
}

/** Makes a message of every entry of the log that an open webhook asks for and has not had yet. */
export async function gatherMessages(db: Db, now: Date): Promise<void> {
  const open = await db.selectFrom('webhook').select('id').where('state', '=', 'open').execute()
  for (const { id } of open) {
    while (await db.transaction().execute((tx) => gatherFor(tx, id, now))) {
      // Each piece is a transaction of its own.
    }
  }
}
