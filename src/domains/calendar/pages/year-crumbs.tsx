import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import type { Locale } from '#platform/words.ts'
import type { Crumb } from '#ui/breadcrumb.tsx'

/** The way up from a page of a year. */
export const yearCrumbs = (year: BlocYearRow, locale: Locale): Crumb[] => {
  const t = blocWords(locale)
  return [
    { label: t.blocs, href: blocPaths.list },
    { label: year.bloc.short_name, href: blocPaths.bloc(year.bloc.slug) },
    { label: t.year(year.label), href: blocPaths.year(year.bloc.slug, year.slug) },
  ]
}
