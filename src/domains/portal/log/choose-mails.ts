import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { mayGetMails } from './access.ts'

export const chooseMailsInput = z.object({ wanted: z.enum(['yes', 'no']) })

export type ChooseMails = z.output<typeof chooseMailsInput>

/** Whether a person gets the checkpoints by mail; whoever leads a unit or works for the authority does until they decline. */
export async function chooseMails(db: Db, actor: Actor, { wanted }: ChooseMails, now: Date): Promise<void> {
  demand(mayGetMails(actor))
  await db.transaction().execute(async (tx) => {
    if (wanted === 'yes') await tx.deleteFrom('checkpoint_decline').where('account_id', '=', actor.account).execute()
    else {
      await tx
        .insertInto('checkpoint_decline')
        .values({ account_id: actor.account, declined_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    const subject = { kind: 'account', id: actor.account }
    await record(tx, actor, now, { action: 'log.mailsChosen', subject, facts: { wanted } })
  })
}
