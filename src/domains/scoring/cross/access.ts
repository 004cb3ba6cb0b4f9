import { actsForHead, isAdministrator, isAuthority, isMemberOf, worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'
import { mayRunRounds, seesRounds } from '../access.ts'

interface Pair {
  unit_id: string
  assessor_unit_id: string
}

/** Those who lead the bloc draw who assesses whom, and say why an assessor changes. */
export const mayPlanCross = mayRunRounds

/** A turn is taken by the assessing unit's own people, never by someone who also works for the assessed unit. */
export const mayAssess = (actor: Actor, { unit_id: unit, assessor_unit_id: assessor }: Pair) =>
  !isAdministrator(actor) && worksFor(actor, assessor) && !worksFor(actor, unit)

/** Members see who assesses whom, who is late and who stepped back; an assessor from outside sees its own turns. */
export const seesCross = (actor: Actor, blocYear: string, assessors: readonly string[]) =>
  seesRounds(actor, blocYear) || (!isAdministrator(actor) && assessors.some((unit) => worksFor(actor, unit)))

/** Any member may say that an assessor has a conflict: the assessed unit, or one that knows of it. */
export const mayObject = (actor: Actor, blocYear: string, { assessor_unit_id: assessor }: Pair) =>
  !isAdministrator(actor) && isMemberOf(actor, blocYear) && !worksFor(actor, assessor)

export interface ObjectionParts extends Pair {
  blocYear: string
  /** The unit that leads; nobody at a time without one. */
  head: string | undefined
  raised_by: string
  raised_unit_id: string
}

/** The head decides; where its own unit assesses, is assessed or objects, the authority. */
export function mayDecideObjection(actor: Actor, parts: ObjectionParts): boolean {
  const units = [parts.unit_id, parts.assessor_unit_id, parts.raised_unit_id]
  const isHeads = parts.head !== undefined && !units.includes(parts.head)
  const holds = isHeads ? actsForHead(actor, parts.blocYear) : isAuthority(actor)
  return holds && !isAdministrator(actor) && isApart(actor, 'decideObjection', { asked: parts.raised_by, units })
}
