import { seesBlocYear } from '#domains/blocs/access.ts'
import { actsForHead, isAdministrator, isAuthority, isMemberOf, worksFor, type Actor } from '#platform/actor.ts'
import type { DeadlineAudience } from './deadline.ts'

/** The calendar is read by those who take part in the year. */
export const seesCalendar = (actor: Actor, blocYear: string) => seesBlocYear(actor, blocYear)

/** The head keeps it, with the secretary it named. */
export const keepsCalendar = (actor: Actor, blocYear: string) => actsForHead(actor, blocYear)

interface Concern {
  bloc_year_id: string
  audience: DeadlineAudience
  unit_id: string | null
}

/** What is for one unit is shown to that unit, to who keeps the calendar, and to the authority. */
export function seesDeadline(actor: Actor, { bloc_year_id, audience, unit_id }: Concern): boolean {
  if (!seesCalendar(actor, bloc_year_id)) return false
  if (audience !== 'unit' || isAuthority(actor)) return true
  return keepsCalendar(actor, bloc_year_id) || worksFor(actor, unit_id ?? '')
}

/** Whether it is for this person to do or to come to. */
export function isConcerned(actor: Actor, { bloc_year_id, audience, unit_id }: Concern): boolean {
  if (audience === 'members') return isMemberOf(actor, bloc_year_id)
  if (audience === 'unit') return worksFor(actor, unit_id ?? '')
  if (audience === 'authority') return isAuthority(actor)
  return actsForHead(actor, bloc_year_id)
}

/** An administrator keeps accounts and no calendar of their own. */
export const mayDownload = (actor: Actor, blocYear: string) => seesCalendar(actor, blocYear) && !isAdministrator(actor)
