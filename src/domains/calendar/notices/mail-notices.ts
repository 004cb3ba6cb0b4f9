import { sql } from 'kysely'
import { queueMails, type QueuedMail } from '#capabilities/notifications/send-mail.ts'
import { timeOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import type { Locale } from '#platform/words.ts'
import { rulesOf } from '../reminders/queries.ts'
import { isQuiet } from '../reminders/rules.ts'
import { nameOf } from './name-of.ts'
import { usualWays, type ChoosableKind } from './notice.ts'
import { noticePaths } from './paths.ts'
import { noticesById, type NoticeRow } from './queries.ts'
import { unsubscribeToken } from './unsubscribe.ts'
import { words } from './words.ts'

export interface MailingEnv {
  now: Date
  /** The site as people reach it: 'https://thidua.example.vn'. */
  site: string
  secretKey: string
}

interface Waiting {
  id: string
  account: string
  kind: ChoosableKind
  email: string | null
  name: string
  locale: Locale
  way: 'at_once' | 'off'
}

const atATime = 500

/** What is to be settled now: locked, and passed over by any other worker. What waits for a digest stays. */
async function takeWaiting(tx: Tx, isQuietNow: boolean): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select n.id, n.account_id as account, n.kind, a.email, p.full_name as name, a.locale,
      case when a.email is null or a.state <> 'active' then 'off' else ways.way end as way
    from notice n join account a on a.id = n.account_id join person p on p.id = a.person_id
    left join notice_preference f on f.account_id = n.account_id and f.kind = n.kind
    cross join lateral (select coalesce(f.way::text, ${JSON.stringify(usualWays)}::jsonb ->> n.kind::text) as way) ways
    where n.mail_settled_at is null
      and (a.email is null or a.state <> 'active' or ways.way = 'off' or (ways.way = 'at_once' and not ${isQuietNow}::boolean))
    order by n.created_at, n.id
    limit ${atATime} for update of n skip locked`.execute(tx)
  return rows
}

/** One mail of each kind to each person, whose key is that of the first notice in it: sent again it is the same. */
function mailOf(
  waiting: readonly Waiting[],
  notices: readonly NoticeRow[],
  { site, secretKey }: MailingEnv,
): QueuedMail {
  const [first] = waiting
  if (first?.email == null) throw new Error('a mail has somebody to go to')
  const { account, kind, email, name, locale } = first
  const t = words(locale)
  const unsubscribe = site + noticePaths.unsubscribe(unsubscribeToken({ account, what: kind }, secretKey))
  const lines = notices.flatMap((notice) => [nameOf(notice, locale), t.mails.open(site + notice.path), ''])
  const [one] = notices
  const subject =
    one !== undefined && notices.length === 1
      ? nameOf(one, locale)
      : t.mails.subjectSeveral(notices.length, t.kinds[kind].toLocaleLowerCase(locale))
  const text = [t.mails.greeting(name), '', ...lines, t.mails.end, t.mails.unsubscribe(t.kinds[kind], unsubscribe)]
  const about = { kind: 'notice' as const, account, messageKey: `notice-${first.id}`, unsubscribe }
  return { to: email, subject: subject.slice(0, 200), text: text.join('\n'), ...about }
}

async function mailSome(db: Db, isQuietNow: boolean, env: MailingEnv): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const waiting = await takeWaiting(tx, isQuietNow)
    if (waiting.length === 0) return 0
    const ids = waiting.map(({ id }) => id)
    await tx.updateTable('notice').set({ mail_settled_at: env.now }).where('id', 'in', ids).execute()
    const notices = await noticesById(tx, ids)
    const groups = Object.values(
      Object.groupBy(
        waiting.filter(({ way }) => way === 'at_once'),
        ({ account, kind }) => `${account} ${kind}`,
      ),
    )
    const mails = groups.map((group = []) => {
      const own = new Set(group.map(({ id }) => id))
      return mailOf(
        group,
        notices.filter(({ id }) => own.has(id)),
        env,
      )
    })
    await queueMails(tx, mails)
    return waiting.length
  })
}

/** Hands to the mail what people wish to have at once; in the quiet hours it waits for the morning. */
export async function mailNotices(db: Db, env: MailingEnv): Promise<void> {
  const isQuietNow = isQuiet(await rulesOf(db), timeOf(env.now))
  while ((await mailSome(db, isQuietNow, env)) === atATime);
}
