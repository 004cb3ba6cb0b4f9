import { revokeCertificates } from '#capabilities/signatures/keeping/certificates.ts'
import type { BlocFact } from '#domains/blocs/bloc-year.ts'
import { tasksForFacts } from '#domains/calendar/tasks-for-facts.ts'
import type { MandateFact } from '#domains/units/mandates/mandate.ts'
import { announceTo, type Announce } from '#platform/announcements.ts'
import { startOfDay } from '#platform/clock.ts'

/** The end of a mandate ends its certificate from that day on: what was signed stays valid, nothing new can be signed. */
const revokeWithMandate: Announce<MandateFact | BlocFact> = async (tx, now, fact) => {
  if (fact.name !== 'mandates.ended') return
  const over = startOfDay(fact.over)
  await revokeCertificates(tx, fact.mandate, { reason: 'cessation_of_operation', at: over > now ? over : now })
}

/** Who listens to what happens in lower domains. */
export const announce: Announce<MandateFact | BlocFact> = announceTo([tasksForFacts, revokeWithMandate])
