import { formatNumber } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { RankedUnit } from '../result.ts'
import { words } from '../words.ts'

interface ResultTableProps {
  units: readonly RankedUnit[]
  /** How a unit stood in the provisional result, where this is the final one. */
  before?: ReadonlyMap<string, RankedUnit> | undefined
  /** The page of a unit's sheet in the first table. */
  sheetOf: (unit: string) => string | undefined
}

const isChanged = (unit: RankedUnit, before: RankedUnit | undefined): before is RankedUnit =>
  before !== undefined && (before.rank !== unit.rank || before.total !== unit.total)

const Rank = ({ unit }: { unit: RankedUnit }) => {
  const t = words(useLocale())
  if (unit.rank !== null) return <strong>{unit.rank}</strong>
  return <State kind={unit.state === 'disqualified' ? 'late' : 'open'}>{t.states[unit.state]}</State>
}

const UnitCell = ({ unit, before, sheetOf }: { unit: RankedUnit } & Omit<ResultTableProps, 'units'>) => {
  const locale = useLocale()
  const t = words(locale)
  const href = sheetOf(unit.unit)
  const was = before?.get(unit.unit)
  const reasons = [...unit.disqualified, ...(unit.needs.length === 0 ? [] : [t.missing(unit.needs.join(', '))])]
  return (
    <>
      {href === undefined ? unit.name : <a href={href}>{unit.name}</a>}
      {reasons.length > 0 && <p class="mute">{reasons.join('; ')}</p>}
      {isChanged(unit, was) && was.rank !== null && (
        <p class="mute">{t.before(was.rank, formatNumber(was.total as `${number}`, locale))}</p>
      )}
    </>
  )
}

/** Units by rank; those without one stand last, with why. */
export const ResultTable = ({ units, before, sheetOf }: ResultTableProps) => {
  const locale = useLocale()
  const t = words(locale)
  const figure = (text: string) => formatNumber(text as `${number}`, locale)
  const hasClasses = units.some((unit) => unit.class !== null)
  const columns: Column<RankedUnit>[] = [
    { key: 'rank', label: t.rank, cell: (unit) => <Rank unit={unit} /> },
    { key: 'unit', label: t.unit, cell: (unit) => <UnitCell unit={unit} before={before} sheetOf={sheetOf} /> },
    { key: 'total', label: t.total, numeric: true, cell: ({ total }) => <strong>{figure(total)}</strong> },
    { key: 'bonus', label: t.bonus, numeric: true, cell: ({ bonus }) => figure(bonus) },
    { key: 'penalty', label: t.penalty, numeric: true, cell: ({ penalty }) => figure(penalty) },
    { key: 'max', label: t.max, numeric: true, cell: ({ max }) => figure(max) },
    {
      key: 'percent',
      label: t.percent,
      numeric: true,
      cell: ({ percent }) => (percent === null ? '–' : figure(percent)),
    },
    ...(hasClasses ? [{ key: 'class', label: t.class, cell: (unit: RankedUnit) => unit.class ?? '–' }] : []),
  ]
  return <Table caption={t.caption} rows={units} columns={columns} />
}
