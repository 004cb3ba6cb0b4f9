import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { paragraph } from '#platform/form.ts'
import { digestSections } from './digest.ts'
import { keepClauses } from './keep-clauses.ts'
import { lockDraftDigest } from './lock-digest.ts'

export const addClauseInput = z.object({ digest: z.uuid(), section: z.enum(digestSections), text: paragraph(3000) })

/** A sentence of a person's own at the end of a section. */
export async function addClause(db: Db, actor: Actor, input: z.output<typeof addClauseInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const { section, text } = input
    const digest = await lockDraftDigest(tx, actor, input.digest)
    const own = { section, text, rule: '', topic: '', sources: [], by: actor.account }
    await keepClauses(tx, digest.id, [own], now)
  })
}
