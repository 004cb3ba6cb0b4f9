import type { Db } from '#platform/database/database.ts'
import { readBounce } from './read-bounce.ts'
import { refuseAddress, type TellRefused } from './refuse-address.ts'

export type BounceTaken = 'kept' | 'notAReport' | 'notOurs' | 'notAFailure'

/** The key of a mail of ours from its Message-ID; whatever stands behind the sign is the domain of the sender. */
const keyOf = (messageId: string) => messageId.slice(0, messageId.lastIndexOf('@'))

/** A mailbox that is full or a policy may change; an address that does not exist will not. */
const isOfAddress = (status: string) => /^5\.(?:1\.|2\.1$)/u.test(status)

/**
 * Keeps what a report says of a mail that was accepted before. Only the mail that it names by its Message-ID, and only
 * when it went to the recipient that the report names, so that nobody's address is marked by a stranger's report.
 */
export async function acceptBounce(
  db: Db,
  report: string,
  { now, tellRefused }: { now: Date; tellRefused: TellRefused },
): Promise<BounceTaken> {
  const bounce = readBounce(report)
  if (bounce === undefined) return 'notAReport'
  if (bounce.action !== 'failed') return 'notAFailure'
  const reason = [bounce.status, bounce.diagnostic].filter(Boolean).join(' ')
  return db.transaction().execute(async (tx) => {
    const mail = await tx
      .updateTable('mail')
      .set({ state: 'bounced', bounced_at: now, answer: reason })
      .where('message_key', '=', keyOf(bounce.messageId))
      .where((where) => where(where.fn<string>('lower', ['address']), '=', bounce.recipient))
      .where('state', 'in', ['accepted', 'bounced'])
      .returning(['id', 'address'])
      .executeTakeFirst()
    if (mail === undefined) return 'notOurs'
    if (isOfAddress(bounce.status)) {
      await refuseAddress(tx, { mail: mail.id, address: mail.address, reason }, { now, tellRefused })
    }
    return 'kept'
  })
}
