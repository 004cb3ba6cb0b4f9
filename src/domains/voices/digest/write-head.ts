import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, RuleViolation } from '#platform/errors.ts'
import { digestSubject, lockDraftDigest } from './lock-digest.ts'
import { digestHead } from './start-digest.ts'

export const writeHeadInput = z.object({
  digest: z.uuid(),
  version: z.coerce.number().int().positive(),
  ...digestHead,
  /** One a line. */
  recipients: z.string().default('').pipe(z.string().max(1000)),
})

/** Who issues the paper in which style, where and on which day it is dated, and who gets it. */
export async function writeHead(db: Db, actor: Actor, input: z.output<typeof writeHeadInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const { digest: id, version, datedOn: dated_on, ...head } = input
    const digest = await lockDraftDigest(tx, actor, id)
    if (digest.version !== version) throw new Conflict('digest.headChanged')
    if (dated_on < digest.to_on) throw new RuleViolation('digest.datedTooEarly')
    await tx
      .updateTable('voice_digest')
      .set({ ...head, dated_on, version: version + 1 })
      .where('id', '=', id)
      .execute()
    const facts = { on: dated_on, issuer: input.issuer }
    await record(tx, actor, now, { action: 'digest.headed', subject: digestSubject(id), facts })
  })
}
