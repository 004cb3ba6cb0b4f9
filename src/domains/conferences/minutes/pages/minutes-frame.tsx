import type { Child } from 'hono/jsx'
import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { conferencePaths } from '../../paths.ts'
import type { ConferenceRow } from '../../queries.ts'
import { words } from '../words.ts'

/** Bloc, year and conference as addresses name them. */
export type At = readonly [bloc: string, year: string, conference: string]

interface MinutesFrameProps {
  year: BlocYearRow
  conference: ConferenceRow
  title: string
  state?: Child
  under?: Child
  actions?: Child
  crumbs?: readonly Crumb[]
  children: Child
}

/** The frame of every page about the minutes of one conference. */
export const MinutesFrame = ({ year, conference, crumbs = [], children, ...head }: MinutesFrameProps) => {
  const locale = useLocale()
  const t = blocWords(locale)
  const at = [year.bloc.slug, year.slug] as const
  const up: Crumb[] = [
    { label: t.blocs, href: blocPaths.list },
    { label: year.bloc.short_name, href: blocPaths.bloc(at[0]) },
    { label: t.year(year.label), href: blocPaths.year(...at) },
    { label: words(locale).conferences, href: conferencePaths.list(...at) },
    { label: conference.title, href: conferencePaths.one(...at, conference.id) },
  ]
  return (
    <div class="stack">
      <Breadcrumb crumbs={[...up, ...crumbs]} />
      <PageHead over={`${year.bloc.short_name} ${year.label}`} {...head} />
      {children}
    </div>
  )
}
