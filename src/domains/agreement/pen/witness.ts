import { deviceOf } from '#domains/identity/queries.ts'
import { namesOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { agreementById, type SignerRow } from '../queries.ts'
import { demandOpen } from '../signing/signing-state.ts'
import { witnessUnit, type Seen } from './access.ts'
import { witnessesOf, type ScanRow } from './queries.ts'

/** Who looks at a scan, and for which unit. */
export interface Witness {
  name: string
  unit: string
  unitName: string
}

export const seenBy = async (db: Db | Tx, scan: ScanRow, blocYear: string): Promise<Seen> => ({
  scan,
  blocYear,
  spoken: await witnessesOf(db, [scan.id]),
})

/** This person as a witness, under the name that their unit has today. */
export async function witnessOf(db: Db | Tx, actor: Actor, seen: Seen, now: Date): Promise<Witness> {
  const unit = found(witnessUnit(actor, seen))
  const names = await namesOn(db, [unit], dayOf(now))
  return { name: actor.name, unit, unitName: found(names.get(unit)).short_name }
}

/** The scan and the place it is for still wait, and the text is the one that was scanned. */
export async function demandWaiting(db: Db | Tx, scan: ScanRow, now: Date): Promise<SignerRow> {
  const agreement = await agreementById(db, scan.agreement_id)
  if (agreement.document_id !== scan.document_id) throw new RuleViolation('pen.otherText')
  const place = found((await demandOpen(db, agreement, now)).find(({ unit_id }) => unit_id === scan.unit_id))
  if (place.state !== 'waiting') throw new RuleViolation('agreement.alreadyDecided')
  if (scan.state !== 'waiting') throw new RuleViolation('pen.notWaiting')
  return place
}

/** What a witness said: `null` for no reason against the scan is a confirmation. */
export async function addWitness(
  tx: Tx,
  actor: Actor,
  { scan, witness, reason }: { scan: string; witness: Witness; reason: string | null },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('pen_witness')
    .values({
      scan_id: scan,
      account_id: actor.account,
      unit_id: witness.unit,
      name: witness.name,
      unit_name: witness.unitName,
      confirms: reason === null,
      reason,
      device: await deviceOf(tx, actor.session),
      at: now,
    })
    .execute()
}
