import { record } from '#capabilities/audit/record.ts'
import { lockYear, yearSubject } from '#domains/blocs/lock-year.ts'
import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import { openTask } from '#domains/calendar/open-task.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayKeepTargets } from '../access.ts'
import { targetPaths } from '../paths.ts'
import { openPeriodsOf } from '../periods/open-due-periods.ts'
import { assignmentsOf, targetsOf } from '../queries.ts'
import type { TargetsAdopted } from '../told.ts'

/** Every member is told once that the year's targets stand. */
async function tellMembers(tx: Tx, year: BlocYearRow, count: number, now: Date) {
  for (const { unit } of await membersOn(tx, year.id, dayOf(now))) {
    await openTask(tx, now, {
      key: `targets.adopted ${year.id} ${unit}`,
      kind: 'targets.adopted',
      blocYear: year.id,
      unit,
      path: targetPaths.list(year.bloc.slug, year.slug),
      facts: { count, bloc: year.bloc.short_name, year: year.label },
    })
  }
}

/** Puts all drafts of a year in force: units see them and report on them. */
export async function adoptTargets(
  db: Db,
  actor: Actor,
  blocYear: string,
  { now, announce }: Telling<TargetsAdopted>,
): Promise<void> {
  demand(mayKeepTargets(actor, blocYear))
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, blocYear)
    const drafts = await targetsOf(tx, blocYear, { states: ['draft'] })
    if (drafts.length === 0) throw new RuleViolation('targets.nothingToAdopt')
    const assigned = new Set(
      (await assignmentsOf(tx, blocYear)).flatMap((one) => (one.is_assigned ? [one.target_id] : [])),
    )
    const nobodys = drafts.find(({ id }) => !assigned.has(id))
    if (nobodys !== undefined) throw new RuleViolation('targets.nobodys', { code: nobodys.code })
    const ids = drafts.map(({ id }) => id)
    await tx.updateTable('target').set({ state: 'in_force', changed_at: now }).where('id', 'in', ids).execute()
    await tellMembers(tx, year, ids.length, now)
    await openPeriodsOf(tx, now, blocYear)
    await announce(tx, now, { name: 'targets.adopted', blocYear, targets: ids })
    const facts = { count: ids.length, codes: drafts.map(({ code }) => code) }
    await record(tx, actor, now, { action: 'targets.adopted', subject: yearSubject(blocYear), facts })
  })
}
