import { isAdministrator, isAuthority, type Actor } from '#platform/actor.ts'

export const mayReadAll = (actor: Actor) => isAuthority(actor) || isAdministrator(actor)

/** How long views are kept is the administrator's to choose. */
export const mayChooseKeeping = (actor: Actor) => isAdministrator(actor)

/** What a person does with their own access is their own affair: others read only that it is in the log. */
export const privateDeeds = [
  'identity.signedIn',
  'identity.signedOut',
  'identity.sessionEnded',
  'identity.otherSessionsEnded',
  'identity.steppedUp',
  'identity.preferencesChosen',
  'identity.actingUnitChosen',
  'task.read',
  'notices.waysChosen',
  'calendar.feedIssued',
  'calendar.feedEnded',
  'search.saved',
  'search.removed',
] as const

/** Who gets checkpoints by mail, unless they decline. */
export const mayGetMails = (actor: Actor) => isAuthority(actor) || actor.units.some(({ role }) => role === 'leader')
