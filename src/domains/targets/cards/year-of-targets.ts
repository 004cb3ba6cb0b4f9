import { blocYear, membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import { yearHead } from '#domains/blocs/read-year.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { param } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { mayKeepTargets, seesTargets } from '../access.ts'
import { targetByCode } from '../queries.ts'
import type { Target } from '../target.ts'

export interface YearAt {
  year: BlocYearRow
  /** The two words of the address, as every path takes them. */
  at: readonly [bloc: string, year: string]
}

/** The year of the address, for who may see its targets. */
export async function yearOf(c: WebContext): Promise<YearAt> {
  const year = await blocYear(c.var.db, param(c, 'bloc'), param(c, 'year'))
  demand(seesTargets(actorOf(c), year.id))
  return { year, at: [year.bloc.slug, year.slug] }
}

/** … for who keeps them. */
export async function keptYearOf(c: WebContext): Promise<YearAt> {
  const place = await yearOf(c)
  demand(mayKeepTargets(actorOf(c), place.year.id))
  return place
}

export type TargetAt = YearAt & { target: Target }

/** The target of the address, by its code. */
export async function targetOf(c: WebContext): Promise<TargetAt> {
  const place = await yearOf(c)
  return { ...place, target: await targetByCode(c.var.db, place.year.id, param(c, 'target')) }
}

export async function keptTargetOf(c: WebContext): Promise<TargetAt> {
  const place = await targetOf(c)
  demand(mayKeepTargets(actorOf(c), place.year.id))
  return place
}

export const membersNow = (c: WebContext, year: BlocYearRow) => membersOn(c.var.db, year.id, dayOf(c.var.now))

export const headOfPage = (year: BlocYearRow, title: string, help = 'chi-tieu') => ({ ...yearHead(year, title), help })
