import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { keepsProfiles } from './access.ts'
import { editionsOf, lockEdition } from './queries.ts'
import { readFields } from './read-fields.ts'

export const addEditionInput = z.object({
  code: z.string(),
  name: line(200),
  receiver: line(200),
  source: line(500),
  fromOn: day(),
  /** JSON, as it was typed. */
  fields: paragraph(50_000),
})
export type AddEdition = z.output<typeof addEditionInput>

/** A new edition from a day on; it is unverified, whatever was known of the one before. */
export async function addEdition(db: Db, actor: Actor, input: AddEdition, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    demand(keepsProfiles(actor))
    const all = await editionsOf(tx, input.code)
    // New editions of a profile take turns at its first one.
    await lockEdition(tx, (all.at(-1) ?? all[0]).id)
    const [{ kind, edition, from_on }] = await editionsOf(tx, input.code)
    if (input.fromOn <= from_on) throw new RuleViolation('exchange.fromTooEarly', { day: from_on })
    const fields = readFields(kind, input.fields)
    const id = newId()
    const { code, name, receiver, source } = input
    const entered = { entered_by: actor.account, entered_at: now }
    await tx
      .insertInto('exchange_edition')
      .values({
        id,
        code,
        kind,
        name,
        receiver,
        source,
        edition: edition + 1,
        fields: JSON.stringify(fields),
        from_on: input.fromOn,
        ...entered,
      })
      .execute()
    const facts = { profile: name, edition: edition + 1, from: input.fromOn, fields: fields.length }
    await record(tx, actor, now, { action: 'exchange.editionAdded', subject: { kind: 'exchange_edition', id }, facts })
  })
}
