import { actsForHead, isAuthority, worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'

interface Of {
  bloc_year_id: string | null
  unit_id: string | null
}

/** The member units for which this person may write in a bloc-year, the acting one first. */
export function writesFor(actor: Actor, blocYear: string): string[] {
  const units = actor.memberships.filter((held) => held.blocYear === blocYear).map((held) => held.unit)
  return units.filter((unit) => worksFor(actor, unit)).sort((one) => (one === actor.actingUnit ? -1 : 0))
}

/** Members of a bloc write its news; what is the tenant's own comes from the authority. */
export const mayStartNews = (actor: Actor) => isAuthority(actor) || actor.memberships.length > 0

/** The bloc in whose name, the unit that writes, and nobody else. */
export const mayWriteFor = (actor: Actor, { bloc_year_id: year, unit_id: unit }: Of) =>
  isAuthority(actor) || (year !== null && unit !== null && writesFor(actor, year).includes(unit))

/** Whoever leads the bloc mends what its units write. */
export const mayEditNews = (actor: Actor, of: Of) =>
  mayWriteFor(actor, of) || (of.bloc_year_id !== null && actsForHead(actor, of.bloc_year_id))

/** What is not published yet is read by the members of its bloc and the authority. */
export const seesNews = (actor: Actor, { bloc_year_id: year }: Pick<Of, 'bloc_year_id'>) =>
  isAuthority(actor) ||
  (year !== null && (actor.memberships.some(({ blocYear }) => blocYear === year) || actsForHead(actor, year)))

/** The bloc's news are let out, sent back and taken down by its head and the authority. */
export const mayReviewNews = (actor: Actor, { bloc_year_id: year }: Pick<Of, 'bloc_year_id'>) =>
  isAuthority(actor) || (year !== null && actsForHead(actor, year))

/** Never by who wrote it, or any of its text, or sent it. */
export const mayPublishNews = (
  actor: Actor,
  article: Pick<Of, 'bloc_year_id'> & { written_by: string; sent_by: string | null; hands: readonly string[] },
) =>
  mayReviewNews(actor, article) &&
  isApart(actor, 'publishNews', {
    wrote: article.written_by,
    sent: article.sent_by,
    changed: article.hands.includes(actor.account) ? actor.account : null,
  })
