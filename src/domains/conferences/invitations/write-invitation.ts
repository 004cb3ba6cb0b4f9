import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { inVietnam, wall } from '#domains/calendar/feed/write-calendar.ts'
import type { ConferenceRow } from '../queries.ts'

export interface CalendarInvitation {
  conference: ConferenceRow
  /** The site as people reach it: its host makes the UID the same in every version. */
  site: string
  organizer: { name: string; email: string }
  invitee: { name: string; email: string }
  description: string
  now: Date
}

/** An invitation as a calendar takes it (RFC 5546): the same UID with a higher SEQUENCE changes or cancels the entry. */
export function writeInvitation(invitation: CalendarInvitation): { method: 'REQUEST' | 'CANCEL'; content: string } {
  const { conference, site, organizer, invitee, description, now } = invitation
  const isCancelled = conference.state === 'cancelled'
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST
  const calendar = ical({ method, prodId: { company: 'Giao Uoc', product: 'hoi-nghi', language: 'VI' } })
  const { held_on: day, starts_at: from, ends_at: to } = conference
  const event = calendar.createEvent({
    id: `conference-${conference.id}@${new URL(site).host}`,
    sequence: conference.sequence,
    stamp: now,
    start: wall(day, from.slice(0, 5)),
    end: wall(day, (to ?? from).slice(0, 5)),
    summary: conference.title,
    description,
    location: conference.place,
    organizer,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  const asked = { rsvp: true, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION }
  event.createAttendee({ ...invitee, ...asked })
  return { method: isCancelled ? 'CANCEL' : 'REQUEST', content: inVietnam(calendar.toString()) }
}
