import { demandOpenYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { writesDigest } from './access.ts'
import { digestCan, type Digest, type DigestClause } from './digest.ts'
import { clausesOf, lockedDigest } from './queries.ts'

export const digestSubject = (id: string) => ({ kind: 'voice_digest', id })

/** A digest that may still change, held by someone who writes it. */
export async function lockDraftDigest(tx: Tx, actor: Actor, id: string): Promise<Digest> {
  const digest = await lockedDigest(tx, id)
  demand(writesDigest(actor, digest.bloc_year_id))
  await demandOpenYear(tx, digest.bloc_year_id)
  if (!digestCan('edit', digest)) throw new RuleViolation('digest.finished')
  return digest
}

/** One of its sentences; the digest is locked first. */
export async function lockDigestClause(
  tx: Tx,
  actor: Actor,
  { digest, clause }: { digest: string; clause: string },
): Promise<DigestClause> {
  await lockDraftDigest(tx, actor, digest)
  return found((await clausesOf(tx, digest)).find(({ id }) => id === clause))
}
