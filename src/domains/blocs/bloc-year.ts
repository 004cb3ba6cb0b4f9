import type { Fact } from '#platform/announcements.ts'
import type { HandoverFact } from './handover/handover.ts'
import type { OfficeName, RoadStop, StopState, YearKind } from '../../../db/types.ts'

export type { OfficeName, RoadStop, StopState, YearKind }

/** The one road of every year, the same in every bloc; where a bloc's rules have no such stop it is skipped. */
export const roadStops = [
  'signing',
  'launching',
  'reporting',
  'midyear',
  'self_scoring',
  'cross_scoring',
  'appraisal',
  'nomination',
  'commendation',
] as const satisfies RoadStop[]

/** The states to which a stop is moved by hand; `closed` comes with the closing of the whole year. */
export const stopStates = ['ahead', 'open', 'done', 'skipped'] as const satisfies StopState[]
export const yearKinds = ['calendar', 'school'] as const satisfies YearKind[]
export const officeNames = ['head', 'deputy'] as const satisfies OfficeName[]

export interface Stop {
  stop: RoadStop
  state: StopState
  due_on: string | null
  done_on: string | null
  note: string
}

const yearOf = (day: string) => Number(day.slice(0, 4))
const yearsLonger = { calendar: 0, school: 1 } satisfies Record<YearKind, number>

/** "2023", or "2013-2014" for a school year; nothing when the days do not make such a year. */
export function yearSlug(kind: YearKind, startsOn: string, endsOn: string): string | undefined {
  const first = yearOf(startsOn)
  const last = yearOf(endsOn)
  if (endsOn <= startsOn || last - first !== yearsLonger[kind]) return undefined
  return kind === 'calendar' ? String(first) : `${first}-${last}`
}

/** The usual days of a year: 01/01–31/12, or 01/09–31/08 of the next year. */
export function usualDays(kind: YearKind, firstYear: number): { startsOn: string; endsOn: string } {
  return kind === 'calendar'
    ? { startsOn: `${firstYear}-01-01`, endsOn: `${firstYear}-12-31` }
    : { startsOn: `${firstYear}-09-01`, endsOn: `${firstYear + 1}-08-31` }
}

/** "2013-2014" as people write it: "2013–2014". */
export const yearLabel = (slug: string) => slug.replace('-', '–')

/** Outside its days a year is seen as on its first or last one: it is prepared before it begins and closed after it ends. */
export function dayWithin(day: string, year: { starts_on: string; ends_on: string }): string {
  if (day < year.starts_on) return year.starts_on
  return day > year.ends_on ? year.ends_on : day
}

/** Who leads next when the office goes round: the member after the present head, after the last the first. */
export function nextInTurn<One extends { office: OfficeName | null }>(members: readonly One[]): One | undefined {
  const head = members.findIndex((member) => member.office === 'head')
  return head === -1 ? undefined : members[(head + 1) % members.length]
}

interface YearFact extends Fact {
  blocYear: string
  blocSlug: string
  yearSlug: string
  blocName: string
}

/** What others may have to know about who leads a bloc-year. */
export interface HeadFact extends YearFact {
  name: 'blocs.headWanted' | 'blocs.headAppointed'
}

/** A member that a deed of reorganisation ended, for the unit that leads. */
export interface MemberEndedFact extends YearFact {
  name: 'blocs.memberEnded'
  unit: string
  unitName: string
  /** The first day on which the unit is no more. */
  day: string
  document: string
  head: string | undefined
}

/** A year that a reorganisation closed, and the year of this tenant that goes on with its work. */
export interface YearClosedFact extends YearFact {
  name: 'blocs.yearClosed'
  closedOn: string
  document: string
  successor: (Omit<YearFact, 'name'> & { head: string | undefined }) | undefined
}

/** The days or states of a year's stops are others than before. */
export interface RoadFact extends YearFact {
  name: 'blocs.roadMoved'
}

export type BlocFact = HeadFact | RoadFact | MemberEndedFact | YearClosedFact | HandoverFact
