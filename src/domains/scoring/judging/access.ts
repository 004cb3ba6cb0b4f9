import { actsForHead, isAdministrator, isAuthority, isMemberOf, worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'
import type { JudgingStage } from './judging.ts'

export interface JudgedSheet {
  blocYear: string
  unit: string
  sentBy: string | null
  /** Everyone who entered one of the unit's own figures. */
  enteredBy: readonly string[]
}

const holdsOffice = (actor: Actor, blocYear: string) =>
  actsForHead(actor, blocYear) || actor.offices.some((held) => held.blocYear === blocYear)

/** Head, deputy and secretary judge for the bloc, the authority for itself. */
const sits = (actor: Actor, stage: JudgingStage, blocYear: string) =>
  !isAdministrator(actor) && (stage === 'authority' ? isAuthority(actor) : holdsOffice(actor, blocYear))

/** Nobody judges a sheet that they entered or sent, or that of a unit they work for. */
export const mayJudgeSheet = (
  actor: Actor,
  stage: JudgingStage,
  { blocYear, unit, sentBy: sent, enteredBy }: JudgedSheet,
) =>
  sits(actor, stage, blocYear) &&
  [null, ...enteredBy].every((entered) => isApart(actor, 'verifySheet', { entered, sent, units: [unit] }))

/** Who reads how sheets are judged: those who judge, and members once the round lets them see all sheets. */
export const judgesIn = (actor: Actor, blocYear: string) =>
  sits(actor, 'bloc', blocYear) || sits(actor, 'authority', blocYear)

/** A unit explains for itself. */
export const mayExplain = (actor: Actor, unit: string) => !isAdministrator(actor) && worksFor(actor, unit)

/** The bloc's rules about returned sheets, and where the meeting stands, are the leading unit's to keep. */
export const mayKeepRules = (actor: Actor, blocYear: string) =>
  !isAdministrator(actor) && actor.offices.some((held) => held.blocYear === blocYear)
export const mayLeadMeeting = (actor: Actor, blocYear: string) =>
  !isAdministrator(actor) && holdsOffice(actor, blocYear)

/** The unit itself, who leads, or the authority asks that a settled sheet is opened again. */
export const mayAskReopening = (actor: Actor, blocYear: string, unit: string) =>
  judgesIn(actor, blocYear) || (!isAdministrator(actor) && isMemberOf(actor, blocYear) && worksFor(actor, unit))

/** A second person decides: never who asked, never of the unit itself. */
export const mayDecideReopening = (
  actor: Actor,
  { blocYear, unit, asked_by: asked }: { blocYear: string; unit: string; asked_by: string },
) => judgesIn(actor, blocYear) && isApart(actor, 'decideReopening', { asked, units: [unit] })
