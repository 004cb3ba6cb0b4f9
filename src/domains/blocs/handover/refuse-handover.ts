import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { dropOpenTurn } from '#capabilities/signatures/keeping/signing-jobs.ts'
import type { Actor } from '#platform/actor.ts'
import type { Announce } from '#platform/announcements.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { beginSeat } from './begin-handover-signature.ts'
import type { HandoverFact } from './handover.ts'
import { handoverSubject, lockHandover } from './lock-handover.ts'
import { mailReturned } from './mail-sides.ts'
import type { HandoverRow, HandoverSignerRow } from './queries.ts'
import { tellHandover } from './tell-handover.ts'

export const refuseHandoverInput = z.object({ handover: z.uuid(), reason: paragraph(2000) })
export type RefuseHandover = z.output<typeof refuseHandoverInput>

/** What was written goes on in the next version; the record that was refused keeps its signatures, which are void. */
async function openNext(tx: Tx, handover: HandoverRow, now: Date): Promise<string> {
  const id = newId()
  const { bloc_year_id, given_office_id, giving_unit_id, receiving_unit_id, created_by } = handover
  const { handed_on, place, flag, flag_condition, flag_note, other_items, witness } = handover
  const same = { bloc_year_id, given_office_id, giving_unit_id, receiving_unit_id, created_by }
  const written = { handed_on, place, flag, flag_condition, flag_note, other_items, witness }
  await tx
    .insertInto('handover')
    .values({ id, ...same, ...written, version: handover.version + 1, created_at: now, changed_at: now })
    .execute()
  return id
}

/** The signature of the other side, if it was given, is kept and void. */
async function refusePlace(tx: Tx, place: HandoverSignerRow, reason: string, now: Date) {
  const places = () => tx.updateTable('handover_signer').where('handover_id', '=', place.handover_id)
  await places().set({ state: 'void' }).where('side', '<>', place.side).execute()
  await places()
    .set({ state: 'refused', refusal_reason: reason, decided_at: now })
    .where('side', '=', place.side)
    .execute()
}

interface RefusingPieces {
  now: Date
  announce: Announce<HandoverFact>
  /** The site's address, for links in mail. */
  siteUrl: string
}

/** One side does not sign, and says why: the record goes back to its writers as the next version. */
export async function refuseHandover(
  db: Db,
  actor: Actor,
  input: RefuseHandover,
  { now, announce, siteUrl }: RefusingPieces,
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const handover = await lockHandover(tx, input.handover)
    const { place } = await beginSeat(tx, actor, handover, now)
    await refusePlace(tx, place, input.reason, now)
    await tx
      .updateTable('handover')
      .set({ state: 'void', voided_at: now, void_reason: input.reason, changed_at: now })
      .where('id', '=', handover.id)
      .execute()
    await dropOpenTurn(tx, found(handover.document_id), now)
    const next = await openNext(tx, handover, now)
    const said = { name: 'handover.returned', reason: input.reason } as const
    const told = await tellHandover(tx, { now, announce }, handover, said)
    await mailReturned(tx, { handover, told, siteUrl }, now)
    const facts = { unit: place.unit_name, reason: input.reason }
    await record(tx, actor, now, { action: 'handover.refused', subject: handoverSubject(handover.id), facts })
    return next
  })
}
