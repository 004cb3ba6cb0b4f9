import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { line, optionalDay, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayKeepLegalTexts } from './access.ts'

export const addLegalTextInput = z.object({
  kind: line(60),
  number: line(60),
  title: line(500),
  issuer: line(200),
  issuedOn: optionalDay(),
  inForceFrom: optionalDay(),
  inForceTo: optionalDay(),
  source: optionalLine(1000),
})

export type AddLegalText = z.output<typeof addLegalTextInput>

/** The row of what was typed; a day not given is unknown. */
export const legalTextRow = (input: AddLegalText) => ({
  kind: input.kind,
  number: input.number,
  title: input.title,
  issuer: input.issuer,
  issued_on: input.issuedOn ?? null,
  in_force_from: input.inForceFrom ?? null,
  in_force_to: input.inForceTo ?? null,
  source: input.source,
})

const isBefore = (day: string | undefined, other: string | undefined) =>
  day !== undefined && other !== undefined && day < other

/** A text is issued before it holds, and holds before it ends. */
export function demandOrderOfDays(input: AddLegalText) {
  if (isBefore(input.inForceTo, input.inForceFrom)) throw new RuleViolation('law.endsBeforeItBegins')
  if (isBefore(input.inForceFrom, input.issuedOn)) throw new RuleViolation('law.holdsBeforeIssued')
}

/** A new text is unconfirmed, whoever adds it. */
export async function addLegalText(db: Db, actor: Actor, input: AddLegalText, now: Date): Promise<string> {
  demand(mayKeepLegalTexts(actor))
  demandOrderOfDays(input)
  return db.transaction().execute(async (tx) => {
    const added = await tx
      .insertInto('legal_text')
      .values({ id: newId(), ...legalTextRow(input), entered_by: actor.account })
      .onConflict((conflict) => conflict.columns(['kind', 'number']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added === undefined) throw new RuleViolation('law.numberTaken', { kind: input.kind, number: input.number })
    await record(tx, actor, now, {
      action: 'law.added',
      subject: { kind: 'legal_text', id: added.id },
      facts: { kind: input.kind, number: input.number },
    })
    return added.id
  })
}
