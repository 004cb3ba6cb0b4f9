import { actsForHead, isAuthority, isMemberOf, worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'
import { judgeOf, type Desk, type Report } from './report.ts'

interface Reporter {
  unit: string
  parent: string | null
}

/** A unit's figures are its own people's to enter and send; a sub-unit's also those of the unit above it. */
export const mayReportFor = (actor: Actor, { unit, parent }: Reporter) =>
  worksFor(actor, unit) || (parent !== null && worksFor(actor, parent))

export const seesReports = (actor: Actor, blocYear: string, reporter?: Reporter) =>
  isAuthority(actor) ||
  isMemberOf(actor, blocYear) ||
  actor.blocRoles.some((held) => held.blocYear === blocYear) ||
  (reporter !== undefined && mayReportFor(actor, reporter))

/** What a unit has not sent is nobody else's to read. */
export const seesFigures = (actor: Actor, reporter: Reporter, report: Pick<Report, 'state'> | undefined) =>
  mayReportFor(actor, reporter) || (report !== undefined && report.state !== 'open')

export interface Judged extends Reporter {
  blocYear: string
  desk: Desk
  sentBy: string | null
  /** Everyone who entered one of its figures. */
  enteredBy: readonly string[]
}

function holdsDesk(actor: Actor, { blocYear, desk, unit, parent }: Judged): boolean {
  const judge = judgeOf(desk, { unit, parent })
  if (judge === undefined) return isAuthority(actor)
  return parent === null && judge === desk.head ? actsForHead(actor, blocYear) : worksFor(actor, judge)
}

/** Nobody verifies or returns what they entered or sent, or what their own unit reports. */
export const mayJudgeReport = (actor: Actor, judged: Judged) =>
  holdsDesk(actor, judged) &&
  [null, ...judged.enteredBy].every((entered) =>
    isApart(actor, 'verifyReport', { entered, sent: judged.sentBy, units: [judged.unit] }),
  )

/** A figure that was verified is corrected by two: the unit asks, who judges its reports decides. */
export const mayAskCorrection = (actor: Actor, reporter: Reporter) => mayReportFor(actor, reporter)

export const mayDecideCorrection = (actor: Actor, judged: Judged, askedBy: string) =>
  holdsDesk(actor, judged) && isApart(actor, 'decideCorrection', { asked: askedBy, units: [judged.unit] })
