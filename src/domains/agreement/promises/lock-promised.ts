import { lockTargets } from '#domains/targets/lock-targets.ts'
import type { TargetsAdopted } from '#domains/targets/told.ts'
import type { Tx } from '#platform/database/database.ts'
import { liveAgreement } from '../queries.ts'
import { linkedTargets } from './queries.ts'

/** Once all have signed, the targets in force that come from the agreement's clauses are held by its paper. */
export async function lockPromised(tx: Tx, blocYear: string, now: Date): Promise<void> {
  const agreement = await liveAgreement(tx, blocYear)
  if (agreement?.state !== 'signed' || agreement.document_id === null) return
  const targets = (await linkedTargets(tx, blocYear)).map(({ target }) => target)
  await lockTargets(tx, { targets, document: agreement.document_id }, now)
}

/** Targets that are put in force after the signing are locked at once. */
export const lockAdopted = (tx: Tx, now: Date, { blocYear }: TargetsAdopted) => lockPromised(tx, blocYear, now)
