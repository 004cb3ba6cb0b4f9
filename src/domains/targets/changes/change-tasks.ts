import { yearById } from '#domains/blocs/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import type { Tx } from '#platform/database/database.ts'
import { targetPaths } from '../paths.ts'
import type { ChangeRow } from './queries.ts'

const key = (change: string, unit: string) => `targets.consent ${change} ${unit}`

async function pathOf(tx: Tx, change: ChangeRow) {
  const year = await yearById(tx, change.bloc_year_id)
  return targetPaths.change(year.bloc.slug, year.slug, change.id)
}

/** Every member unit is asked for its leader's consent. */
export async function askForConsent(tx: Tx, change: ChangeRow, units: readonly string[], now: Date): Promise<void> {
  const path = await pathOf(tx, change)
  for (const unit of units) {
    await openTask(tx, now, {
      key: key(change.id, unit),
      kind: 'targets.consent',
      blocYear: change.bloc_year_id,
      unit,
      path,
      facts: { code: change.code, name: change.name, person: change.proposed_name },
    })
  }
}

export const closeConsentTask = (tx: Tx, change: string, unit: string, now: Date) =>
  closeTask(tx, now, key(change, unit))

/** Who proposed the change hears how it ended. */
export async function tellProposer(tx: Tx, change: ChangeRow, outcome: 'agreed' | 'refused', now: Date): Promise<void> {
  await openTask(tx, now, {
    key: `targets.changeSettled ${change.id}`,
    kind: outcome === 'agreed' ? 'targets.changeAgreed' : 'targets.changeRefused',
    blocYear: change.bloc_year_id,
    account: change.proposed_by,
    path: await pathOf(tx, change),
    facts: { code: change.code, name: change.name },
  })
}
