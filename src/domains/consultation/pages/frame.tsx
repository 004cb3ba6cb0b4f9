import type { Child } from 'hono/jsx'
import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import type { ConsultationState } from '../drafts/consultation.ts'
import { words } from '../words.ts'

interface FrameProps {
  year: BlocYearRow
  title: string
  under?: Child
  state?: Child
  actions?: Child
  /** Between the year and this page. */
  crumbs?: readonly Crumb[]
  children: Child
}

/** The frame of every page of a year's consultations and supervisions. */
export const Frame = ({ year, crumbs = [], children, ...head }: FrameProps) => {
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

const shapes = {
  draft: 'none',
  open: 'open',
  closed: 'soon',
  published: 'done',
  withdrawn: 'none',
} satisfies Record<ConsultationState, StateKind>

export const ConsultationStateWord = ({ state }: { state: ConsultationState }) => (
  <State kind={shapes[state]}>{words(useLocale()).states[state]}</State>
)
