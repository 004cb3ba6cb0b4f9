import { Empty } from '#ui/empty.tsx'
import { CellInput, CellSelect, CellTick } from '#ui/form/cell-input.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { decimalText, exact } from '#platform/exact.ts'
import type { Locale } from '#platform/words.ts'
import { writeValue, type Value } from '../../value.ts'
import type { GridRow } from '../gather-grid.ts'
import { words, type ReportingWords } from '../words.ts'

/** What a cell was told when it came back: a fault, or what somebody else wrote meanwhile. */
export interface CellReturn {
  typed: string
  note: string | undefined
  message: string
}

export interface GridTableProps {
  rows: readonly GridRow[]
  /** The fields of the form; without it the figures are only read. */
  isForm: boolean
  returned: ReadonlyMap<string, CellReturn>
  /** The address of a target's card. */
  cardOf: (code: string) => string
}

type CellProps = { row: GridRow; t: ReportingWords; locale: Locale; back: CellReturn | undefined }

/** The names of a target's fields; `r.` carries the version that was read. */
const fieldNames = (target: string) => ({
  value: `v.${target}`,
  note: `n.${target}`,
  meant: `m.${target}`,
  version: `r.${target}`,
})

const shownValue = (value: Value, row: Pick<GridRow, 'target'>, t: ReportingWords, locale: Locale) =>
  value === null ? <span class="mute">{t.missing}</span> : writeValue(value, row.target, locale)

const unitOf = ({ target }: GridRow, t: ReportingWords) =>
  target.measure_unit === '' ? t.units[target.measure] : target.measure_unit

const notesId = ({ target }: GridRow) => `d.${target.id}`

const yesNo = { vi: ['Có', 'Không'], en: ['Yes', 'No'] } as const

function choicesOf({ target }: GridRow, locale: Locale): readonly string[] | undefined {
  if (target.measure === 'class') return target.classes
  return target.measure === 'yes_no' ? yesNo[locale] : undefined
}

const ValueField = ({ row, t, locale, back }: CellProps) => {
  const field = {
    name: fieldNames(row.target.id).value,
    label: t.valueOf(row.target.name),
    value: back?.typed ?? writeValue(row.entry?.value ?? null, row.target, locale),
    wrong: back !== undefined,
    notes: saysSomething(row, back) ? notesId(row) : undefined,
  }
  const choices = choicesOf(row, locale)
  if (choices !== undefined) return <CellSelect {...field} none={t.chooseValue} choices={choices} />
  return <CellInput {...field} numeric inputmode={row.target.measure === 'day' ? 'text' : 'decimal'} />
}

const saysSomething = (row: GridRow, back: CellReturn | undefined) =>
  back !== undefined || row.doubts.length > 0 || row.anomalies.length > 0 || row.kind === 'again'

type SaidProps = CellProps & { isForm: boolean }

/** What may be a slip of the hand; answered by a tick, or by another figure. */
const Doubts = ({ row, t, back, isForm }: SaidProps) => {
  const isOpen = row.entry?.is_meant === false
  return (
    <>
      {row.doubts.map((doubt) => (
        <p class={isOpen ? 'field-doubt' : 'mute'}>{t.doubts[doubt]}</p>
      ))}
      {isForm && isOpen && back === undefined && row.doubts.length > 0 && (
        <CellTick name={fieldNames(row.target.id).meant} label={t.isMeantOf(row.target.name)} shown={t.isMeant} />
      )}
    </>
  )
}

/** What is asked or told about a row, under one id that its field points to. */
const Said = (props: SaidProps) => {
  const { row, t, locale, back } = props
  const shown = (value: string) => writeValue(value, row.target, locale)
  return (
    <div class="grid-said" id={notesId(row)}>
      {back !== undefined && <p class="field-error">{back.message}</p>}
      <Doubts {...props} />
      {row.anomalies.map(({ kind, typed, other }) => (
        <p class="field-doubt">{t.anomalies[kind](shown(typed), shown(other))}</p>
      ))}
      {row.fromSubUnits !== null && <p class="mute">{t.fromSubUnits(shown(row.fromSubUnits))}</p>}
      {row.fromShorter !== null && <p class="mute">{t.fromShorter(shown(row.fromShorter))}</p>}
      {row.kind === 'again' && props.isForm && <p class="mute">{t.again}</p>}
    </div>
  )
}

/** Computed shares have no end; two places are what one reads. */
const rounded = (value: Value): Value => (value === null ? null : decimalText(exact(value), 2))

const Computed = ({ row, t, locale }: CellProps) => (
  <>
    {shownValue(rounded(row.soFar), row, t, locale)} <span class="mute">({t.computed})</span>
  </>
)

type Given = GridTableProps & { t: ReportingWords; locale: Locale }

const isEntered = ({ isForm }: Given, row: GridRow) => isForm && row.kind !== 'computed'

const ValueCell = ({ row, given }: { row: GridRow; given: Given }) => {
  const { t, locale } = given
  const cell = { row, t, locale, back: given.returned.get(row.target.id) }
  if (row.kind === 'computed') return <Computed {...cell} />
  if (!isEntered(given, row)) return <>{shownValue(row.entry?.value ?? null, row, t, locale)}</>
  return (
    <>
      <input type="hidden" name={fieldNames(row.target.id).version} value={String(row.entry?.version ?? 0)} />
      <ValueField {...cell} />
    </>
  )
}

const NoteField = ({ row, given }: { row: GridRow; given: Given }) => {
  const note = given.returned.get(row.target.id)?.note ?? row.entry?.note ?? ''
  return <CellInput name={fieldNames(row.target.id).note} label={given.t.noteOf(row.target.name)} value={note} />
}

function columnsOf(given: Given): Column<GridRow>[] {
  const { t, locale, returned, cardOf } = given
  const plain = (value: Value, row: GridRow) => shownValue(value, row, t, locale)
  const name = (row: GridRow) => (
    <>
      <a href={cardOf(row.target.code)}>{row.target.code}</a> {row.target.name}{' '}
      <span class="mute">{unitOf(row, t)}</span>
    </>
  )
  const note = (row: GridRow) =>
    isEntered(given, row) ? <NoteField row={row} given={given} /> : (row.entry?.note ?? '')
  const said = (row: GridRow) => {
    const back = returned.get(row.target.id)
    if (!saysSomething(row, back) && row.fromSubUnits === null) return ''
    return <Said row={row} t={t} locale={locale} back={back} isForm={isEntered(given, row)} />
  }
  return [
    { key: 'target', label: t.target, cell: name },
    { key: 'planned', label: t.planned, cell: (row) => plain(row.assignment.planned, row), numeric: true },
    { key: 'due', label: t.dueNow, cell: (row) => plain(row.due, row), numeric: true },
    { key: 'last', label: t.last, cell: (row) => plain(row.last, row), numeric: true },
    { key: 'value', label: t.value, cell: (row) => <ValueCell row={row} given={given} />, numeric: true },
    { key: 'note', label: t.note, cell: note },
    { key: 'said', label: t.question, cell: said },
  ]
}

/** A row for each target: what was planned, what is due, what was, and what is. Cards on a phone. */
export const GridTable = (props: GridTableProps) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <Table
      caption={t.gridCaption}
      columns={columnsOf({ ...props, t, locale })}
      rows={props.rows}
      rowId={(row) => `ct-${row.target.code}`}
      empty={<Empty title={t.noTargets}>{t.noTargetsBody}</Empty>}
    />
  )
}
