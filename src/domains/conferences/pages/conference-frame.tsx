import type { Child } from 'hono/jsx'
import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import type { Locale } from '#platform/words.ts'
import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Tabs } from '#ui/tabs.tsx'
import type { ConferenceState } from '../conference.ts'
import { minutesPaths } from '../minutes/paths.ts'
import { conferencePaths } from '../paths.ts'
import type { ConferenceRow } from '../queries.ts'
import type { Quorum } from '../quorum.ts'
import type { ConferencePlace } from '../read-conference.ts'
import { words } from '../words.ts'

const shapes = { draft: 'none', invited: 'open', opened: 'soon', closed: 'done', cancelled: 'none' } satisfies Record<
  ConferenceState,
  StateKind
>

export const ConferenceStateWord = ({ state }: { state: ConferenceState }) => (
  <State kind={shapes[state]}>{words(useLocale()).states[state]}</State>
)

/** "14:00–16:30, ngày 23/02/2023". */
export function whenOf({ held_on: day, starts_at: from, ends_at: to }: ConferenceRow, locale: Locale): string {
  const t = words(locale)
  const start = from.slice(0, 5)
  return to === null ? t.atOn(start, formatDay(day)) : t.fromTo(start, to.slice(0, 5), formatDay(day))
}

/** Whether enough are there, and by which rule. */
export const QuorumLine = ({ quorum }: { quorum: Quorum }) => {
  const t = words(useLocale())
  const there = t.quorumThere(String(quorum.present + quorum.proxies), String(quorum.voters))
  const { rule, needed, isReached } = quorum
  if (rule === undefined || needed === undefined || isReached === undefined) {
    return (
      <p>
        {there}. <State kind="none">{t.quorumUnknown}</State>
      </p>
    )
  }
  return (
    <>
      <p>
        {there}; {t.quorumNeeded(String(needed), rule.share)}.{' '}
        {quorum.isBegun && (
          <State kind={isReached ? 'done' : 'late'}>{isReached ? t.quorumReached : t.quorumMissing}</State>
        )}
      </p>
      <p class="mute">
        {t.quorumSourceOf(rule.source)}
        {!rule.isConfirmed && ` (${t.unconfirmed})`}
      </p>
    </>
  )
}

interface YearFrameProps {
  year: BlocYearRow
  title: string
  under?: Child
  state?: Child
  actions?: Child
  crumbs?: readonly Crumb[]
  children: Child
}

/** The frame of the pages of a year's conferences. */
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

export type ConferencePart = 'one' | 'agenda' | 'invitees' | 'roll' | 'desk' | 'minutes'

interface ConferenceFrameProps {
  place: ConferencePlace
  part: ConferencePart
  under?: Child
  actions?: Child
  children: Child
}

/** The frame of one conference, its parts as tabs: those of the secretary only for who keeps it. */
export const ConferenceFrame = ({ place, part, under, actions, children }: ConferenceFrameProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { year, at, conference, isKeeper } = place
  const [bloc, slug, id] = at
  const parts: [ConferencePart, string][] = [
    ['one', conferencePaths.one(...at)],
    ['agenda', conferencePaths.agenda(...at)],
    ['invitees', conferencePaths.invitees(...at)],
    ...(isKeeper
      ? ([
          ['roll', conferencePaths.roll(...at)],
          ['desk', conferencePaths.desk(...at)],
        ] as [ConferencePart, string][])
      : []),
    ['minutes', minutesPaths.one(bloc, slug, id)],
  ]
  return (
    <YearFrame
      year={year}
      title={conference.title}
      under={under ?? `${whenOf(conference, locale)}. ${conference.place}`}
      state={<ConferenceStateWord state={conference.state} />}
      crumbs={[{ label: t.title, href: conferencePaths.list(bloc, slug) }]}
      actions={actions}
    >
      <Tabs
        label={t.tabsLabel}
        tabs={parts.map(([name, href]) => ({ label: t.tabs[name], href, current: name === part }))}
      />
      {children}
    </YearFrame>
  )
}
