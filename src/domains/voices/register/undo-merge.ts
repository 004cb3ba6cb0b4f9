import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { keepsOpinion } from '../access.ts'
import { opinionSubject } from '../opinion.ts'
import { lockOpinion } from '../queries.ts'

const undoMergeInput = z.object({ id: z.uuid() })

/** It was about something else after all: it stands alone again and waits to be routed. */
export async function undoMerge(db: Db, actor: Actor, { id }: z.output<typeof undoMergeInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const opinion = await lockOpinion(tx, id)
    demand(keepsOpinion(actor, opinion))
    if (opinion.state !== 'merged') throw new RuleViolation('voices.notMerged')
    const set = { state: 'accepted', led_by: null, version: opinion.version + 1 } as const
    await tx.updateTable('opinion').set(set).where('id', '=', id).execute()
    const facts = { title: opinion.title }
    await record(tx, actor, now, { action: 'voices.parted', subject: opinionSubject(id), facts })
  })
}
