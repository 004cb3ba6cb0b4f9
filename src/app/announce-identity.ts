import { endSecretariesOf } from '#domains/blocs/members/end-secretaries-of.ts'
import { askNewSecretaries, handTasksOn } from '#domains/calendar/leaver-tasks.ts'
import { askSecondPerson } from '#domains/calendar/recovery-tasks.ts'
import { tellAddressChanged } from '#domains/calendar/notices/tell-address-refused.ts'
import type { AddressFact } from '#domains/identity/address/address.ts'
import type { LeavingFact } from '#domains/identity/leaving/leaving.ts'
import type { RecoveryFact } from '#domains/identity/recovery/recovery.ts'
import { endWork } from '#domains/units/people/end-work.ts'
import type { Announce } from '#platform/announcements.ts'
import { announce } from './announce.ts'

/** The heads are asked before the secretary's role ends, and tasks go on once nothing opens new ones. */
const endWithPerson: Announce<LeavingFact> = async (tx, now, fact) => {
  await askNewSecretaries(tx, now, fact)
  await endWork(tx, fact, { now, announce })
  await endSecretariesOf(tx, fact)
  await handTasksOn(tx, now, fact)
}

/** Who listens to what happens to accounts. */
export const announceIdentity: Announce<RecoveryFact | LeavingFact | AddressFact> = async (tx, now, fact) => {
  if (fact.name === 'identity.left') await endWithPerson(tx, now, fact)
  else if (fact.name === 'identity.addressChanged') await tellAddressChanged(tx, now, fact)
  else await askSecondPerson(tx, now, fact)
}
