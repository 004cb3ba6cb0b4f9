import { addDays, dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { openDeadlineTasks } from '../deadlines/open-deadline-tasks.ts'
import { askingOn } from '../deadlines/queries.ts'
import { mailDigests } from '../notices/mail-digests.ts'
import { mailNotices, type MailingEnv } from '../notices/mail-notices.ts'
import { rulesOf } from './queries.ts'
import type { ReminderRules } from './rules.ts'
import { tellDueTasks } from './tell-due-tasks.ts'
import { tellEscalations } from './tell-escalations.ts'

/** As the day of a deadline comes near, its tasks open. */
async function openNearTasks(db: Db, now: Date, { tasks_open_before: openBefore }: ReminderRules) {
  for (const deadline of await askingOn(db, dayOf(now), openBefore)) {
    await db.transaction().execute((tx) => openDeadlineTasks(tx, now, deadline))
  }
}

/** Notices and the log of mails are kept for so long as the tenant wishes. */
async function forgetOld(db: Db, now: Date, rules: ReminderRules) {
  const before = (days: number) => new Date(`${addDays(dayOf(now), -days)}T00:00:00+07:00`)
  await db.deleteFrom('notice').where('created_at', '<', before(rules.notices_kept_days)).execute()
  await db
    .deleteFrom('notice_digest')
    .where('day', '<', addDays(dayOf(now), -rules.notices_kept_days))
    .execute()
  await db.deleteFrom('mail').where('asked_at', '<', before(rules.mails_kept_days)).execute()
}

/** What time asks of the calendar; done twice, or by two workers at once, it tells nobody anything twice. */
export async function remindPeople(db: Db, env: MailingEnv): Promise<void> {
  const rules = await rulesOf(db)
  await openNearTasks(db, env.now, rules)
  await tellDueTasks(db, env.now, rules)
  await tellEscalations(db, env.now, rules)
  await mailNotices(db, env)
  await mailDigests(db, env)
  await forgetOld(db, env.now, rules)
}
