import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { actsForMember } from '../access.ts'
import { logEntry, logKindOf, type LogEntryRow, type LogKindRow } from './queries.ts'

/** Which entry another takes the place of, and why. */
export const replacing = {
  /** The sender's own, of the entry that takes the other's place. */
  id: z.uuid(),
  blocYear: z.uuid(),
  entry: z.uuid(),
  reason: paragraph(500),
}

/** The entry that stands, for those whose unit wrote it; the year is locked before. */
export async function lockEntry(
  tx: Tx,
  actor: Actor,
  { blocYear, entry }: { blocYear: string; entry: string },
): Promise<{ standing: LogEntryRow; kind: LogKindRow }> {
  const standing = await logEntry(tx, blocYear, entry)
  demand(actsForMember(actor, blocYear, standing.unit_id))
  if (standing.replaced_by !== null || standing.is_withdrawal) throw new RuleViolation('entries.notStanding')
  return { standing, kind: await logKindOf(tx, blocYear, standing.kind) }
}
