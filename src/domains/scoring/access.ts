import { isAdministrator, isAuthority, isMemberOf, leads, worksFor, type Actor } from '#platform/actor.ts'
import { isOpenToMembers, type ScoringState } from './rounds/round.ts'

/** A round is run by the units that lead the bloc, head or deputy, through their people; never by the administrator. */
export const mayRunRounds = (actor: Actor, blocYear: string) =>
  !isAdministrator(actor) && actor.offices.some((held) => held.blocYear === blocYear)

/** Who takes part in the year knows how far its rounds have come, and who has sent. */
export const seesRounds = (actor: Actor, blocYear: string) =>
  isAuthority(actor) || isMemberOf(actor, blocYear) || actor.blocRoles.some((held) => held.blocYear === blocYear)

/** A sheet is filled in by the unit's own people, and sent by who leads it. */
export const mayScoreFor = (actor: Actor, unit: string) => !isAdministrator(actor) && worksFor(actor, unit)
export const maySendFor = (actor: Actor, unit: string) => !isAdministrator(actor) && leads(actor, unit)

interface OfSheet {
  blocYear: string
  unit: string
  /** Of its round. */
  state: ScoringState
}

/** A unit's points are its own until the round lets all members see all sheets; other blocs never see them. */
export const seesSheet = (actor: Actor, { blocYear, unit, state }: OfSheet) =>
  mayScoreFor(actor, unit) || (seesRounds(actor, blocYear) && isOpenToMembers(state))
