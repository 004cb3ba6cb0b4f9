import { demand } from '#platform/errors.ts'
import { param } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { seesBlocYear } from './access.ts'
import { blocYear, type BlocYearRow } from './queries.ts'

/** The year of the address, `:bloc/:year`, for those who take part in it. */
export async function readYear(c: WebContext): Promise<BlocYearRow> {
  const year = await blocYear(c.var.db, param(c, 'bloc'), param(c, 'year'))
  demand(seesBlocYear(actorOf(c), year.id))
  return year
}

/** What a page of a year tells the shell. */
export const yearHead = (year: BlocYearRow, title: string) => ({
  title: `${title} · ${year.bloc.short_name} ${year.label}`,
  shell: 'workspace' as const,
  blocYear: year.id,
  help: 'nam-thi-dua',
})
