import { ChartFrame } from '#ui/chart/chart-frame.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatNumber } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { digestPaths } from '../../digest/paths.ts'
import type { HotSpot } from '../hot-spots.ts'
import type { MonthRow, Threshold } from '../queries.ts'
import { words } from '../words.ts'
import { BarDrawing, type Bar } from './bar-chart.tsx'
import { barsOf, barsOfMonths, describeBars, shortMonth } from './month-bars.ts'

interface ChartsPageProps {
  at: readonly [bloc: string, year: string]
  blocName: string
  months: readonly MonthRow[]
  chosen: MonthRow | undefined
  hotSpots: readonly HotSpot[]
  threshold: Threshold
}

const BarChart = ({ id, title, bars }: { id: string; title: string; bars: readonly Bar[] }) => {
  const locale = useLocale()
  const t = words(locale).charts
  const columns: Column<Bar>[] = [
    { key: 'name', label: t.name, cell: ({ label }) => label },
    { key: 'count', label: t.count, numeric: true, cell: ({ text }) => text },
  ]
  if (bars.length === 0) return <p class="mute">{t.nothing}</p>
  return (
    <ChartFrame
      id={id}
      title={title}
      description={describeBars(bars, locale)}
      isTitleHidden
      table={<Table caption={title} columns={columns} rows={bars} />}
    >
      <BarDrawing id={id} title={title} description={describeBars(bars, locale)} bars={bars} />
    </ChartFrame>
  )
}

const HotSpots = ({ hotSpots, threshold }: Pick<ChartsPageProps, 'hotSpots' | 'threshold'>) => {
  const locale = useLocale()
  const t = words(locale).hot
  const number = (value: string) => formatNumber(value as `${number}`, locale)
  const columns: Column<HotSpot>[] = [
    { key: 'name', label: t.name, cell: ({ name }) => name },
    { key: 'kind', label: t.kind, cell: ({ what }) => t.what[what] },
    { key: 'count', label: t.count, numeric: true, cell: ({ heat }) => number(String(heat.count)) },
    {
      key: 'mean',
      label: t.mean,
      numeric: true,
      cell: ({ heat }) => (heat.kind === 'grown' ? number(heat.mean) : t.none2),
    },
    {
      key: 'times',
      label: t.times,
      numeric: true,
      cell: ({ heat }) => (heat.kind === 'grown' ? number(heat.times) : t.none2),
    },
    { key: 'why', label: t.why, cell: ({ heat }) => t[heat.kind](String(heat.months)) },
  ]
  const { hot_least, hot_factor, hot_months } = threshold
  return (
    <Sheet title={t.title}>
      {hotSpots.length === 0 ? <p>{t.none}</p> : <Table caption={t.title} columns={columns} rows={hotSpots} />}
      <p class="small mute">{t.rule(number(String(hot_least)), number(hot_factor), number(String(hot_months)))}</p>
    </Sheet>
  )
}

/** A year's opinions as bars and tables: by month, and of one month by topic, place and group; and its hot spots. */
export const ChartsPage = ({ at, blocName, months, chosen, hotSpots, threshold }: ChartsPageProps) => {
  const locale = useLocale()
  const t = words(locale).charts
  const toReports = <LinkButton href={digestPaths.list(...at)}>{t.toReports}</LinkButton>
  if (chosen === undefined) {
    return (
      <>
        <PageHead over={blocName} title={t.title} />
        <Empty title={t.empty} action={toReports}>
          {t.emptyBody}
        </Empty>
      </>
    )
  }
  const name = shortMonth(chosen.month)
  return (
    <>
      <PageHead over={blocName} title={t.title} under={t.under} actions={toReports} />
      <div class="stack">
        <Sheet title={t.months}>
          <BarChart id="thang" title={t.months} bars={barsOfMonths(months, locale)} />
        </Sheet>
        <Tabs
          label={t.choose}
          tabs={months.map(({ month }) => ({
            label: shortMonth(month),
            href: `${digestPaths.charts(...at)}?thang=${month.slice(0, 7)}`,
            current: month === chosen.month,
          }))}
        />
        <HotSpots hotSpots={hotSpots} threshold={threshold} />
        <Sheet title={t.topics(name)}>
          <BarChart id="chu-de" title={t.topics(name)} bars={barsOf(chosen.figures, 'topics', locale)} />
        </Sheet>
        <Sheet title={t.places(name)}>
          <BarChart id="dia-ban" title={t.places(name)} bars={barsOf(chosen.figures, 'places', locale)} />
        </Sheet>
        <Sheet title={t.groups(name)}>
          <BarChart id="doi-tuong" title={t.groups(name)} bars={barsOf(chosen.figures, 'groups', locale)} />
        </Sheet>
      </div>
    </>
  )
}
