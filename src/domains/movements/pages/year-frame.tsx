import type { Child } from 'hono/jsx'
import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow, MemberRow } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import type { Option } from '#ui/form/select-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'

interface YearFrameProps {
  year: BlocYearRow
  title: string
  under?: Child
  state?: Child
  actions?: Child
  /** Between the year and this page. */
  crumbs?: readonly Crumb[]
  children: Child
}

/** The frame of every page of a year's movements, examples, activities and log. */
export const YearFrame = ({ year, title, under, state, actions, crumbs = [], children }: YearFrameProps) => {
  const t = blocWords(useLocale())
  const up: Crumb[] = [
    { label: t.blocs, href: blocPaths.list },
    { label: year.bloc.short_name, href: blocPaths.bloc(year.bloc.slug) },
    { label: t.year(year.label), href: blocPaths.year(year.bloc.slug, year.slug) },
  ]
  return (
    <div class="stack">
      <Breadcrumb crumbs={[...up, ...crumbs]} />
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

/** Members to choose from, in official order. */
export const memberOptions = (members: readonly MemberRow[]): Option[] =>
  members.map((member) => ({ value: member.unit, label: member.full_name }))

/** A button alone that sends a form without fields. */
export const Act = ({ action, children }: { action: string; children: Child }) => (
  <form method="post" action={action}>
    {children}
  </form>
)
