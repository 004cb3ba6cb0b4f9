import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { writesDigest } from './access.ts'
import { digestCan } from './digest.ts'
import { digestSubject } from './lock-digest.ts'
import { lockedDigest } from './queries.ts'

export const returnDigestInput = z.object({ digest: z.uuid(), reason: paragraph(500) })

/** Gives a finished digest back to its writers. */
export async function returnDigest(db: Db, actor: Actor, input: z.output<typeof returnDigestInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const digest = await lockedDigest(tx, input.digest)
    demand(writesDigest(actor, digest.bloc_year_id))
    if (!digestCan('return', digest)) throw new RuleViolation('digest.notFinished')
    const open = { state: 'draft', paper: null, paper_sha256: null, finished_by: null, finished_at: null } as const
    await tx
      .updateTable('voice_digest')
      .set({ ...open, version: digest.version + 1 })
      .where('id', '=', digest.id)
      .execute()
    const facts = { reason: input.reason }
    await record(tx, actor, now, { action: 'digest.returned', subject: digestSubject(digest.id), facts })
  })
}
