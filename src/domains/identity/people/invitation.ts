import { createHash } from 'node:crypto'
import { addDays, dayOf, startOfDay } from '#platform/clock.ts'
import { readCode } from '#platform/id.ts'

export type InvitationWay = 'mail' | 'slip'
export type InvitationState = 'open' | 'used' | 'withdrawn' | 'expired'

/** A mail is opened soon or lost; a slip is handed over in person. */
const daysOpen = { mail: 7, slip: 14 } satisfies Record<InvitationWay, number>

/** The last moment of the last day, which papers and mails name. */
export const invitationEnd = (way: InvitationWay, now: Date) =>
  new Date(startOfDay(addDays(dayOf(now), daysOpen[way] + 1)).getTime() - 1000)

/** What the database keeps of a code, however it was typed. */
export const hashCode = (typed: string) => createHash('sha256').update(readCode(typed)).digest()

interface InvitationDates {
  used_at: Date | null
  withdrawn_at: Date | null
  expires_at: Date
}

export function invitationState(invitation: InvitationDates, now: Date): InvitationState {
  if (invitation.used_at !== null) return 'used'
  if (invitation.withdrawn_at !== null) return 'withdrawn'
  return invitation.expires_at <= now ? 'expired' : 'open'
}
