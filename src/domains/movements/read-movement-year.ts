import { closingOf } from '#domains/blocs/closing/queries.ts'
import { blocYear, membersOn, type BlocYearRow, type MemberRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { param } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { keepsMovements, memberUnitOf, readsMovements } from './access.ts'

export interface MovementYear {
  actor: Actor
  year: BlocYearRow
  /** Bloc and year as addresses name them. */
  at: readonly [bloc: string, year: string]
  members: readonly MemberRow[]
  /** The member for which the reader acts. */
  ownUnit: string | undefined
  /** A year that a reorganisation closed takes no change. */
  isOpen: boolean
  mayKeep: boolean
}

/** The year of the address, `:bloc/:year`, for its bloc and the authority. */
export async function readMovementYear(c: WebContext): Promise<MovementYear> {
  const { db, now } = c.var
  const actor = actorOf(c)
  const year = await blocYear(db, param(c, 'bloc'), param(c, 'year'))
  demand(readsMovements(actor, year.id))
  const isOpen = (await closingOf(db, year.id)) === undefined
  return {
    actor,
    year,
    at: [year.bloc.slug, year.slug],
    members: await membersOn(db, year.id, dayOf(now)),
    ownUnit: memberUnitOf(actor, year.id),
    isOpen,
    mayKeep: isOpen && keepsMovements(actor, year.id),
  }
}

/** What a page of the year's movements tells the shell. */
export const movementHead = (year: BlocYearRow, title: string, help: string) => ({
  title: `${title} · ${year.bloc.short_name} ${year.label}`,
  shell: 'workspace' as const,
  blocYear: year.id,
  help,
})
