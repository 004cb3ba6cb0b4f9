import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay, formatNumber } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import type { CareCase, CareState } from '../care-case.ts'
import { carePaths } from '../paths.ts'
import type { CareCounts } from '../queries.ts'
import { words } from '../words.ts'

interface CareListProps {
  year: BlocYearRow
  at: readonly [bloc: string, year: string]
  cases: readonly CareCase[]
  counts: readonly CareCounts[]
  nameOf: (unit: string) => string
  mayOpen: boolean
}

export const stateKinds: Readonly<Record<CareState, StateKind>> = {
  received: 'open',
  supported: 'soon',
  solved: 'done',
  ended: 'none',
}

/** The cases that the reader may see, and what each unit did, in counts. */
export const CareListPage = ({ year, at, cases, counts, nameOf, mayOpen }: CareListProps) => {
  const locale = useLocale()
  const all = words(locale)
  const t = all.list
  const number = (value: number | string) => formatNumber(String(value) as `${number}`, locale)
  const money = (value: string | null) => (value === null ? t.missing : number(value))
  const add = mayOpen && (
    <LinkButton href={carePaths.open(...at)} look="main">
      {t.add}
    </LinkButton>
  )
  const caseColumns: Column<CareCase>[] = [
    { key: 'name', label: t.name, cell: (row) => <a href={carePaths.one(row.id, ...at)}>{row.title}</a> },
    { key: 'unit', label: t.unit, cell: (row) => nameOf(row.unit_id) },
    { key: 'state', label: t.state, cell: ({ state }) => <State kind={stateKinds[state]}>{all.states[state]}</State> },
    { key: 'on', label: t.receivedOn, cell: (row) => formatDay(row.received_on) },
    { key: 'value', label: t.value, numeric: true, cell: (row) => money(row.care_value) },
  ]
  const countColumns: Column<CareCounts>[] = [
    { key: 'unit', label: t.unit, cell: ({ unit }) => nameOf(unit) },
    { key: 'received', label: t.received, numeric: true, cell: (row) => number(row.received) },
    { key: 'supported', label: t.supported, numeric: true, cell: (row) => number(row.supported) },
    { key: 'solved', label: t.solved, numeric: true, cell: (row) => number(row.solved) },
    { key: 'value', label: t.value, numeric: true, cell: ({ value }) => money(value) },
  ]
  return (
    <YearFrame year={year} title={t.title} under={t.under} actions={add} within>
      <Sheet flush>
        <Table
          caption={t.caption}
          columns={caseColumns}
          rows={cases}
          empty={<Empty title={t.empty}>{t.emptyBody}</Empty>}
        />
      </Sheet>
      <Sheet title={t.totals} flush={counts.length > 0}>
        {counts.length === 0 ? (
          <p class="mute">{t.noTotals}</p>
        ) : (
          <Table caption={t.totals} columns={countColumns} rows={counts} />
        )}
      </Sheet>
    </YearFrame>
  )
}
