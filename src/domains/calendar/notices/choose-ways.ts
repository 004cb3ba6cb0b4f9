import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { choosableKinds, noticeWays, type ChoosableKind, type NoticeWay, type Unsubscribable } from './notice.ts'
import { waysOf } from './queries.ts'

const way = z.enum(noticeWays)

export const chooseWaysInput = z.object({ task: way, reminder: way, overdue: way, escalation: way, calendar: way })
export type ChooseWays = z.output<typeof chooseWaysInput>

async function keepWays(tx: Tx, account: string, ways: Partial<Record<ChoosableKind, NoticeWay>>) {
  const rows = choosableKinds.flatMap((kind) => {
    const chosen = ways[kind]
    return chosen === undefined ? [] : [{ account_id: account, kind, way: chosen }]
  })
  if (rows.length === 0) return
  await tx
    .insertInto('notice_preference')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'kind']).doUpdateSet((set) => ({ way: set.ref('excluded.way') })),
    )
    .execute()
}

const chosen = (account: string, ways: Partial<Record<ChoosableKind, NoticeWay>>) => ({
  action: 'notices.waysChosen',
  subject: { kind: 'account', id: account },
  facts: ways,
})

/** How one's own notices come by mail. Letters about signing, recovery and invitations are no notices: they always come. */
export async function chooseWays(db: Db, actor: Actor, input: ChooseWays, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await keepWays(tx, actor.account, input)
    await record(tx, actor, now, chosen(actor.account, input))
  })
}

/** From a link in a mail, by whoever holds the mail: it can only switch off, and the person can switch on again. */
export async function chooseOff(
  db: Db,
  { account, what }: { account: string; what: Unsubscribable },
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const owner = await tx
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.person_id')
      .select('person.full_name')
      .where('account.id', '=', account)
      .executeTakeFirst()
    if (owner === undefined) return
    const ways = await waysOf(tx, account)
    const kinds = what === 'digest' ? choosableKinds.filter((kind) => ways[kind] === 'digest') : [what]
    const off = Object.fromEntries(kinds.filter((kind) => ways[kind] !== 'off').map((kind) => [kind, 'off' as const]))
    if (Object.keys(off).length === 0) return
    await keepWays(tx, account, off)
    await record(tx, { account, name: owner.full_name, actingUnit: null }, now, chosen(account, off))
  })
}
