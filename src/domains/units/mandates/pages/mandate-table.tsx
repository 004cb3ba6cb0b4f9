import type { Locale } from '#platform/words.ts'
import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { mandateRights, type MandateState } from '../mandate.ts'
import { mandatePaths } from '../paths.ts'
import type { MandateRow } from '../queries.ts'
import { words, type MandateWords } from '../words.ts'

const shapes: Record<MandateState, StateKind> = {
  asked: 'soon',
  confirmed: 'done',
  refused: 'late',
  withdrawn: 'none',
  ended: 'none',
}

export const MandateStateMark = ({ state, t }: { state: MandateState; t: MandateWords }) => (
  <State kind={shapes[state]}>{t.states[state]}</State>
)

export const rightsOf = (mandate: MandateRow, t: MandateWords) =>
  mandateRights
    .filter((right) => mandate[right])
    .map((right) => t.right[right])
    .join(', ')

const columns = (t: MandateWords, unitNames?: ReadonlyMap<string, string>): Column<MandateRow>[] => [
  {
    key: 'person',
    label: t.person,
    cell: (row) => <a href={mandatePaths.mandate(row.id)}>{row.person}</a>,
  },
  ...(unitNames ? [{ key: 'unit', label: t.unit, cell: (row: MandateRow) => unitNames.get(row.unit_id) ?? '' }] : []),
  { key: 'post', label: t.post, cell: (row) => row.post },
  { key: 'rights', label: t.rights, cell: (row) => rightsOf(row, t) },
  { key: 'term', label: t.term, cell: (row) => `${formatDay(row.from_on)} – ${formatDay(row.to_on)}` },
  { key: 'state', label: t.state, cell: (row) => <MandateStateMark state={row.state} t={t} /> },
]

interface MandateTableProps {
  locale: Locale
  mandates: readonly MandateRow[]
  /** Short names by unit, where mandates of several units stand together. */
  unitNames?: ReadonlyMap<string, string>
}

export const MandateTable = ({ locale, mandates, unitNames }: MandateTableProps) => {
  const t = words(locale)
  return (
    <Table
      caption={t.mandates}
      columns={columns(t, unitNames)}
      rows={mandates}
      empty={
        <Empty title={unitNames ? t.none : t.noneOfUnit} icon="document">
          {unitNames ? t.noneBody : t.noneOfUnitBody}
        </Empty>
      }
    />
  )
}
