import { blocYear, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { demand, found } from '#platform/errors.ts'
import { idParam, param } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { conferenceById, type ConferenceRow } from '../queries.ts'
import { readsMinutes } from './access.ts'
import { minutesOf, type MinutesRow } from './queries.ts'

export interface MinutesPlace {
  actor: Actor
  year: BlocYearRow
  conference: ConferenceRow
  /** Bloc, year and conference as addresses name them. */
  at: readonly [bloc: string, year: string, conference: string]
  /** Every version, the newest first. */
  versions: readonly MinutesRow[]
  /** The member for which the reader works. */
  ownUnit: string | undefined
}

/** The conference of the address, for its bloc and the authority, with its minutes. */
export async function readMinutesPlace(c: WebContext): Promise<MinutesPlace> {
  const { db } = c.var
  const actor = actorOf(c)
  const year = await blocYear(db, param(c, 'bloc'), param(c, 'year'))
  const conference = await conferenceById(db, idParam(c, 'conference'))
  demand(readsMinutes(actor, conference))
  found(conference.bloc_year_id === year.id ? true : undefined)
  return {
    actor,
    year,
    conference,
    at: [year.bloc.slug, year.slug, conference.id],
    versions: await minutesOf(db, conference.id),
    ownUnit: actor.memberships.find((held) => held.blocYear === year.id)?.unit,
  }
}

/** The same with the newest version, which is the one that is worked on. */
export async function readNewestMinutes(c: WebContext): Promise<MinutesPlace & { minutes: MinutesRow }> {
  const place = await readMinutesPlace(c)
  return { ...place, minutes: found(place.versions[0]) }
}

/** What a page about minutes tells the shell. */
export const minutesHead = ({ year }: Pick<MinutesPlace, 'year'>, title: string) => ({
  title: `${title} · ${year.bloc.short_name} ${year.label}`,
  shell: 'workspace' as const,
  blocYear: year.id,
  help: 'bien-ban-hoi-nghi',
})
