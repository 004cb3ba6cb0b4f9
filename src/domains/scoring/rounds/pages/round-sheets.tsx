import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { SheetStanding } from '../../sheets/sheet.ts'
import { StandingMark } from '../../sheets/pages/sheet-page.tsx'
import { words } from '../words.ts'

/** A sheet in the overview of its round. */
export interface ShownSheet {
  id: string
  unitName: string
  title: string
  standing: SheetStanding
  sentOn: string | undefined
  /** Days after the last day: of the sending, or so far. */
  late: number
  /** For who may see it. */
  href: string | undefined
}

/** Who has sent, who is late, by how much. */
export const RoundSheets = ({ sheets, hasSeveral }: { sheets: readonly ShownSheet[]; hasSeveral: boolean }) => {
  const t = words(useLocale())
  const lateWords = ({ sentOn, late }: ShownSheet) => {
    if (late === 0) return sentOn === undefined ? '' : t.onTime
    return <State kind="late">{sentOn === undefined ? t.overdue(late) : t.lateBy(late)}</State>
  }
  const table: Column<ShownSheet>[] = hasSeveral ? [{ key: 'table', label: t.table, cell: ({ title }) => title }] : []
  const columns: Column<ShownSheet>[] = [
    {
      key: 'unit',
      label: t.unit,
      cell: ({ unitName, href }) => (href === undefined ? unitName : <a href={href}>{unitName}</a>),
    },
    ...table,
    { key: 'standing', label: t.standing, cell: ({ standing }) => <StandingMark standing={standing} /> },
    { key: 'sentOn', label: t.sentOn, cell: ({ sentOn }) => (sentOn === undefined ? '' : formatDay(sentOn)) },
    { key: 'late', label: t.due, cell: lateWords },
  ]
  return <Table caption={t.units} columns={columns} rows={sheets} />
}
