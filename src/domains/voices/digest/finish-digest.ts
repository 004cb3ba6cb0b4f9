import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Paper } from '#capabilities/documents/paper.ts'
import type { Actor } from '#platform/actor.ts'
import { canonicalHash, canonicalJson } from '#platform/canonical-json.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, RuleViolation } from '#platform/errors.ts'
import { digestSubject, lockDraftDigest } from './lock-digest.ts'
import { clausesOf } from './queries.ts'

export const finishDigestInput = z.object({ digest: z.uuid() })

/** What was seen when the person pressed the button: the paper as blocks, and the version of head and sentences. */
export interface SeenDigest {
  paper: Paper
  version: number
  clauses: ReadonlyMap<string, number>
}

/** Hands a digest on to who will send it: the paper is kept as blocks with its hash. */
export async function finishDigest(
  db: Db,
  actor: Actor,
  { digest: id, seen }: z.output<typeof finishDigestInput> & { seen: SeenDigest },
  now: Date,
) {
  const { mark: _mark, ...paper } = seen.paper
  const sha256 = canonicalHash(canonicalJson(paper))
  await db.transaction().execute(async (tx) => {
    const digest = await lockDraftDigest(tx, actor, id)
    const clauses = await clausesOf(tx, id)
    if (clauses.length === 0) throw new RuleViolation('digest.empty')
    const isAsSeen =
      digest.version === seen.version &&
      clauses.length === seen.clauses.size &&
      clauses.every((clause) => seen.clauses.get(clause.id) === clause.version)
    if (!isAsSeen) throw new Conflict('digest.clauseChanged')
    await tx
      .updateTable('voice_digest')
      .set({
        state: 'finished',
        paper: JSON.stringify(paper),
        paper_sha256: sha256,
        finished_by: actor.account,
        finished_at: now,
        version: digest.version + 1,
      })
      .where('id', '=', id)
      .execute()
    await record(tx, actor, now, { action: 'digest.finished', subject: digestSubject(id), facts: { sha256 } })
  })
}
