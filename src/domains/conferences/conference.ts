import type { Fact } from '#platform/announcements.ts'
import type {
  AttendanceState,
  AttendanceWay,
  ConferencePattern,
  ConferenceShow,
  ConferenceState,
  ConferenceTaskState,
  InviteeAnswer,
  InviteeKind,
  SpeakerState,
} from '../../../db/types.ts'

export type {
  AttendanceState,
  AttendanceWay,
  ConferencePattern,
  ConferenceShow,
  ConferenceState,
  ConferenceTaskState,
  InviteeAnswer,
  InviteeKind,
  SpeakerState,
}

export const conferencePatterns = [
  'signing',
  'midyear',
  'nomination',
  'yearend',
  'other',
] as const satisfies ConferencePattern[]
export const conferenceShows = ['item', 'agreement', 'signatures'] as const satisfies ConferenceShow[]
export const inviteeAnswers = ['accepted', 'declined', 'proxy'] as const satisfies InviteeAnswer[]
export const attendanceStates = ['present', 'proxy', 'absent'] as const satisfies AttendanceState[]

/** Which acts a state allows; predicate and list come from the same table. */
export const allowedIn = {
  /** Title, time, place, people, the share for a quorum. */
  change: ['draft', 'invited'],
  /** Items and their papers: in the hall too something is added. */
  arrange: ['draft', 'invited', 'opened'],
  /** The list of who is invited. */
  list: ['draft', 'invited', 'opened'],
  invite: ['draft', 'invited'],
  reply: ['invited'],
  /** From the day before on guests arrive; the roll stays open until the closing. */
  attend: ['invited', 'opened'],
  open: ['invited'],
  /** Speakers, decisions, votes, tasks. */
  conduct: ['opened'],
  speak: ['invited', 'opened'],
  close: ['opened'],
  cancel: ['draft', 'invited'],
  /** What is decided is followed up. */
  settle: ['opened', 'closed'],
} as const satisfies Record<string, readonly ConferenceState[]>

export type ConferenceVerb = keyof typeof allowedIn

export const conferenceCan = (verb: ConferenceVerb, conference: { state: ConferenceState }): boolean =>
  (allowedIn[verb] as readonly ConferenceState[]).includes(conference.state)

/** What was closed hands over to its minutes. */
export interface ConferenceClosed extends Fact {
  name: 'conferences.closed'
  conference: string
  blocYear: string
  blocSlug: string
  yearSlug: string
}
