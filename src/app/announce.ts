import { revokeCertificates } from '#capabilities/signatures/keeping/certificates.ts'
import { substitutionTasks } from '#domains/agreement/signing/substitution-tasks.ts'
import type { BlocFact } from '#domains/blocs/bloc-year.ts'
import { closeAgreementWithYear } from '#domains/agreement/close-with-year.ts'
import { endMembershipsOf, openMembershipsAgain } from '#domains/blocs/members/end-memberships-of.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { ConferenceClosed } from '#domains/conferences/conference.ts'
import { askDraft } from '#domains/conferences/minutes/minutes-tasks.ts'
import { tasksForFacts } from '#domains/calendar/tasks-for-facts.ts'
import { lockAdopted } from '#domains/agreement/promises/lock-promised.ts'
import { offerToCarry } from '#domains/movements/carry-over/carry-tasks.ts'
import type { ReportFact } from '#domains/targets/reporting/report.ts'
import type { TargetsAdopted } from '#domains/targets/told.ts'
import type { MandateFact } from '#domains/units/mandates/mandate.ts'
import type { UnitFact } from '#domains/units/lineage/deed.ts'
import { announceTo, type Announce } from '#platform/announcements.ts'
import { startOfDay } from '#platform/clock.ts'

type Told = MandateFact | BlocFact | UnitFact | ReportFact | TargetsAdopted | ConferenceClosed

/** The end of a mandate ends its certificate from that day on: what was signed stays valid, nothing new can be signed. */
const revokeWithMandate: Announce<Told> = async (tx, now, fact) => {
  if (fact.name !== 'mandates.ended') return
  const over = startOfDay(fact.over)
  await revokeCertificates(tx, fact.mandate, { reason: 'cessation_of_operation', at: over > now ? over : now })
}

/** A unit that a deed ended leaves its blocs; one that an undone deed brings back is a member again. */
const memberWithUnit: Announce<Told> = async (tx, now, fact) => {
  if (fact.name === 'units.ended') await endMembershipsOf(tx, fact, { now, announce })
  if (fact.name === 'units.restored') await openMembershipsAgain(tx, fact, { now, announce })
}

const taskForFact: Announce<Told> = async (tx, now, fact) => {
  if ('conference' in fact) await askDraft(tx, now, fact)
  else if (!('deed' in fact) && !('report' in fact) && !('targets' in fact)) await tasksForFacts(tx, now, fact)
}

/** Who signs now, where a text waits for someone whose mandate is over. */
const signerForMandate: Announce<Told> = async (tx, now, fact) => {
  if ('mandate' in fact) await substitutionTasks(tx, now, fact)
}

/** A year that begins is offered the movements whose period goes on. */
const movementsWithYear: Announce<Told> = async (tx, now, fact) => {
  if (fact.name === 'blocs.roadMoved') await offerToCarry(tx, now, await yearById(tx, fact.blocYear))
}

/** An agreement of a year that is closed is settled with it. */
const agreementWithYear: Announce<Told> = async (tx, now, fact) => {
  if (fact.name === 'blocs.yearClosed') await closeAgreementWithYear(tx, now, fact)
}

/** Targets put in force after the signing are held by the signed paper at once. */
const lockWithAgreement: Announce<Told> = async (tx, now, fact) => {
  if (fact.name === 'targets.adopted') await lockAdopted(tx, now, fact)
}

/** Who listens to what happens in lower domains. */
export const announce: Announce<Told> = announceTo([
  taskForFact,
  revokeWithMandate,
  memberWithUnit,
  signerForMandate,
  agreementWithYear,
  movementsWithYear,
  lockWithAgreement,
])
