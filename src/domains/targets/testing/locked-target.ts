import { morning, type Cast } from '../../../../test/cast.ts'
import type { Db } from '#platform/database/database.ts'
import { newCode, newId } from '#platform/id.ts'
import { addTarget } from '../cards/add-target.ts'
import { adoptTargets } from '../cards/adopt-targets.ts'
import { usualDraft, type TargetDraft } from '../cards/target-draft.ts'
import { lockTargets } from '../lock-targets.ts'
import { targetByCode } from '../queries.ts'
import type { Target } from '../target.ts'

export const quiet = { now: morning, announce: async () => {} }

export const newMembers = {
  ...usualDraft('count'),
  code: 'CT01',
  name: 'Kết nạp hội viên mới',
  measureUnit: 'hội viên',
  planned: '10',
} satisfies TargetDraft

/** A draft of the head's, given to all six units. */
export async function draftTarget(db: Db, cast: Cast, given: Partial<TargetDraft> = {}): Promise<Target> {
  const draft = { ...newMembers, ...given, blocYear: cast.blocYear }
  return targetByCode(db, cast.blocYear, await addTarget(db, cast.an, draft, morning))
}

/** A target in force that a signed paper holds. */
export async function lockedTarget(db: Db, cast: Cast, given: Partial<TargetDraft> = {}): Promise<Target> {
  const { id, code } = await draftTarget(db, cast, given)
  await adoptTargets(db, cast.an, cast.blocYear, quiet)
  const document = newId()
  const row = { id: document, code: newCode(12), title: 'Giao ước', text_sha256: '', fields: '[]', created_at: morning }
  await db.insertInto('signed_document').values(row).execute()
  await db.transaction().execute((tx) => lockTargets(tx, { targets: [id], document }, morning))
  return targetByCode(db, cast.blocYear, code)
}
