import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Locale } from '#platform/words.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay, formatNumber } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import type { ActivityState } from '../activity.ts'
import type { GreatDayOn } from '../great-day.ts'
import { activityPaths } from '../paths.ts'
import type { ActivityRow } from '../queries.ts'
import { words, type ActivityWords } from '../words.ts'

const shapes = { planned: 'open', held: 'soon', reported: 'done', cancelled: 'none' } satisfies Record<
  ActivityState,
  StateKind
>

export const ActivityStateWord = ({ activity }: { activity: Pick<ActivityRow, 'state' | 'is_news'> }) => {
  const t = words(useLocale())
  const word = t.states[activity.state]
  return <State kind={shapes[activity.state]}>{activity.is_news ? `${word}, ${t.isNews}` : word}</State>
}

/** "18/02/2023" for one day, else both. */
export const daysOf = ({ starts_on: from, ends_on: to }: Pick<ActivityRow, 'starts_on' | 'ends_on'>) =>
  from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`

const columns = (t: ActivityWords, at: readonly [string, string], locale: Locale): Column<ActivityRow>[] => [
  {
    key: 'title',
    label: t.activity,
    heading: true,
    cell: (row) => <a href={activityPaths.one(...at, row.id)}>{row.title}</a>,
  },
  { key: 'days', label: t.days, cell: daysOf },
  { key: 'place', label: t.place, cell: (row) => row.place },
  { key: 'charge', label: t.chargeUnit, cell: (row) => row.charge_unit },
  {
    key: 'people',
    label: t.participants,
    numeric: true,
    cell: (row) => {
      const count = row.report?.participants ?? null
      return count === null ? '' : formatNumber(count, locale)
    },
  },
  { key: 'state', label: t.state, cell: (row) => <ActivityStateWord activity={row} /> },
]

export type PlannedDay = GreatDayOn & { activities: readonly string[] }

interface ListPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  activities: readonly ActivityRow[]
  coming: readonly PlannedDay[]
  mayPlan: boolean
}

const Coming = ({ at, coming, mayPlan }: ListPageProps) => {
  const t = words(useLocale())
  const dayColumns: Column<PlannedDay>[] = [
    { key: 'name', label: t.greatDayName, heading: true, cell: (day) => day.name },
    { key: 'on', label: t.on, cell: (day) => formatDay(day.on) },
    {
      key: 'of',
      label: t.organisation,
      cell: (day) => day.organisation,
    },
    {
      key: 'plan',
      label: t.activity,
      cell: (day) =>
        day.activities.length > 0 ? (
          t.planned(day.activities.join('; '))
        ) : mayPlan ? (
          <LinkButton href={activityPaths.planFor(...at, day.id)} look="quiet">
            {t.planForDay}
          </LinkButton>
        ) : (
          t.notPlanned
        ),
    },
  ]
  return (
    <Sheet title={t.coming} more={{ label: t.greatDays, href: activityPaths.greatDays }} flush>
      <Table
        caption={t.coming}
        columns={dayColumns}
        rows={coming}
        empty={<Empty title={t.comingNone} icon="check" />}
      />
    </Sheet>
  )
}

/** The joint activities of a year, and the great days still to come. */
export const ActivityListPage = (props: ListPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { year, at, activities, mayPlan } = props
  return (
    <YearFrame
      year={year}
      title={t.title}
      under={t.note}
      actions={
        mayPlan && (
          <LinkButton href={activityPaths.plan(...at)} look="main" icon="plus">
            {t.doPlan}
          </LinkButton>
        )
      }
    >
      <Sheet title={activities.length > 0 && t.count(activities.length)} flush>
        <Table
          caption={t.title}
          columns={columns(t, at, locale)}
          rows={activities}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
        />
      </Sheet>
      <Coming {...props} />
    </YearFrame>
  )
}
