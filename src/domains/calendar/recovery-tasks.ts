import { recoveryPath } from '#domains/identity/recovery/paths.ts'
import { keepersOn } from '#domains/identity/recovery/queries.ts'
import type { RecoveryFact } from '#domains/identity/recovery/recovery.ts'
import { leadersOfUnits } from '#domains/units/people/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { openTask } from './open-task.ts'

const keyOf = (recovery: string, account: string) => `identity.recoveryOpened ${recovery} ${account}`

/** Everyone who may be the second person: neither who opened it, nor the person concerned. */
async function secondPeople(tx: Tx, now: Date, fact: RecoveryFact): Promise<string[]> {
  const leaders = await leadersOfUnits(tx, fact.units, dayOf(now))
  const entitled = new Set([...(await keepersOn(tx, now)), ...leaders])
  return [...entitled].filter((account) => account !== fact.openedBy && account !== fact.account)
}

/** Asks each second person, and takes the question back from all once one has answered it. */
export async function askSecondPerson(tx: Tx, now: Date, fact: RecoveryFact): Promise<void> {
  if (fact.name === 'identity.recoveryClosed') {
    await tx
      .updateTable('task')
      .set({ closed_at: now })
      .where('key', 'like', keyOf(fact.recovery, '%'))
      .where('closed_at', 'is', null)
      .execute()
    return
  }
  for (const account of await secondPeople(tx, now, fact)) {
    await openTask(tx, now, {
      key: keyOf(fact.recovery, account),
      kind: 'identity.recoveryOpened',
      account,
      path: recoveryPath(fact.recovery),
      facts: { person: fact.person, opener: fact.opener },
    })
  }
}
