import { actsForHead, isAuthority, isMemberOf, leads, worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'

/** The bloc and the authority read drafts, comments and files of supervision; others see what is public. */
export const readsConsultations = (actor: Actor, blocYear: string) =>
  isAuthority(actor) || isMemberOf(actor, blocYear) || actsForHead(actor, blocYear)

/** The head, through its people and the secretary, and the authority bring drafts in, open and close them. */
export const keepsConsultations = (actor: Actor, blocYear: string) => isAuthority(actor) || actsForHead(actor, blocYear)

const isDeputy = (actor: Actor, blocYear: string) =>
  actor.offices.some((held) => held.blocYear === blocYear && held.office === 'deputy')

/** Who may decide on comments at all: on one's own unit's, others do. */
export const decidesComments = (actor: Actor, blocYear: string) =>
  keepsConsultations(actor, blocYear) || isDeputy(actor, blocYear)

/** A unit's word is drafted by all who work for it. */
export const draftsForUnit = (actor: Actor, blocYear: string, unit: string) =>
  worksFor(actor, unit) && actor.memberships.some((held) => held.blocYear === blocYear && held.unit === unit)

/** … and sent by its leader. */
export const sendsForUnit = (actor: Actor, blocYear: string, unit: string) =>
  leads(actor, unit) && draftsForUnit(actor, blocYear, unit)

interface Decided {
  bloc_year_id: string
  written_by: string | null
  sent_by: string | null
  unit_id: string | null
}

/** Another person than who wrote or sent the comment, and of another unit. */
export const mayDecideComment = (actor: Actor, { bloc_year_id, written_by, sent_by, unit_id }: Decided) =>
  decidesComments(actor, bloc_year_id) &&
  isApart(actor, 'decideComment', { wrote: written_by, sent: sent_by, units: unit_id === null ? [] : [unit_id] })

/** `decidedAlone` is who decided on every comment; nobody where there were several, or nothing to decide. */
export const mayPublishOutcome = (
  actor: Actor,
  { bloc_year_id, decidedAlone }: { bloc_year_id: string; decidedAlone: string | null },
) => decidesComments(actor, bloc_year_id) && isApart(actor, 'publishOutcome', { decidedAlone })

/** A supervision or criticism is kept by the head and by the unit that leads it. */
export const keepsSupervision = (actor: Actor, file: { bloc_year_id: string; lead_unit_id: string }) =>
  actsForHead(actor, file.bloc_year_id) || draftsForUnit(actor, file.bloc_year_id, file.lead_unit_id)
