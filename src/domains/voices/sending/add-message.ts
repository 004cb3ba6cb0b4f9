import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/database/database.ts'

interface Message {
  opinion: string
  text: string
  onDay: string
  /** A handler; nobody is the sender. */
  writer?: { account: string; name: string }
}

/** Writes a message of either side; the opinion is locked, so that numbers follow each other. */
export async function addMessage(tx: Tx, { opinion, text, onDay, writer }: Message): Promise<void> {
  const last = await tx
    .selectFrom('opinion_message')
    .select((read) => read.fn.max('number').as('number'))
    .where('opinion_id', '=', opinion)
    .executeTakeFirst()
  await tx
    .insertInto('opinion_message')
    .values({
      id: randomUUID(),
      opinion_id: opinion,
      number: (last?.number ?? 0) + 1,
      is_from_sender: writer === undefined,
      text,
      on_day: onDay,
      written_by: writer?.account ?? null,
      writer_name: writer?.name ?? '',
    })
    .execute()
}
