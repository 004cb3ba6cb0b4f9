import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { record } from '#capabilities/audit/record.ts'

/** `auto` is what pages call a background that follows the device. */
const theme = z.enum(['auto', 'system', 'light', 'dark']).transform((choice) => (choice === 'auto' ? 'system' : choice))

export const choosePreferencesInput = z.object({ locale: z.enum(['vi', 'en']).optional(), theme: theme.optional() })

export type ChoosePreferences = z.output<typeof choosePreferencesInput>

/** The language and the background of one's own pages, on every device. */
export async function choosePreferences(db: Db, actor: Actor, input: ChoosePreferences, now: Date): Promise<void> {
  const chosen = { ...(input.locale && { locale: input.locale }), ...(input.theme && { theme: input.theme }) }
  if (Object.keys(chosen).length === 0) return
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('account').set(chosen).where('id', '=', actor.account).execute()
    await record(tx, actor, now, {
      action: 'identity.preferencesChosen',
      subject: { kind: 'account', id: actor.account },
      facts: chosen,
    })
  })
}
