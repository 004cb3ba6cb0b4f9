import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/database/database.ts'
import type { MailTransport } from './mail-transport.ts'
import { refuseAddress, type TellRefused } from './refuse-address.ts'
import { judgeRefusal } from './smtp-answer.ts'

const payloadShape = z.object({
  to: z.string().min(1),
  subject: z.string().min(1),
  text: z.string().min(1),
  messageKey: z.string().min(1),
  unsubscribe: z.string().optional(),
  calendar: z.object({ method: z.enum(['REQUEST', 'CANCEL']), content: z.string() }).optional(),
})

/** Sending takes a minute at most (`mail-transport.ts`); a worker that died holds a mail no longer than this. */
const holdMinutes = 5

interface Delivery {
  transport: MailTransport
  now: Date
  tellRefused: TellRefused
}

/** What waits for a mail server, held by this worker alone; nothing when it is settled or another worker has it. */
async function hold(db: Db, messageKey: string, now: Date) {
  return db
    .updateTable('mail')
    .set({ held_until: new Date(now.getTime() + holdMinutes * 60_000), tries: sql`tries + 1` })
    .where('message_key', '=', messageKey)
    .where('state', 'in', ['asked', 'deferred'])
    .where((where) => where.or([where('held_until', 'is', null), where('held_until', '<', now)]))
    .returning(['id', 'kind', 'address'])
    .executeTakeFirst()
}

type Held = NonNullable<Awaited<ReturnType<typeof hold>>>

/** To an address that was refused for good goes only what must be sent. */
async function isWithheld(db: Db, { kind, address }: Held): Promise<boolean> {
  if (kind !== 'notice' && kind !== 'digest' && kind !== 'checkpoint') return false
  const bad = await db
    .selectFrom('refused_address')
    .select('address')
    .where('address', '=', address.toLowerCase())
    .executeTakeFirst()
  return bad !== undefined
}

interface Settled {
  state: 'accepted' | 'withheld' | 'deferred'
  now: Date
  answer?: string
}

const settle = (db: Db, { id }: Held, { state, now, answer = '' }: Settled) =>
  db.updateTable('mail').set({ state, answer, answered_at: now, held_until: null }).where('id', '=', id).execute()

async function refuse(db: Db, held: Held, error: unknown, { now, tellRefused }: Delivery): Promise<void> {
  const { state, answer, isBadAddress } = judgeRefusal(error)
  if (state === 'deferred') {
    await settle(db, held, { state, now, answer })
    throw error
  }
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('mail')
      .set({ state: 'refused', answer, answered_at: now, held_until: null })
      .where('id', '=', held.id)
      .execute()
    if (isBadAddress)
      await refuseAddress(tx, { mail: held.id, address: held.address, reason: answer }, { now, tellRefused })
  })
}

/** Without a row it was asked for before mails were kept, and is sent all the same. */
async function sendUnheld(db: Db, mail: z.output<typeof payloadShape>, transport: MailTransport): Promise<void> {
  const row = await db.selectFrom('mail').select('state').where('message_key', '=', mail.messageKey).executeTakeFirst()
  if (row === undefined) await transport.send(mail)
  else if (row.state === 'asked' || row.state === 'deferred') throw new Error('another worker sends this mail now')
}

/**
 * The job `send-mail`. What the server said is kept. A refusal for now is thrown on, so that the queue tries again with
 * the same Message-ID; one for good ends it.
 */
export async function deliverMail(db: Db, payload: unknown, delivery: Delivery): Promise<void> {
  const mail = payloadShape.parse(payload)
  const held = await hold(db, mail.messageKey, delivery.now)
  if (held === undefined) {
    await sendUnheld(db, mail, delivery.transport)
    return
  }
  if (await isWithheld(db, held)) {
    await settle(db, held, { state: 'withheld', now: delivery.now })
    return
  }
  let answer: string
  try {
    answer = await delivery.transport.send(mail)
  } catch (error) {
    await refuse(db, held, error, delivery)
    return
  }
  await settle(db, held, { state: 'accepted', now: delivery.now, answer })
}
