import { yearLabel } from '#domains/blocs/bloc-year.ts'
import { secretaryYearsOf } from '#domains/blocs/members/queries.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import type { LeavingFact } from '#domains/identity/leaving/leaving.ts'
import type { Tx } from '#platform/database/database.ts'
import { openTask } from './open-task.ts'
import { mayBeRead } from './task.ts'

/** The unit that leads hears that it has no secretary any more; asked before the role ends. */
export async function askNewSecretaries(tx: Tx, now: Date, fact: LeavingFact): Promise<void> {
  for (const year of await secretaryYearsOf(tx, fact.account)) {
    if (year.head === null) continue
    await openTask(tx, now, {
      key: `blocs.secretaryLeft ${year.blocYear} ${fact.account}`,
      kind: 'blocs.secretaryLeft',
      unit: year.head,
      blocYear: year.blocYear,
      path: blocPaths.offices(year.bloc, year.year),
      facts: { person: fact.person, bloc: year.name, year: yearLabel(year.year) },
    })
  }
}

/** What waited for the person alone goes on to the unit; what only told something, or has no unit, is closed. */
export async function handTasksOn(tx: Tx, now: Date, { account, units }: LeavingFact): Promise<void> {
  const open = await tx
    .selectFrom('task')
    .select(['id', 'kind'])
    .where('account_id', '=', account)
    .where('closed_at', 'is', null)
    .execute()
  const [unit] = units
  for (const { id, kind } of open) {
    const handed = unit !== undefined && !mayBeRead(kind) && !kind.startsWith('identity.')
    await tx
      .updateTable('task')
      .set(handed ? { account_id: null, unit_id: unit } : { closed_at: now })
      .where('id', '=', id)
      .execute()
  }
}
