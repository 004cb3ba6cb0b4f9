import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { maySendDigest } from './access.ts'
import { digestCan } from './digest.ts'
import { digestSubject } from './lock-digest.ts'
import { clausesOf, lockedDigest } from './queries.ts'

export const sendDigestInput = z.object({ digest: z.uuid() })

/** Sends a finished digest: from then on the bloc and the authority read it. Nobody sends what they wrote. */
export async function sendDigest(db: Db, actor: Actor, input: z.output<typeof sendDigestInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const digest = await lockedDigest(tx, input.digest)
    const writers = (await clausesOf(tx, digest.id)).map(({ changed_by }) => changed_by)
    demand(maySendDigest(actor, digest, writers))
    if (!digestCan('send', digest)) throw new RuleViolation('digest.notFinished')
    const sent = { state: 'sent', sent_by: actor.account, sent_by_name: actor.name, sent_at: now } as const
    await tx
      .updateTable('voice_digest')
      .set({ ...sent, version: digest.version + 1 })
      .where('id', '=', digest.id)
      .execute()
    const facts = { kind: digest.kind, from: digest.from_on, to: digest.to_on, sha256: digest.paper_sha256 }
    await record(tx, actor, now, { action: 'digest.sent', subject: digestSubject(digest.id), facts })
  })
}
