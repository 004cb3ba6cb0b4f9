import { sql } from 'kysely'
import { queueMail } from '#capabilities/notifications/send-mail.ts'
import { accountOf } from '#domains/identity/queries.ts'
import { unitsOfAccount } from '#domains/units/queries.ts'
import { addDays, dayOf, isPast, timeOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { writeDays } from '#platform/write-days.ts'
import { calendarPaths } from '../paths.ts'
import { tasksOf, type TaskRow } from '../queries.ts'
import { rulesOf } from '../reminders/queries.ts'
import { titleOf } from '../title-of.ts'
import type { MailingEnv } from './mail-notices.ts'
import { nameOf } from './name-of.ts'
import { usualWays } from './notice.ts'
import { noticePaths } from './paths.ts'
import { noticesById, type NoticeRow } from './queries.ts'
import { unsubscribeToken } from './unsubscribe.ts'
import { words } from './words.ts'

const wayOf = sql`coalesce((select f.way::text from notice_preference f where f.account_id = n.account_id and f.kind = n.kind),
  ${JSON.stringify(usualWays)}::jsonb ->> n.kind::text)`

/** People for whom something waits for a digest and who had none today. */
async function waitingOn(db: Db, day: string): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select distinct n.account_id as account from notice n
    where n.mail_settled_at is null and ${wayOf} = 'digest'
      and not exists (select from notice_digest d where d.account_id = n.account_id and d.day = ${day}::date)`.execute(
    db,
  )
  return rows.map(({ account }) => account)
}

/** The day's one digest is this worker's to write. */
async function claim(tx: Tx, account: string, day: string): Promise<boolean> {
  const claimed = await tx
    .insertInto('notice_digest')
    .values({ account_id: account, day })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst()
  return claimed !== undefined
}

async function settle(tx: Tx, account: string, now: Date): Promise<NoticeRow[]> {
  const { rows } = await sql<{ id: string }>`
    update notice n set mail_settled_at = ${now}
    where n.account_id = ${account} and n.mail_settled_at is null and ${wayOf} = 'digest' returning n.id`.execute(tx)
  return rows.length === 0
    ? []
    : noticesById(
        tx,
        rows.map(({ id }) => id),
      )
}

const soonDays = 7

function sectionsOf(tasks: readonly TaskRow[], today: string) {
  const dated = tasks.filter((task): task is TaskRow & { due_on: string } => task.due_on !== null)
  return {
    overdue: dated.filter(({ due_on }) => isPast(due_on, today)),
    due: dated.filter(({ due_on }) => !isPast(due_on, today) && due_on <= addDays(today, soonDays)),
  }
}

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `- ${line}`), '']

async function writeDigest(tx: Tx, account: string, day: string, { now, site, secretKey }: MailingEnv) {
  const notices = await settle(tx, account, now)
  const { email, name, locale, tenantRoles } = found(await accountOf(tx, account, now))
  if (email === null || notices.length === 0) return
  const t = words(locale).mails
  const tasks = await tasksOf(tx, { account, units: await unitsOfAccount(tx, account, day), tenantRoles })
  const { overdue, due } = sectionsOf(tasks, day)
  const line = (task: { kind: string; facts: TaskRow['facts']; due_on: string }) =>
    t.dueOn(titleOf(task, locale), task.due_on.split('-').reverse().join('/'))
  // Reminders are in the lists of what is due; told twice they would be read once.
  const told = notices.filter(({ kind }) => kind !== 'reminder' && kind !== 'overdue')
  const unsubscribe = site + noticePaths.unsubscribe(unsubscribeToken({ account, what: 'digest' }, secretKey))
  const text = [
    t.greeting(name),
    '',
    ...section(t.digestOverdue, overdue.map(line)),
    ...section(t.digestDue, due.map(line)),
    ...section(
      t.digestNew,
      told.map((notice) => nameOf(notice, locale)),
    ),
    t.open(site + calendarPaths.tasks),
    '',
    t.end,
    t.digestOff(unsubscribe),
  ]
  const { day: written = day } = writeDays({ day })
  const about = { kind: 'digest' as const, account, messageKey: `digest-${account}-${day}`, unsubscribe }
  await queueMail(tx, { to: email, subject: t.digestSubject(written), text: text.join('\n'), ...about })
}

/** Once a day, from the hour that the tenant chose: what is overdue, due and new, to whom it is new. */
export async function mailDigests(db: Db, env: MailingEnv): Promise<void> {
  const { digest_at: digestAt } = await rulesOf(db)
  if (timeOf(env.now) < digestAt) return
  const day = dayOf(env.now)
  for (const account of await waitingOn(db, day)) {
    await db.transaction().execute(async (tx) => {
      if (await claim(tx, account, day)) await writeDigest(tx, account, day, env)
    })
  }
}
