import { blocPaths } from '#domains/blocs/paths.ts'
import { blocYear, type BlocYearRow } from '#domains/blocs/queries.ts'
import { yearHead } from '#domains/blocs/read-year.ts'
import { namesOn } from '#domains/units/queries.ts'
import { demand, found } from '#platform/errors.ts'
import { idParam, param } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { scoringPaths } from '../paths.ts'
import { roundById } from '../rounds/queries.ts'
import type { Round } from '../rounds/round.ts'
import { words as scoringWords } from '../words.ts'
import { seesCross } from './access.ts'
import { crossPaths } from './paths.ts'
import { assignmentsOfRound, type AssignmentRow } from './queries.ts'
import { words } from './words.ts'

export interface CrossAt {
  year: BlocYearRow
  round: Round
  at: readonly [bloc: string, year: string, round: string]
  turns: readonly AssignmentRow[]
}

/** A round with its turns, for members, who leads, the authority, and assessors from outside. */
export async function readCross(c: WebContext): Promise<CrossAt> {
  const { db } = c.var
  const year = await blocYear(db, param(c, 'bloc'), param(c, 'year'))
  const round = await roundById(db, idParam(c, 'round'))
  found(round.bloc_year_id === year.id ? round : null)
  const turns = await assignmentsOfRound(db, round.id)
  const assessors = turns.map((turn) => turn.assessor_unit_id)
  demand(seesCross(actorOf(c), year.id, assessors))
  return { year, round, turns, at: [year.bloc.slug, year.slug, round.id] }
}

export interface TurnAt extends CrossAt {
  turn: AssignmentRow
}

/** The turn of the address, or one that something else there names. */
export async function readTurn(c: WebContext, id = idParam(c, 'turn')): Promise<TurnAt> {
  const place = await readCross(c)
  return { ...place, turn: found(place.turns.find((turn) => turn.id === id)) }
}

/** Short names of all units that a round's turns name. */
export async function namesOfTurns(c: WebContext, { year, turns }: CrossAt): Promise<ReadonlyMap<string, string>> {
  const units = [...new Set(turns.flatMap((turn) => [turn.unit_id, turn.assessor_unit_id]))]
  const names = await namesOn(c.var.db, units, year.ends_on)
  return new Map([...names].map(([unit, name]) => [unit, name.short_name]))
}

export const crossCrumbs = (c: WebContext, { year, round, at }: CrossAt, isBelow = true) => [
  { label: `${year.bloc.short_name} ${year.label}`, href: blocPaths.year(year.bloc.slug, year.slug) },
  { label: scoringWords(c.var.locale).scoring, href: scoringPaths.year(year.bloc.slug, year.slug) },
  { label: round.name, href: scoringPaths.round(...at) },
  ...(isBelow ? [{ label: words(c.var.locale).title, href: crossPaths.overview(...at) }] : []),
]

export const crossHead = ({ year }: CrossAt, title: string) => ({ ...yearHead(year, title), help: 'cham-cheo' })
