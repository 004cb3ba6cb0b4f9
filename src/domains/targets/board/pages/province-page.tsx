import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay, formatNumber } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Meter } from '#ui/meter.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column, type Sort } from '#ui/table.tsx'
import type { Locale } from '#platform/words.ts'
import { boardPaths } from '../paths.ts'
import { onTimeShare, provinceFilters, type BlocInProvince, type ProvinceView } from '../province.ts'
import { words } from '../words.ts'

interface ProvincePageProps {
  rows: readonly BlocInProvince[]
  total: number
  text: string
  view: ProvinceView
  day: string
}

const queryOf = ({ text, view }: Pick<ProvincePageProps, 'text' | 'view'>, sort: Sort) =>
  new URLSearchParams({
    ...(text === '' ? {} : { q: text }),
    ...(view.show && { loc: view.show }),
    sap: sort.key,
    chieu: sort.direction,
  }).toString()

const OnTime = ({ row, locale }: { row: BlocInProvince; locale: Locale }) => {
  const share = onTimeShare(row)
  if (share === null) return <>–</>
  const said = words(locale).province.onTimeOf(formatNumber(row.on_time, locale), formatNumber(row.due, locale))
  const tone = share >= 900 ? 'good' : 'middle'
  return (
    <>
      {said}
      <Meter value={share / 10} label={said} tone={share < 600 ? 'low' : tone} />
    </>
  )
}

const columnsOf = (locale: Locale): Column<BlocInProvince>[] => {
  const t = words(locale).province
  const number = (value: number) => formatNumber(value, locale)
  return [
    {
      key: 'name',
      label: t.bloc,
      sortable: true,
      cell: (row) => <a href={boardPaths.board(row.slug, row.year_slug)}>{row.name}</a>,
    },
    { key: 'members', label: t.members, numeric: true, cell: (row) => number(row.members) },
    { key: 'onTime', label: t.onTime, sortable: true, cell: (row) => <OnTime row={row} locale={locale} /> },
    {
      key: 'missing',
      label: t.missing,
      sortable: true,
      numeric: true,
      cell: (row) => (row.missing > 0 ? <State kind="late">{number(row.missing)}</State> : number(0)),
    },
    { key: 'targets', label: t.targets, numeric: true, cell: (row) => number(row.targets) },
    { key: 'reached', label: t.reached, numeric: true, cell: (row) => number(row.reached) },
    {
      key: 'behind',
      label: t.behind,
      sortable: true,
      numeric: true,
      cell: (row) => (row.behind > 0 ? <State kind="soon">{number(row.behind)}</State> : number(0)),
    },
    { key: 'without', label: t.noFigures, numeric: true, cell: (row) => number(row.without) },
    {
      key: 'last',
      label: t.last,
      sortable: true,
      cell: (row) => (row.last_sent_on === null ? '–' : formatDay(row.last_sent_on)),
    },
  ]
}

/** Every bloc in one list: who reports in time, who is behind, what is missing. */
export const ProvincePage = (props: ProvincePageProps) => {
  const { rows, total, text, view, day } = props
  const locale = useLocale()
  const t = words(locale).province
  const sort = { key: view.sort, direction: view.direction }
  return (
    <>
      <PageHead title={t.heading} under={t.over(formatDay(day))} />
      <ListTools
        action={boardPaths.province}
        search={{ label: t.search, value: text }}
        filters={[
          {
            name: 'loc',
            label: t.show,
            value: view.show,
            options: provinceFilters.map((value) => ({ value, label: t.filters[value] })),
          },
        ]}
        keep={{ sap: view.sort, chieu: view.direction }}
        shown={rows.length}
        total={total}
        count={t.count(formatNumber(rows.length, locale), formatNumber(total, locale))}
        clearHref={text === '' && view.show === undefined ? undefined : boardPaths.province}
        exportHref={`${boardPaths.provinceSheet}?${queryOf(props, sort)}`}
      />
      <Sheet flush>
        <Table
          caption={t.caption}
          columns={columnsOf(locale)}
          rows={rows}
          sort={sort}
          sortHref={(wanted) => `${boardPaths.province}?${queryOf(props, wanted)}`}
          empty={
            <Empty title={t.none} action={<LinkButton href={boardPaths.province}>{t.heading}</LinkButton>}>
              {t.noneBody}
            </Empty>
          }
        />
      </Sheet>
    </>
  )
}
