import { revokeCertificates } from '#capabilities/signatures/keeping/certificates.ts'
import type { BlocFact } from '#domains/blocs/bloc-year.ts'
import { tasksForFacts } from '#domains/calendar/tasks-for-facts.ts'
import type { MandateFact } from '#domains/units/mandates/mandate.ts'
import { announceTo, type Announce } from '#platform/announcements.ts'

/** The end of a mandate ends its certificate: what was signed stays valid, nothing new can be signed. */
const revokeWithMandate: Announce<MandateFact | BlocFact> = async (tx, now, fact) => {
  if (fact.name === 'mandates.ended') await revokeCertificates(tx, fact.mandate, 'mandate ended', now)
}

/** Who listens to what happens in lower domains. */
export const announce: Announce<MandateFact | BlocFact> = announceTo([tasksForFacts, revokeWithMandate])
