import type { Fact } from '#platform/announcements.ts'
import type { ReportState, ReportStepName, SecondPersonState } from '../../../../db/types.ts'

export type { ReportState, ReportStepName, SecondPersonState }

export interface Report {
  id: string
  period_id: string
  unit_id: string
  state: ReportState
  first_sent_on: string | null
  sent_on: string | null
  sent_by: string | null
  version: number
}

const allowed = {
  enter: ['open', 'returned'],
  send: ['open', 'returned'],
  return: ['sent'],
  verify: ['sent'],
  correct: ['verified'],
} satisfies Record<string, ReportState[]>

export type ReportVerb = keyof typeof allowed

export const reportCan = (verb: ReportVerb, { state }: Pick<Report, 'state'>) =>
  allowed[verb].some((each) => each === state)

/** How a report stands for who looks at the year: `none` before its period, `missing` once it closed without one. */
export type Standing = ReportState | 'none' | 'missing'

/** By how many days a report came after its last day, which is included; in time is 0. */
export function lateDays(dueOn: string, sentOn: string): number {
  return Math.max(0, Math.round((Date.parse(sentOn) - Date.parse(dueOn)) / 86_400_000))
}

/** What higher domains may have to know about a report. */
export interface ReportFact extends Fact {
  name: 'reports.sent' | 'reports.returned' | 'reports.verified'
  report: string
  period: string
  blocYear: string
  unit: string
}

/** Who judges reports: offices are those of the day. */
export interface Desk {
  head: string | undefined
  deputy: string | undefined
  /** In the official order. */
  members: readonly string[]
}

interface Reporter {
  unit: string
  /** Of a sub-unit, the unit under which it reports its share. */
  parent: string | null
}

/**
 * Who judges a report: a sub-unit's, its unit; a member's, the head; the head's own, the deputy, or where there is none
 * the first other member in the official order. Nothing means: the authority.
 */
export function judgeOf({ head, deputy, members }: Desk, { unit, parent }: Reporter): string | undefined {
  if (parent !== null) return parent
  if (unit !== head) return head
  return deputy ?? members.find((member) => member !== unit)
}
