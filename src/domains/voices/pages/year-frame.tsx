import type { Child } from 'hono/jsx'
import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { voicePaths } from '../paths.ts'
import { words } from '../words.ts'

interface YearFrameProps {
  year: BlocYearRow
  title: string
  under?: Child
  state?: Child
  actions?: Child
  /** The page stands below the list of opinions. */
  within?: boolean
  children: Child
}

/** The frame of every page of a year's opinions. */
export const YearFrame = ({ year, title, under, state, actions, within, children }: YearFrameProps) => {
  const locale = useLocale()
  const t = blocWords(locale)
  const at = [year.bloc.slug, year.slug] as const
  const crumbs: Crumb[] = [
    { label: t.blocs, href: blocPaths.list },
    { label: year.bloc.short_name, href: blocPaths.bloc(year.bloc.slug) },
    { label: t.year(year.label), href: blocPaths.year(...at) },
    ...(within === true ? [{ label: words(locale).title, href: voicePaths.list(...at) }] : []),
  ]
  return (
    <div class="stack">
      <Breadcrumb crumbs={crumbs} />
      <PageHead
        over={`${year.bloc.short_name} ${year.label}`}
        title={title}
        under={under}
        state={state}
        actions={actions}
      />
      {children}
    </div>
  )
}
