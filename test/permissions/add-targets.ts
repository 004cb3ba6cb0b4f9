import { proposeChange } from '../../src/domains/targets/changes/propose-change.ts'
import { termsOf } from '../../src/domains/targets/changes/change.ts'
import { assignmentsOfTarget } from '../../src/domains/targets/queries.ts'
import { draftTarget, lockedTarget } from '../../src/domains/targets/testing/locked-target.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { morning, type Cast } from '../cast.ts'

/** Codes of targets, a draft and one that a signed paper holds; and a change proposed by the fifth unit. */
export interface TargetPlace {
  target: string
  lockedTarget: string
  change: string
}

/** A draft, a target in force that a signed paper holds, and a change of a third that the fifth unit proposed. */
export async function addTargets(db: Db, cast: Cast): Promise<TargetPlace> {
  const changed = await lockedTarget(db, cast, { code: 'CT03' })
  const locked = await lockedTarget(db, cast, { code: 'CT02' })
  const draft = await draftTarget(db, cast)
  const terms = termsOf(changed, await assignmentsOfTarget(db, changed.id))
  const input = { target: changed.id, after: { ...terms, name: 'Tên khác' }, reason: 'Có lý do' }
  const proposer = cast.leaders[4] ?? cast.an
  return { target: draft.code, lockedTarget: locked.code, change: await proposeChange(db, proposer, input, morning) }
}
