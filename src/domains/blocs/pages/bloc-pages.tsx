import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatDay, formatNumber } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { yearLabel } from '../bloc-year.ts'
import type { Bloc } from '../bloc.ts'
import { blocPaths } from '../paths.ts'
import type { BlocInList, BlocYearRow } from '../queries.ts'
import { words, type BlocWords } from '../words.ts'

interface ListPageProps {
  locale: Locale
  blocs: readonly BlocInList[]
  total: number
  text: string
  page: number
  last: number
  mayFound: boolean
}

const columns = (t: BlocWords, locale: Locale): Column<BlocInList>[] => [
  { key: 'code', label: t.code, cell: (bloc) => bloc.code },
  { key: 'name', label: t.name, heading: true, cell: (bloc) => <a href={blocPaths.bloc(bloc.slug)}>{bloc.name}</a> },
  {
    key: 'year',
    label: t.latestYear,
    cell: (bloc) =>
      bloc.year_slug && <a href={blocPaths.year(bloc.slug, bloc.year_slug)}>{yearLabel(bloc.year_slug)}</a>,
  },
  { key: 'members', label: t.memberCount, numeric: true, cell: (bloc) => formatNumber(bloc.members, locale) },
]

export const ListPage = (props: ListPageProps) => {
  const t = words(props.locale)
  const query = props.text === '' ? '' : `q=${encodeURIComponent(props.text)}&`
  return (
    <div class="stack">
      <PageHead
        title={t.blocs}
        under={t.listNote}
        actions={
          props.mayFound && (
            <LinkButton look="main" icon="plus" href={blocPaths.found}>
              {t.foundBloc}
            </LinkButton>
          )
        }
      />
      <ListTools
        action={blocPaths.list}
        search={{ label: t.search, value: props.text }}
        shown={props.blocs.length}
        total={props.total}
        count={t.found(props.blocs.length, props.total)}
        clearHref={props.text === '' ? undefined : blocPaths.list}
      />
      <Sheet flush>
        <Table
          caption={t.blocs}
          columns={columns(t, props.locale)}
          rows={props.blocs}
          empty={
            <Empty title={props.text === '' ? t.noBlocs : t.nothingFound} icon="people">
              {props.text === '' ? t.noBlocsBody : t.nothingFoundBody}
            </Empty>
          }
        />
      </Sheet>
      <Pagination page={props.page} last={props.last} href={(page) => `${blocPaths.list}?${query}trang=${page}`} />
    </div>
  )
}

interface BlocPageProps {
  locale: Locale
  bloc: Bloc
  levelName: string
  years: readonly BlocYearRow[]
  history: readonly HistoryEntry[]
  mayStart: boolean
}

const yearColumns = (t: BlocWords, bloc: Bloc): Column<BlocYearRow>[] => [
  {
    key: 'year',
    label: t.yearLabel,
    cell: (year) => <a href={blocPaths.year(bloc.slug, year.slug)}>{t.year(year.label)}</a>,
  },
  { key: 'kind', label: t.yearKind, cell: (year) => t.yearKinds[year.kind] },
  { key: 'days', label: t.yearDays, cell: (year) => `${formatDay(year.starts_on)} – ${formatDay(year.ends_on)}` },
]

export const BlocPage = ({ locale, bloc, levelName, years, history, mayStart }: BlocPageProps) => {
  const t = words(locale)
  const start = mayStart && (
    <LinkButton look="main" icon="plus" href={blocPaths.start(bloc.slug)}>
      {t.startYear}
    </LinkButton>
  )
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.blocs, href: blocPaths.list }]} />
      <PageHead title={bloc.name} actions={start} />
      <Facts
        facts={[
          { label: t.code, value: bloc.code },
          { label: t.kind, value: t.kinds[bloc.kind] },
          { label: t.level, value: levelName },
          ...(bloc.founding_on === null
            ? []
            : [
                {
                  label: t.founding,
                  value: t.decision(bloc.founding_number, formatDay(bloc.founding_on), bloc.founding_issuer),
                },
              ]),
        ]}
      />
      <Sheet title={t.years} flush>
        <Table
          caption={t.years}
          columns={yearColumns(t, bloc)}
          rows={years}
          empty={
            <Empty title={t.noYears} icon="clock">
              {t.noYearsBody}
            </Empty>
          }
        />
      </Sheet>
      <Sheet title={t.history}>
        <History entries={history} />
      </Sheet>
    </div>
  )
}
