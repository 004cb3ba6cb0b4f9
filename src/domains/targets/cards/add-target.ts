import type { Insertable } from 'kysely'
import type { Target as TargetTable } from '../../../../db/types.ts'
import { record } from '#capabilities/audit/record.ts'
import { lockYear, yearSubject } from '#domains/blocs/lock-year.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { mayKeepTargets } from '../access.ts'
import { targetsOf } from '../queries.ts'
import type { Target } from '../target.ts'
import { targetSubject } from './lock-target.ts'
import { cardFault, type TargetDraft } from './target-draft.ts'

export interface AddTarget extends TargetDraft {
  blocYear: string
}

const mostTargets = 200

/** The columns that say what a target is. */
export const columnsOf = (draft: TargetDraft) =>
  ({
    code: draft.code,
    name: draft.name,
    topic: draft.topic,
    measure: draft.measure,
    measure_unit: draft.measureUnit,
    classes: [...draft.classes],
    direction: draft.direction,
    accumulation: draft.accumulation,
    roll_up: draft.rollUp,
    frequency: draft.frequency,
    weight: draft.weight,
    due_on: draft.dueOn,
    source: draft.source,
    reporter: draft.reporter,
    explanation: draft.explanation,
    formula: draft.formula === null ? null : JSON.stringify(draft.formula),
    log_kind: draft.logKind,
    is_public: draft.isPublic,
  }) satisfies Partial<Insertable<TargetTable>>

/** Refuses a code that is taken and parts of a card that do not go together. */
export function demandSound(draft: TargetDraft, others: readonly Target[]): void {
  if (others.some((other) => other.code === draft.code))
    throw new RuleViolation('targets.codeTaken', { code: draft.code })
  const fault = cardFault(draft, others)
  if (fault !== undefined) throw new RuleViolation(`targets.${fault}`)
}

/** Writes drafts after those that are there, for every member unit, inside another command's transaction. */
export async function addDrafts(
  tx: Tx,
  actor: Actor,
  { blocYear, drafts }: { blocYear: string; drafts: readonly TargetDraft[] },
  now: Date,
): Promise<string[]> {
  const units = (await membersOn(tx, blocYear, dayOf(now))).map(({ unit }) => unit)
  const ids: string[] = []
  for (const draft of drafts) {
    const before = await targetsOf(tx, blocYear)
    if (before.length >= mostTargets) throw new RuleViolation('targets.tooMany', { most: mostTargets })
    demandSound(draft, before)
    const id = newId()
    ids.push(id)
    const made = { created_by: actor.account, created_at: now, changed_at: now }
    const place = { id, bloc_year_id: blocYear, position: (before.at(-1)?.position ?? 0) + 1 }
    await tx
      .insertInto('target')
      .values({ ...columnsOf(draft), ...place, ...made })
      .execute()
    if (units.length === 0) continue
    const shares = units.map((unit_id) => ({ target_id: id, unit_id, planned: draft.planned }))
    await tx.insertInto('target_assignment').values(shares).execute()
  }
  return ids
}

/** Adds a draft to the end of the year's list, for every unit that is a member now; answers with its code. */
export async function addTarget(db: Db, actor: Actor, { blocYear, ...draft }: AddTarget, now: Date): Promise<string> {
  demand(mayKeepTargets(actor, blocYear))
  return db.transaction().execute(async (tx) => {
    await lockYear(tx, blocYear)
    const [id = ''] = await addDrafts(tx, actor, { blocYear, drafts: [draft] }, now)
    const facts = { code: draft.code, name: draft.name }
    await record(tx, actor, now, { action: 'targets.added', subject: targetSubject({ id }), facts })
    return draft.code
  })
}

/** Takes the template over into a year that has no targets yet; all of it is the head's to change. */
export async function addTemplate(
  db: Db,
  actor: Actor,
  blocYear: string,
  { template, now }: { template: readonly TargetDraft[]; now: Date },
): Promise<void> {
  demand(mayKeepTargets(actor, blocYear))
  await db.transaction().execute(async (tx) => {
    await lockYear(tx, blocYear)
    if ((await targetsOf(tx, blocYear)).length > 0) throw new RuleViolation('targets.alreadyThere')
    await addDrafts(tx, actor, { blocYear, drafts: template }, now)
    const facts = { count: template.length }
    await record(tx, actor, now, { action: 'targets.templateTaken', subject: yearSubject(blocYear), facts })
  })
}
