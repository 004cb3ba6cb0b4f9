import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Conflict, RuleViolation } from '#platform/errors.ts'
import { targetsOf } from '../queries.ts'
import type { Target } from '../target.ts'
import { columnsOf, demandSound } from './add-target.ts'
import { lockTargetFor, targetSubject } from './lock-target.ts'
import type { TargetDraft } from './target-draft.ts'

export interface WriteTarget {
  id: string
  /** The version that was on screen. */
  version: number
  draft: TargetDraft
}

/** What figures that were entered already rest on. */
const underFigures = ['measure', 'classes', 'accumulation', 'frequency'] as const

async function demandUntouchedFigures(tx: Tx, target: Target, draft: TargetDraft) {
  const row = columnsOf(draft)
  const touched = underFigures.filter((name) => JSON.stringify(row[name]) !== JSON.stringify(target[name]))
  if (touched.length === 0) return
  const entry = tx.selectFrom('progress_entry').select('target_id').where('target_id', '=', target.id)
  if (await entry.executeTakeFirst()) throw new RuleViolation('targets.hasFigures')
}

/** A formula names its members by their codes: a code that one names stays. */
function demandFreeToRename(target: Target, draft: TargetDraft, others: readonly Target[]) {
  const named = others.find((other) => other.formula?.of.includes(target.code) === true)
  if (draft.code !== target.code && named !== undefined) {
    throw new RuleViolation('targets.namedInFormula', { code: named.code })
  }
}

/** Rewrites a card that no signed paper holds. */
export async function writeTarget(db: Db, actor: Actor, { id, version, draft }: WriteTarget, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { target } = await lockTargetFor(tx, actor, id, 'edit')
    if (target.version !== version) throw new Conflict('targets.changedMeanwhile')
    const others = (await targetsOf(tx, target.bloc_year_id)).filter((other) => other.id !== id)
    demandSound(draft, others)
    demandFreeToRename(target, draft, others)
    await demandUntouchedFigures(tx, target, draft)
    const row = columnsOf(draft)
    await tx
      .updateTable('target')
      .set({ ...row, version: version + 1, changed_at: now })
      .where('id', '=', id)
      .execute()
    const asKept = { ...row, formula: draft.formula }
    const names = Object.keys(row) as (keyof typeof row)[]
    const changed = names.filter((name) => JSON.stringify(asKept[name]) !== JSON.stringify(target[name]))
    await record(tx, actor, now, {
      action: 'targets.written',
      subject: targetSubject(target),
      facts: { code: draft.code, changed, before: changed.map((name) => JSON.stringify(target[name])) },
    })
  })
}
