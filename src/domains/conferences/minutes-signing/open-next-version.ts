import { dropOpenTurn } from '#capabilities/signatures/keeping/signing-jobs.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import type { LockedMinutes } from '../minutes/lock-minutes.ts'
import { askAgain } from '../minutes/minutes-tasks.ts'
import { passagesOfMinutes, type MinutesRow } from '../minutes/queries.ts'

interface Turning {
  actor: Actor
  reason: string
  now: Date
}

async function copyPassages(tx: Tx, from: MinutesRow, to: string) {
  const passages = await passagesOfMinutes(tx, from.id)
  if (passages.length === 0) return
  const copies = passages.map((passage) => ({ ...passage, id: newId(), minutes_id: to }))
  await tx.insertInto('minutes_passage').values(copies).execute()
}

/** These minutes and their signatures are void, and kept; their words go on in the next version. Answers with its id. */
export async function openNextVersion(tx: Tx, locked: LockedMinutes, { actor, reason, now }: Turning): Promise<string> {
  const { minutes } = locked
  await tx
    .updateTable('minutes')
    .set({ state: 'void', voided_at: now, void_reason: reason })
    .where('id', '=', minutes.id)
    .execute()
  // A signature that was given stays in the paper; its place says that it is void.
  await tx
    .updateTable('minutes_signer')
    .set({ state: 'void', decided_at: now })
    .where('minutes_id', '=', minutes.id)
    .where('state', '<>', 'refused')
    .execute()
  if (minutes.document_id !== null) await dropOpenTurn(tx, minutes.document_id, now)
  const id = newId()
  const { conference_id, bloc_year_id, copies, draft, is_sample } = minutes
  await tx
    .insertInto('minutes')
    .values({
      id,
      conference_id,
      bloc_year_id,
      copies,
      draft,
      is_sample,
      version: minutes.version + 1,
      created_by: actor.account,
      created_at: now,
    })
    .execute()
  await copyPassages(tx, minutes, id)
  await askAgain(tx, now, locked)
  return id
}
