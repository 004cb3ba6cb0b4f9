import type { Actor } from '#platform/actor.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { Subject } from './record.ts'

/** Notes that a person looked at a record: once a person, record and day; no part of the chain. */
export async function noteView(
  db: Db,
  actor: Pick<Actor, 'account' | 'actingUnit'>,
  subject: Subject & { id: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto('record_view')
    .values({
      subject_kind: subject.kind,
      subject_id: subject.id,
      account_id: actor.account,
      day: dayOf(now),
      acting_unit_id: actor.actingUnit,
      seen_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export interface View {
  account: string
  name: string
  /** The unit for which the person was at work then, by its short name of that day. */
  unit: string | null
  /** Of the first look on that day. */
  at: Date
}

const mostShown = 100

/** Who looked at a record, the latest first; but for the reader. */
export async function viewsOf(db: Db, subjectId: string, reader: string): Promise<View[]> {
  return db
    .selectFrom('record_view as v')
    .innerJoin('account', 'account.id', 'v.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('unit_name as n', (join) =>
      join
        .onRef('n.unit_id', '=', 'v.acting_unit_id')
        .onRef('n.from_on', '<=', 'v.day')
        .on((on) => on.or([on('n.to_on', 'is', null), on('n.to_on', '>=', on.ref('v.day'))])),
    )
    .select(['v.account_id as account', 'person.full_name as name', 'n.short_name as unit', 'v.seen_at as at'])
    .where('v.subject_id', '=', subjectId)
    .where('v.account_id', '<>', reader)
    .orderBy('v.seen_at', 'desc')
    .limit(mostShown)
    .execute()
}

/** Notes the look, and tells whose record it is who else has looked; others are told nothing. */
export async function lookAt(
  db: Db,
  actor: Pick<Actor, 'account' | 'actingUnit'>,
  subject: Subject & { id: string },
  { isOwn, now }: { isOwn: boolean; now: Date },
): Promise<View[] | null> {
  await noteView(db, actor, subject, now)
  return isOwn ? viewsOf(db, subject.id, actor.account) : null
}

/** Deletes views that are older than the tenant keeps them. */
export async function forgetViews(db: Db, now: Date): Promise<void> {
  const { views_kept_days: days } = await db
    .selectFrom('log_setting')
    .select('views_kept_days')
    .executeTakeFirstOrThrow()
  await db
    .deleteFrom('record_view')
    .where('day', '<', addDays(dayOf(now), -days))
    .execute()
}
