import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { clauseDetails, sections } from '../agreement.ts'
import { lockDraft } from './lock-draft.ts'

export const addClauseInput = z.object({
  agreement: z.uuid(),
  section: z.enum(sections),
  text: z.string().trim().max(5000).default(''),
  details: z.record(z.string(), z.string()).default({}),
})

export type AddClause = z.input<typeof addClauseInput>

const mostClauses = 300

/** Adds a clause at the end of its section; answers with its id. */
export async function addClause(db: Db, actor: Actor, input: AddClause, now: Date): Promise<string> {
  const { agreement, section, text, details } = addClauseInput.parse(input)
  return db.transaction().execute(async (tx) => {
    await lockDraft(tx, actor, agreement)
    const { count, last } = await tx
      .selectFrom('clause')
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        eb.fn.max('position').filterWhere('section', '=', section).as('last'),
      ])
      .where('agreement_id', '=', agreement)
      .executeTakeFirstOrThrow()
    if (count >= mostClauses) throw new RuleViolation('agreement.tooManyClauses', { most: mostClauses })
    const id = newId()
    await tx
      .insertInto('clause')
      .values({
        id,
        agreement_id: agreement,
        section,
        position: (last ?? 0) + 1,
        text,
        details: JSON.stringify(clauseDetails[section].parse(details)),
        changed_by: actor.account,
        changed_at: now,
      })
      .execute()
    const subject = { kind: 'agreement', id: agreement }
    await record(tx, actor, now, { action: 'agreement.clauseAdded', subject, facts: { section, clause: id } })
    return id
  })
}
