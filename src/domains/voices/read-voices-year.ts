import { closingOf } from '#domains/blocs/closing/queries.ts'
import { blocYear, membersOn, type BlocYearRow, type MemberRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { param } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { keepsVoices, memberUnitOf, readsOpinions } from './access.ts'

export interface VoicesYear {
  actor: Actor
  year: BlocYearRow
  /** Bloc and year as addresses name them. */
  at: readonly [bloc: string, year: string]
  members: readonly MemberRow[]
  nameOf: (unit: string) => string
  /** The member for which the reader acts. */
  ownUnit: string | undefined
  isOpen: boolean
  /** Topics, posters and days. */
  mayKeep: boolean
}

/** The year of the address, for its bloc and the authority. */
export async function readVoicesYear(c: WebContext): Promise<VoicesYear> {
  const { db, now } = c.var
  const actor = actorOf(c)
  const year = await blocYear(db, param(c, 'bloc'), param(c, 'year'))
  demand(readsOpinions(actor, year.id))
  const isOpen = (await closingOf(db, year.id)) === undefined
  const members = await membersOn(db, year.id, dayOf(now))
  const names = new Map(members.map(({ unit, short_name }) => [unit, short_name]))
  return {
    actor,
    year,
    at: [year.bloc.slug, year.slug],
    members,
    nameOf: (unit) => names.get(unit) ?? '',
    ownUnit: memberUnitOf(actor, year.id),
    isOpen,
    mayKeep: isOpen && keepsVoices(actor, year.id),
  }
}

/** What a page of the year's opinions tells the shell. */
export const voicesHead = (year: BlocYearRow, title: string) => ({
  title: `${title} · ${year.bloc.short_name} ${year.label}`,
  shell: 'workspace' as const,
  blocYear: year.id,
  help: 'y-kien-nguyen-vong',
})
