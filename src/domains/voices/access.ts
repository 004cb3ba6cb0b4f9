import { actsForHead, isAdministrator, isAuthority, isMemberOf, worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'
import { isTaken, type Opinion } from './opinion.ts'

/** The bloc and the authority read opinions that were taken, without what tells of a person. */
export const readsOpinions = (actor: Actor, blocYear: string) =>
  isAuthority(actor) || isMemberOf(actor, blocYear) || actsForHead(actor, blocYear)

type Received = Pick<Opinion, 'unit_id'>

/** Who received an opinion reads it as it came; an administrator keeps accounts and reads none. */
export const receivesOpinion = (actor: Actor, { unit_id }: Received) =>
  !isAdministrator(actor) && worksFor(actor, unit_id)

export const readsOpinion = (actor: Actor, opinion: Pick<Opinion, 'bloc_year_id' | 'unit_id' | 'state'>) =>
  receivesOpinion(actor, opinion) || (isTaken(opinion) && readsOpinions(actor, opinion.bloc_year_id))

/** Taken or refused by the receiving unit; what an officer brought, by another than who entered it. */
export const mayAcceptOpinion = (actor: Actor, opinion: Pick<Opinion, 'unit_id' | 'entered_by'>) =>
  receivesOpinion(actor, opinion) && isApart(actor, 'acceptOpinion', { entered: opinion.entered_by })

/** Coding, routing and merging: the receiving unit, and the head for the whole bloc. */
export const keepsOpinion = (actor: Actor, opinion: Pick<Opinion, 'bloc_year_id' | 'unit_id'>) =>
  receivesOpinion(actor, opinion) || (!isAdministrator(actor) && actsForHead(actor, opinion.bloc_year_id))

/** Topics, posters and the bloc's own days are the head's, through its people and the secretary. */
export const keepsVoices = (actor: Actor, blocYear: string) => !isAdministrator(actor) && actsForHead(actor, blocYear)

/** An officer enters opinions for a member unit. */
export const entersOpinions = (actor: Actor, blocYear: string, unit: string) =>
  actor.memberships.some((held) => held.blocYear === blocYear && held.unit === unit)

export const draftsAnswer = (actor: Actor, answeringUnit: string) =>
  !isAdministrator(actor) && worksFor(actor, answeringUnit)

/** The answering unit, the receiving one or the head lets an answer out: a unit may have one user alone. */
export const readiesAnswer = (
  actor: Actor,
  opinion: Pick<Opinion, 'bloc_year_id' | 'unit_id'>,
  answeringUnit: string,
) => draftsAnswer(actor, answeringUnit) || keepsOpinion(actor, opinion)

/** … and always another person than its writer and than who entered the opinion. */
export const mayPublishAnswer = (
  actor: Actor,
  opinion: Pick<Opinion, 'bloc_year_id' | 'unit_id' | 'entered_by'>,
  { wrote, unit }: { wrote: string; unit: string },
) => readiesAnswer(actor, opinion, unit) && isApart(actor, 'publishAnswer', { wrote, entered: opinion.entered_by })

/** A confidential name is for the receiving unit alone; one given openly also for who must answer. */
export const seesSender = (
  actor: Actor,
  { way, unit_id }: Pick<Opinion, 'way' | 'unit_id'>,
  answeringUnit: string | undefined,
) =>
  receivesOpinion(actor, { unit_id }) ||
  (way === 'named' && answeringUnit !== undefined && draftsAnswer(actor, answeringUnit))

/** The member unit for which the person acts in a year: the one chosen, else the first. */
export function memberUnitOf(actor: Actor, blocYear: string): string | undefined {
  const units = actor.memberships.filter((held) => held.blocYear === blocYear).map(({ unit }) => unit)
  return units.find((unit) => unit === actor.actingUnit) ?? units[0]
}
