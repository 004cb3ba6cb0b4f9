import type { Actor } from '#platform/actor.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { lockRound, roundSubject } from '../rounds/lock-round.ts'
import { mayPetitionFor } from './access.ts'
import { petitionCan } from './petition.ts'
import { closePetitionTask } from './petition-tasks.ts'
import { lockPetition, petitionById } from './queries.ts'

/** Taken back by the unit before it was answered; it stays to be read. */
export async function withdrawPetition(db: Db, actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { round } = await lockRound(tx, (await petitionById(tx, id)).round_id)
    const petition = await lockPetition(tx, id)
    demand(mayPetitionFor(actor, petition.unit_id))
    if (!petitionCan('withdraw', petition)) throw new RuleViolation('petitions.settled')
    await tx.updateTable('petition').set({ state: 'withdrawn' }).where('id', '=', id).execute()
    await closePetitionTask(tx, now, id)
    const facts = { name: round.name, code: petition.code }
    await record(tx, actor, now, { action: 'scoring.petitionWithdrawn', subject: roundSubject(round.id), facts })
  })
}
