import { sql } from 'kysely'
import { addDays, dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { writtenElsewhereKinds } from '../notices/notice.ts'
import type { ReminderRules } from './rules.ts'

/** Whoever a task is for on a day: the account, those who work for the unit, those with the role. */
const people = (today: string) => sql`
  cross join lateral (
    select t.account_id as account where t.account_id is not null
    union select r.account_id from unit_role r
      where r.unit_id = t.unit_id and r.from_on <= ${today}::date and (r.to_on is null or r.to_on >= ${today}::date)
    union select r.account_id from tenant_role r
      where r.role = t.tenant_role and r.from_on <= ${today}::date and (r.to_on is null or r.to_on > ${today}::date)
  ) who
  join account a on a.id = who.account and a.state = 'active'`

/** What a notice says of its task; the task's own facts travel behind a sign (`notices/name-of.ts`). */
const facts = sql`
  jsonb_build_object('task', t.kind)
  || coalesce((select jsonb_object_agg('about.' || f.key, f.value) from jsonb_each(t.facts) f), '{}')`

const columns = sql`(id, account_id, key, kind, naming, facts, path, bloc_year_id, created_at, mail_settled_at)`

/** How far back a task may have been opened and still be told as new, so that a first run does not tell of a year. */
const newDays = 2

const tellNew = (tx: Tx, now: Date) =>
  sql`
  insert into notice ${columns}
  select gen_random_uuid(), a.id, 'new ' || t.id || ' ' || extract(epoch from t.opened_at)::bigint, 'task', 'task.new', ${facts},
    t.path, t.bloc_year_id, ${now}::timestamptz,
    case when t.kind = any(${[...writtenElsewhereKinds]}::text[]) then ${now}::timestamptz end
  from task t ${people(dayOf(now))}
  where t.closed_at is null and t.opened_at > ${addDays(dayOf(now), -newDays)}::date and t.opened_at <= ${now}
  on conflict (account_id, key) do nothing`.execute(tx)

const tellDue = (tx: Tx, now: Date, { remind_days: days }: ReminderRules) =>
  sql`
  insert into notice ${columns}
  select gen_random_uuid(), a.id, 'due ' || t.id || ' ' || t.due_on || ' ' || (t.due_on - ${dayOf(now)}::date), 'reminder',
    'task.due', ${facts} || jsonb_build_object('days', t.due_on - ${dayOf(now)}::date), t.path, t.bloc_year_id, ${now}, null
  from task t ${people(dayOf(now))}
  where t.closed_at is null and t.due_on is not null and t.due_on - ${dayOf(now)}::date = any(${[...days]}::integer[])
  on conflict (account_id, key) do nothing`.execute(tx)

/** What is over for longer is no news: it was told then, or before notices were kept. */
const overdueDays = 30

/** Once the last day is over; later days add nothing but the escalation. */
const tellOverdue = (tx: Tx, now: Date) =>
  sql`
  insert into notice ${columns}
  select gen_random_uuid(), a.id, 'overdue ' || t.id || ' ' || t.due_on, 'overdue', 'task.overdue', ${facts}, t.path,
    t.bloc_year_id, ${now}, null
  from task t ${people(dayOf(now))}
  where t.closed_at is null and t.due_on < ${dayOf(now)}::date and t.due_on >= ${addDays(dayOf(now), -overdueDays)}::date
  on conflict (account_id, key) do nothing`.execute(tx)

/** Tells everyone whom a task concerns that it is new, that its day comes near, that it is over: each once. */
export async function tellDueTasks(db: Db, now: Date, rules: ReminderRules): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tellNew(tx, now)
    await tellDue(tx, now, rules)
    await tellOverdue(tx, now)
  })
}
