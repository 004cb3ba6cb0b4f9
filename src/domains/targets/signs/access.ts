import { actsForHead, isAuthority, worksFor, type Actor } from '#platform/actor.ts'

/** Who leads and the authority look at all units; a member looks at its own, to mend or explain what stands there. */
export const seesSignsOf = (actor: Actor, blocYear: string, unit: string) =>
  isAuthority(actor) ||
  actsForHead(actor, blocYear) ||
  actor.offices.some((held) => held.blocYear === blocYear) ||
  worksFor(actor, unit)
