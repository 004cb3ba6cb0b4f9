import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { demand, found } from '#platform/errors.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { mayRunRounds, seesRounds } from '../access.ts'
import { scoringPaths } from '../paths.ts'
import { words as scoringWords } from '../words.ts'
import { roundById } from './queries.ts'
import type { Round } from './round.ts'

/** The year of the address, for who may know of its rounds. */
export async function readScoringYear(c: WebContext): Promise<BlocYearRow> {
  const year = await readYear(c)
  demand(seesRounds(actorOf(c), year.id))
  return year
}

/** The same, for who runs rounds. */
export async function readRunYear(c: WebContext): Promise<BlocYearRow> {
  const year = await readScoringYear(c)
  demand(mayRunRounds(actorOf(c), year.id))
  return year
}

export interface RoundAt {
  year: BlocYearRow
  round: Round
}

/** A round as its address names it. */
export async function readRound(c: WebContext): Promise<RoundAt> {
  const year = await readScoringYear(c)
  const round = await roundById(c.var.db, idParam(c, 'round'))
  return { year, round: found(round.bloc_year_id === year.id ? round : null) }
}

/** The same, for who runs it. */
export async function readRunRound(c: WebContext): Promise<RoundAt> {
  const at = await readRound(c)
  demand(mayRunRounds(actorOf(c), at.year.id))
  return at
}

export const roundCrumbs = (c: WebContext, year: BlocYearRow, round?: Round) => [
  { label: `${year.bloc.short_name} ${year.label}`, href: blocPaths.year(year.bloc.slug, year.slug) },
  { label: scoringWords(c.var.locale).scoring, href: scoringPaths.year(year.bloc.slug, year.slug) },
  ...(round === undefined
    ? []
    : [{ label: round.name, href: scoringPaths.round(year.bloc.slug, year.slug, round.id) }]),
]

export const roundHead = (year: BlocYearRow, title: string, help = 'dot-cham-diem') => ({
  ...yearHead(year, title),
  help,
})
