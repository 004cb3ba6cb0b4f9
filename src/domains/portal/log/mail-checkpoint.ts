import { sql } from 'kysely'
import { readCheckpoints } from '#capabilities/audit/checkpoints/checkpoint.ts'
import { queueMail } from '#capabilities/notifications/send-mail.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { writeDays } from '#platform/write-days.ts'
import type { Locale } from '#platform/words.ts'
import { words } from './words.ts'

interface Recipient {
  account: string
  email: string
  name: string
  locale: Locale
}

/** Leaders of the member units of this year, and the authority; but for those who declined. */
async function recipientsOn(tx: Tx, day: string): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select distinct a.id as account, a.email, p.full_name as name, a.locale
    from account a join person p on p.id = a.person_id
    where a.state = 'active' and a.email is not null
      and not exists (select from checkpoint_decline d where d.account_id = a.id)
      and (exists (select from tenant_role t where t.account_id = a.id and t.role = 'authority'
          and t.from_on <= ${day} and (t.to_on is null or t.to_on >= ${day}))
        or exists (select from unit_role r join membership m on m.unit_id = r.unit_id
          join bloc_year y on y.id = m.bloc_year_id
          where r.account_id = a.id and r.role = 'leader' and r.from_on <= ${day}
            and (r.to_on is null or r.to_on >= ${day}) and (m.to_on is null or m.to_on >= ${day})
            and ${day} between y.starts_on and y.ends_on))`.execute(tx)
  return rows
}

/** Short lines survive every mail program; whoever reads the checkpoint takes the breaks out. */
const fold = (line: string) => line.replaceAll(/(.{60})/g, '$1\n')

const daysBetweenSame = 7

/** One mail for each change of a day; while nothing changes, the same again after a week. No mail was sent tomorrow. */
function isDue(mailedOn: string | null, today: string): boolean {
  return mailedOn === null || mailedOn > today || addDays(mailedOn, daysBetweenSame) <= today
}

async function mailTo(
  tx: Tx,
  recipient: Recipient,
  { number, line }: { number: number; line: string },
  of: { tenant: string; day: string },
) {
  const t = words(recipient.locale).mail
  const { day: written = of.day } = writeDays({ day: of.day })
  await queueMail(tx, {
    to: recipient.email,
    subject: t.subject(number, written),
    text: t.text(recipient.name, of.tenant, fold(line)),
    messageKey: `checkpoint-${number}-${of.day}-${recipient.account}`,
    kind: 'checkpoint',
    account: recipient.account,
  })
}

/** Sends the newest checkpoint, as it was taken, out of this machine's reach. */
export async function mailCheckpoint(db: Db, tenant: string, line: string, now: Date): Promise<void> {
  const [taken] = readCheckpoints(line).checkpoints
  if (taken === undefined) return
  const day = dayOf(now)
  await db.transaction().execute(async (tx) => {
    const { mailed_on: mailedOn } = await tx
      .selectFrom('audit_checkpoint')
      .select('mailed_on')
      .where('number', '=', taken.number)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (!isDue(mailedOn, day)) return
    for (const recipient of await recipientsOn(tx, day))
      await mailTo(tx, recipient, { number: taken.number, line }, { tenant, day })
    await tx.updateTable('audit_checkpoint').set({ mailed_on: day }).where('number', '=', taken.number).execute()
  })
}
