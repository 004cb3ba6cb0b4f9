import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import { demand } from '#platform/errors.ts'
import { param } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { seesReports } from '../reporting/access.ts'
import { reportingPaths } from '../reporting/paths.ts'
import { words as reportingWords } from '../reporting/words.ts'
import { periodPaths } from './paths.ts'
import type { Period } from './period.ts'
import { periodBySlug } from './queries.ts'
import { words } from './words.ts'

/** The year of the address, for who may read its reports. */
export async function seenYear(c: WebContext): Promise<BlocYearRow> {
  const year = await readYear(c)
  demand(seesReports(actorOf(c), year.id))
  return year
}

export const crumbsOf = (c: WebContext, year: BlocYearRow, more: 'up' | 'periods' = 'up') => [
  { label: `${year.bloc.short_name} ${year.label}`, href: blocPaths.year(year.bloc.slug, year.slug) },
  { label: reportingWords(c.var.locale).reports, href: reportingPaths.year(year.bloc.slug, year.slug) },
  ...(more === 'up' ? [] : [{ label: words(c.var.locale).title, href: periodPaths.setUp(year.bloc.slug, year.slug) }]),
]

export const headOf = (year: BlocYearRow, title: string) => ({ ...yearHead(year, title), help: 'ky-bao-cao' })

/** A period as its address names it: what a page of periods begins with. */
export async function readPeriod(c: WebContext): Promise<{ year: BlocYearRow; period: Period }> {
  const year = await seenYear(c)
  return { year, period: await periodBySlug(c.var.db, year.id, param(c, 'period')) }
}
