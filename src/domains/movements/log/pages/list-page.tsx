import type { BlocYearRow, MemberRow } from '#domains/blocs/queries.ts'
import type { Locale } from '#platform/words.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay, formatNumber } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { entryPaths } from '../paths.ts'
import type { LogEntryRow, LogKindRow, LogValueRow } from '../queries.ts'
import { words, type LogWords } from '../words.ts'

export const EntryStateWord = ({ entry }: { entry: Pick<LogEntryRow, 'is_withdrawal' | 'replaced_by'> }) => {
  const t = words(useLocale())
  if (entry.is_withdrawal) return <State kind="none">{t.withdrawn}</State>
  return entry.replaced_by === null ? <State kind="done">{t.standing}</State> : <State kind="none">{t.replaced}</State>
}

/** "Số buổi: 3 buổi; Lượt người dự: 1.250 lượt người". */
export const valuesIn = (t: LogWords, locale: Locale, values: readonly LogValueRow[]) =>
  values.map(({ name, value, measure }) => t.valueOf(name, formatNumber(value, locale), measure)).join('; ')

const columns = (t: LogWords, at: readonly [string, string], locale: Locale): Column<LogEntryRow>[] => [
  { key: 'day', label: t.onDay, cell: (row) => formatDay(row.on_day) },
  {
    key: 'text',
    label: t.text,
    heading: true,
    cell: (row) => <a href={entryPaths.one(...at, row.id)}>{row.text}</a>,
  },
  { key: 'unit', label: t.unit, cell: (row) => row.unit },
  { key: 'kind', label: t.kind, cell: (row) => row.kind_name },
  { key: 'values', label: t.values, cell: (row) => valuesIn(t, locale, row.values) },
  { key: 'state', label: t.state, cell: (row) => <EntryStateWord entry={row} /> },
]

export interface LogPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  kinds: readonly LogKindRow[]
  entries: readonly LogEntryRow[]
  members: readonly MemberRow[]
  filter: { kind: string; unit: string; withOld: boolean }
  page: { number: number; last: number }
  may: { write: boolean; keep: boolean }
}

const queryOf = ({ kind, unit, withOld }: LogPageProps['filter']) =>
  new URLSearchParams({ loai: kind, 'don-vi': unit, ...(withOld ? { 'ca-cu': '1' } : {}) })

const Entries = (props: LogPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { at, kinds, entries, members, filter, page } = props
  const total = entries[0]?.total ?? 0
  const isFiltered = filter.kind !== '' || filter.unit !== '' || filter.withOld
  const query = queryOf(filter)
  return (
    <Sheet flush>
      <ListTools
        action={entryPaths.list(...at)}
        filters={[
          {
            name: 'loai',
            label: t.kind,
            value: filter.kind,
            options: kinds.map(({ code, name }) => ({ value: code, label: name })),
          },
          {
            name: 'don-vi',
            label: t.unit,
            value: filter.unit,
            options: members.map((member) => ({ value: member.unit, label: member.short_name })),
          },
          {
            name: 'ca-cu',
            label: t.state,
            value: filter.withOld ? '1' : '',
            options: [{ value: '1', label: t.withOld }],
          },
        ]}
        shown={entries.length}
        total={total}
        count={t.count(formatNumber(entries.length, locale), formatNumber(total, locale))}
        clearHref={isFiltered ? entryPaths.list(...at) : undefined}
      />
      <Table
        caption={t.title}
        columns={columns(t, at, locale)}
        rows={entries}
        empty={
          isFiltered ? <Empty title={t.noneFound}>{t.noneFoundBody}</Empty> : <Empty title={t.none}>{t.noneBody}</Empty>
        }
      />
      <Pagination
        page={page.number}
        last={page.last}
        href={(number) => {
          query.set('trang', String(number))
          return `${entryPaths.list(...at)}?${query}`
        }}
      />
    </Sheet>
  )
}

/** The log of a year: what units did, newest first. */
export const LogPage = (props: LogPageProps) => {
  const t = words(useLocale())
  const { year, at, kinds, may } = props
  const open = kinds.filter(({ ended_on }) => ended_on === null)
  return (
    <YearFrame
      year={year}
      title={t.title}
      under={t.note}
      actions={may.keep && <LinkButton href={entryPaths.kinds(...at)}>{t.kinds}</LinkButton>}
    >
      {kinds.length === 0 ? (
        <Sheet>
          <Empty
            title={t.noKinds}
            action={
              may.keep && (
                <LinkButton href={entryPaths.kinds(...at)} look="main">
                  {t.start}
                </LinkButton>
              )
            }
          >
            {t.noKindsBody}
          </Empty>
        </Sheet>
      ) : (
        <>
          {may.write && (
            <Sheet title={t.writeKind}>
              <div class="row">
                {open.map(({ code, name }) => (
                  <LinkButton href={entryPaths.write(...at, code)} icon="plus">
                    {name}
                  </LinkButton>
                ))}
              </div>
            </Sheet>
          )}
          <Entries {...props} />
        </>
      )}
    </YearFrame>
  )
}
