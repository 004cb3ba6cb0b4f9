import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { gatherMessages } from './gather-messages.ts'
import { postMessage, type ReceiverAnswer } from './post-message.ts'
import { openSecret } from './secret.ts'
import { waits } from './webhook.ts'

export interface SendEnv {
  now: Date
  secretKey: string
  allowsPlain: boolean
}

interface Due {
  id: string
  webhook_id: string
  tries: number
  body: string
  url: string
  secret: Buffer
}

/** Longer than any try lasts: who is killed in between leaves the message to the next run, under the same id. */
const lease = '2 minutes'

/** Takes the next message that is due, so that no other worker sends it too. */
async function takeDue(db: Db, now: Date): Promise<Due | undefined> {
  const { rows } = await sql<Due>`
    update webhook_delivery d
    set tries = d.tries + 1, tried_at = ${now}, due_at = ${now}::timestamptz + ${lease}::interval
    from webhook w
    where w.id = d.webhook_id and d.id = (
      select n.id from webhook_delivery n join webhook o on o.id = n.webhook_id
      where n.state = 'waiting' and n.due_at <= ${now} and o.state = 'open'
      order by n.due_at, n.made_at, n.id limit 1 for update of n skip locked
    )
    returning d.id, d.webhook_id, d.tries, d.body, w.url, w.secret`.execute(db)
  return rows[0]
}

const wasTaken = ({ status }: ReceiverAnswer) => status !== null && status >= 200 && status < 300
const gone = 410

function outcome({ tries }: Due, answer: ReceiverAnswer, now: Date) {
  const said = { answer_status: answer.status, answer_says: answer.says }
  if (wasTaken(answer)) return { state: 'delivered' as const, ...said }
  const wait = waits[tries - 1]
  if (wait === undefined || answer.status === gone) return { state: 'failed' as const, ...said }
  return { due_at: new Date(now.getTime() + wait), ...said }
}

async function sendOne(db: Db, due: Due, { now, secretKey, allowsPlain }: SendEnv) {
  const secret = openSecret(due.secret, due.webhook_id, secretKey)
  const answer =
    secret === null
      ? { status: null, says: 'secret' }
      : await postMessage({ id: due.id, url: due.url, secret, body: due.body }, { now, allowsPlain })
  const set = outcome(due, answer, now)
  await db.updateTable('webhook_delivery').set(set).where('id', '=', due.id).execute()
  // Who says that it is gone, or never takes anything, is left alone until a person looks.
  if ('state' in set && set.state === 'failed') {
    await db
      .updateTable('webhook')
      .set({ state: 'paused' })
      .where('id', '=', due.webhook_id)
      .where('state', '=', 'open')
      .execute()
  }
}

/** Tells every open webhook what it has not been told yet, and tries again what was not taken. */
export async function sendMessages(db: Db, env: SendEnv): Promise<void> {
  await gatherMessages(db, env.now)
  for (;;) {
    const due = await takeDue(db, env.now)
    if (due === undefined) return
    await sendOne(db, due, env)
  }
}
