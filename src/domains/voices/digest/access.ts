import { actsForHead, isAdministrator, isAuthority, isMemberOf, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'
import type { Digest } from './digest.ts'

/** Drafts are the head's; a digest that was sent is read by the bloc and the authority. */
export const readsDigest = (actor: Actor, digest: Pick<Digest, 'bloc_year_id' | 'state'>) =>
  actsForHead(actor, digest.bloc_year_id) ||
  (digest.state === 'sent' && (isAuthority(actor) || isMemberOf(actor, digest.bloc_year_id)))

export const writesDigest = (actor: Actor, blocYear: string) => !isAdministrator(actor) && actsForHead(actor, blocYear)

/** Sent by another than who began it, who finished it and who wrote in it. */
export const maySendDigest = (
  actor: Actor,
  { bloc_year_id, started_by, finished_by }: Pick<Digest, 'bloc_year_id' | 'started_by' | 'finished_by'>,
  writers: readonly (string | null)[],
) =>
  writesDigest(actor, bloc_year_id) &&
  isApart(actor, 'sendDigest', { started: started_by, finished: finished_by }) &&
  !writers.includes(actor.account)
