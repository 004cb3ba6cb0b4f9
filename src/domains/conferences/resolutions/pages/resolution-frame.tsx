import type { Child } from 'hono/jsx'
import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'

interface ResolutionFrameProps {
  year: BlocYearRow
  title: string
  state?: Child
  under?: Child
  crumbs?: readonly Crumb[]
  children: Child
}

/** The frame of every page about what a year's conferences resolved. */
export const ResolutionFrame = ({ year, crumbs = [], children, ...head }: ResolutionFrameProps) => {
  const t = blocWords(useLocale())
  const up: Crumb[] = [
    { label: t.blocs, href: blocPaths.list },
    { label: year.bloc.short_name, href: blocPaths.bloc(year.bloc.slug) },
    { label: t.year(year.label), href: blocPaths.year(year.bloc.slug, year.slug) },
  ]
  return (
    <div class="stack">
      <Breadcrumb crumbs={[...up, ...crumbs]} />
      <PageHead over={`${year.bloc.short_name} ${year.label}`} {...head} />
      {children}
    </div>
  )
}
