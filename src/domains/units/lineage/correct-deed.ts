import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { mayKeepUnits } from '../access.ts'
import { lockTree } from './check-units.ts'
import { documentLine } from './deed.ts'
import { deedById } from './queries.ts'
import { documentInput, documentOf } from './record-deed.ts'

export const correctDeedInput = documentInput.extend({ deed: z.uuid(), reason: paragraph(1000) })
export type CorrectDeed = z.output<typeof correctDeedInput>

/** Everything that cites the deed cites it as corrected; papers that were signed keep what they say. */
async function citeAnew(tx: Tx, deed: string, document: string) {
  for (const table of ['unit_name', 'unit_parent', 'unit_status'] as const) {
    await tx.updateTable(table).set({ document }).where('deed_id', '=', deed).execute()
  }
}

/** Mends how the document was typed, with the reason; day and units are mended by undoing the deed and recording it anew. */
export async function correctDeed(db: Db, actor: Actor, input: CorrectDeed, now: Date): Promise<void> {
  demand(mayKeepUnits(actor))
  await db.transaction().execute(async (tx) => {
    await lockTree(tx)
    const deed = await deedById(tx, input.deed)
    if (deed.undone_at !== null) throw new RuleViolation('lineage.undone')
    const document = documentOf(input, deed.effective_on)
    const [before, after] = [documentLine(deed), documentLine(document)]
    if (before === after) throw new RuleViolation('lineage.unchanged')

    await tx.updateTable('deed').set(document).where('id', '=', deed.id).execute()
    await citeAnew(tx, deed.id, after)
    await record(tx, actor, now, {
      action: 'deed.corrected',
      subject: { kind: 'deed', id: deed.id },
      facts: { before, after, reason: input.reason },
    })
  })
}
