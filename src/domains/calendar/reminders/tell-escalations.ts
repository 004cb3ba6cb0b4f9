import { sql } from 'kysely'
import type { EscalationStep } from '../../../../db/types.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import { nameOn } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { aboutFacts } from '../notices/name-of.ts'
import { peopleOfAuthority, peopleOfUnits } from '../notices/queries.ts'
import { tellPeople } from '../notices/tell-people.ts'
import { calendarPaths } from '../paths.ts'
import type { TaskFacts } from '../task.ts'
import type { ReminderRules } from './rules.ts'

interface Overdue {
  id: string
  kind: string
  facts: TaskFacts
  unit: string
  due_on: string
  days: number
  bloc_year_id: string | null
  bloc: string | null
  year: string | null
  head: string | null
}

/** Units' tasks that are so many days overdue, of which this step was not told yet. */
async function overdueFor(tx: Tx, step: EscalationStep, { days, today }: { days: number; today: string }) {
  const { rows } = await sql<Overdue>`
    select t.id, t.kind, t.facts, t.unit_id as unit, t.due_on, ${today}::date - t.due_on as days, t.bloc_year_id,
      b.slug as bloc, y.slug as year, o.unit_id as head
    from task t
    left join bloc_year y on y.id = t.bloc_year_id left join bloc b on b.id = y.bloc_id
    left join bloc_office o on o.bloc_year_id = t.bloc_year_id and o.office = 'head' and o.to_on is null
    where t.closed_at is null and t.unit_id is not null and t.due_on is not null and ${today}::date - t.due_on >= ${days}
      and not exists (select from task_escalation e where e.task_id = t.id and e.due_on = t.due_on and e.step = ${step})
    order by t.due_on, t.id
    for update of t`.execute(tx)
  return rows
}

/** Who hears of it at a step; the head's own delay is told to nobody below the authority. */
const listeners: Readonly<Record<EscalationStep, (tx: Tx, task: Overdue, day: string) => Promise<string[]>>> = {
  leader: (tx, { unit }, day) => peopleOfUnits(tx, [unit], { day, leaders: true }),
  head: async (tx, { unit, head }, day) => (head === null || head === unit ? [] : peopleOfUnits(tx, [head], { day })),
  authority: (tx, _task, day) => peopleOfAuthority(tx, day),
}

/** Others may not open the task's own page: they are led to the year. */
function placeOf({ bloc, year }: Overdue): string {
  return bloc === null || year === null ? calendarPaths.tasks : blocPaths.year(bloc, year)
}

async function tellOne(tx: Tx, step: EscalationStep, task: Overdue, now: Date): Promise<void> {
  const accounts = await listeners[step](tx, task, dayOf(now))
  if (accounts.length === 0) return
  // Another worker may have told it since it was read.
  const isFirst = await tx
    .insertInto('task_escalation')
    .values({ task_id: task.id, due_on: task.due_on, step, told_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('task_id')
    .executeTakeFirst()
  if (isFirst === undefined) return
  const unit = (await nameOn(tx, task.unit, dayOf(now))).short_name
  const notice = {
    kind: 'escalation' as const,
    naming: 'task.escalated',
    key: `escalation ${task.id} ${task.due_on} ${step}`,
    facts: { task: task.kind, unit, days: task.days, ...aboutFacts(task.facts) },
    path: step === 'leader' ? calendarPaths.tasks : placeOf(task),
    blocYear: task.bloc_year_id,
  }
  await tellPeople(tx, now, notice, accounts)
}

/** Tells of overdue work, step by step: the unit's leader, then the head, then the authority; each once. */
export async function tellEscalations(db: Db, now: Date, rules: ReminderRules): Promise<void> {
  const after = { leader: rules.leader_after, head: rules.head_after, authority: rules.authority_after }
  await db.transaction().execute(async (tx) => {
    for (const step of ['leader', 'head', 'authority'] as const) {
      const overdue = await overdueFor(tx, step, { days: after[step], today: dayOf(now) })
      for (const task of overdue) await tellOne(tx, step, task, now)
    }
  })
}
