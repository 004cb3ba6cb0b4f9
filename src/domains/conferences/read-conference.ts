import { closingOf } from '#domains/blocs/closing/queries.ts'
import { blocYear, yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { demand, NotFound } from '#platform/errors.ts'
import { idParam, param } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { keepsConference, plansConferences, readsConference, readsConferences } from './access.ts'
import { rollOf, type InviteeRow } from './attendance/queries.ts'
import { conferenceCan, type ConferenceVerb } from './conference.ts'
import { conferenceById, itemsOf, quorumRuleOf, type ConferenceRow, type ItemRow } from './queries.ts'
import { quorumOf, type Quorum } from './quorum.ts'

export interface ConferenceYear {
  actor: Actor
  year: BlocYearRow
  /** Bloc and year as addresses name them. */
  at: readonly [bloc: string, year: string]
  /** A year that a reorganisation closed takes no change. */
  isOpen: boolean
  mayPlan: boolean
}

/** The year of the address, for its bloc and the authority. */
export async function readConferenceYear(c: WebContext): Promise<ConferenceYear> {
  const { db } = c.var
  const actor = actorOf(c)
  const year = await blocYear(db, param(c, 'bloc'), param(c, 'year'))
  demand(readsConferences(actor, year.id))
  const isOpen = (await closingOf(db, year.id)) === undefined
  return { actor, year, at: [year.bloc.slug, year.slug], isOpen, mayPlan: isOpen && plansConferences(actor, year.id) }
}

export interface ConferencePlace {
  actor: Actor
  year: BlocYearRow
  at: [bloc: string, year: string, conference: string]
  conference: ConferenceRow
  items: readonly ItemRow[]
  roll: readonly InviteeRow[]
  quorum: Quorum
  isKeeper: boolean
  /** What who keeps it may do in its state. */
  can: (verb: ConferenceVerb) => boolean
}

/** A conference has one address: that of the year it was planned in. */
async function readRow(c: WebContext): Promise<{ actor: Actor; year: BlocYearRow; conference: ConferenceRow }> {
  const { db } = c.var
  const actor = actorOf(c)
  const conference = await conferenceById(db, idParam(c, 'conference'))
  demand(readsConference(actor, conference))
  const year = await yearById(db, conference.bloc_year_id)
  if (year.bloc.slug !== param(c, 'bloc') || year.slug !== param(c, 'year')) throw new NotFound()
  return { actor, year, conference }
}

/** The conference of the address with its agenda, its people and its quorum of now. */
export async function readConference(c: WebContext): Promise<ConferencePlace> {
  const { db } = c.var
  const { actor, year, conference } = await readRow(c)
  const roll = await rollOf(db, conference.id)
  const isKeeper = keepsConference(actor, conference) && (await closingOf(db, year.id)) === undefined
  return {
    actor,
    year,
    at: [year.bloc.slug, year.slug, conference.id],
    conference,
    items: await itemsOf(db, conference.id),
    roll,
    quorum: quorumOf(roll, await quorumRuleOf(db, conference)),
    isKeeper,
    can: (verb) => isKeeper && conferenceCan(verb, conference),
  }
}

/** The same for the secretary's own pages. */
export async function readKept(c: WebContext): Promise<ConferencePlace> {
  const place = await readConference(c)
  demand(place.isKeeper)
  return place
}

/** What a page of a conference tells the shell. */
export const conferenceHead = (year: BlocYearRow, title: string) => ({
  title: `${title} · ${year.bloc.short_name} ${year.label}`,
  shell: 'workspace' as const,
  blocYear: year.id,
  help: 'hoi-nghi',
})
