import type { Locale } from '#platform/words.ts'
import { formatMoment } from '#ui/format.ts'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { writeValue } from '../../value.ts'
import type { CellShown } from '../queries.ts'
import { tellFault } from '../tell-fault.ts'
import { choices, type Figure, type Judged } from '../workbook.ts'
import { words } from '../words.ts'

interface CellsTableProps {
  locale: Locale
  cells: readonly CellShown[]
  chosen: ReadonlyMap<string, string>
  isOpen: boolean
}

const kinds: Record<Judged['outcome'], StateKind> = {
  change: 'done',
  conflict: 'soon',
  same: 'none',
  fault: 'late',
  broken: 'late',
}

const valueShown = ({ target }: CellShown, { value }: Pick<Figure, 'value'>, locale: Locale) =>
  value === null ? words(locale).file.empty : writeValue(value, target, locale)

const Told = ({ cell, figure, locale }: { cell: CellShown; figure: Figure; locale: Locale }) => (
  <>
    {valueShown(cell, figure, locale)}
    {figure.note !== '' && <p class="mute">{words(locale).file.noteIs(figure.note)}</p>}
  </>
)

const Now = ({ cell, locale }: { cell: CellShown; locale: Locale }) => {
  const { now } = cell
  return (
    <>
      <Told cell={cell} figure={now} locale={locale} />
      {now.by !== null && now.at !== null && <p class="mute">{words(locale).file.by(now.by, formatMoment(now.at))}</p>}
    </>
  )
}

const Said = ({ cell, locale }: { cell: CellShown; locale: Locale }) => {
  const { row, judged } = cell
  const t = words(locale).file
  const figure = judged.outcome === 'change' || judged.outcome === 'conflict' ? judged.figure.value : undefined
  const text = 'text' in row.said ? row.said.text : ''
  return (
    <>
      {figure === undefined ? text || t.empty : valueShown(cell, { value: figure }, locale)}
      {row.note !== '' && <p class="mute">{t.noteIs(row.note)}</p>}
    </>
  )
}

const Choosing = ({ cell, picked, locale }: { cell: CellShown; picked: string | undefined; locale: Locale }) => {
  const t = words(locale).file
  const { target, judged, now } = cell
  const file = judged.outcome === 'conflict' ? judged.figure : now
  const labels = {
    file: t.takeFile(valueShown(cell, file, locale)),
    standing: t.takeStanding(valueShown(cell, now, locale)),
  }
  return (
    <fieldset class="field">
      <legend class="hidden-text">{t.choose(target.code)}</legend>
      {choices.map((choice) => (
        <label class="choice">
          <input type="radio" name={`c-${target.id}`} value={choice} checked={picked === choice} />
          <span>{labels[choice]}</span>
        </label>
      ))}
    </fieldset>
  )
}

const Outcome = ({ cell, chosen, locale }: { cell: CellShown } & Pick<CellsTableProps, 'chosen' | 'locale'>) => {
  const t = words(locale).file
  const { judged } = cell
  return (
    <>
      <State kind={kinds[judged.outcome]}>{t.outcomes[judged.outcome]}</State>
      {judged.outcome === 'same' && <p class="mute">{t.sameWhy}</p>}
      {judged.outcome === 'conflict' && <p class="mute">{t.conflictWhy}</p>}
      {judged.outcome === 'conflict' && <Choosing cell={cell} picked={chosen.get(cell.target.id)} locale={locale} />}
      {(judged.outcome === 'fault' || judged.outcome === 'broken') && (
        <p class="field-error">{tellFault(cell, locale)}</p>
      )}
    </>
  )
}

const Done = ({ cell, locale }: { cell: CellShown; locale: Locale }) => {
  const t = words(locale).file
  if (cell.written === null) return <State kind="none">{t.notEntered}</State>
  return (
    <State kind={cell.written.isGivenBack ? 'none' : 'done'}>
      {cell.written.isGivenBack ? t.givenBack : t.entered}
    </State>
  )
}

const columnsOf = ({ locale, chosen, isOpen }: CellsTableProps): Column<CellShown>[] => {
  const t = words(locale).file
  return [
    { key: 'target', label: t.target, cell: ({ target }) => `${target.code}. ${target.name}` },
    { key: 'place', label: t.place, cell: ({ address }) => address },
    { key: 'sent', label: t.sent, cell: (cell) => <Told cell={cell} figure={cell.sent} locale={locale} /> },
    { key: 'said', label: t.said, cell: (cell) => <Said cell={cell} locale={locale} /> },
    { key: 'now', label: t.now, cell: (cell) => <Now cell={cell} locale={locale} /> },
    {
      key: 'outcome',
      label: t.outcome,
      bare: true,
      cell: (cell) => (isOpen ? <Outcome {...{ cell, chosen, locale }} /> : <Done {...{ cell, locale }} />),
    },
  ]
}

/** What went out, what the file says and what stands now, side by side. */
export const CellsTable = (props: CellsTableProps) => (
  <Table
    caption={words(props.locale).file.changes}
    columns={columnsOf(props)}
    rows={props.cells}
    rowId={({ target }) => `o-${target.code}`}
    wide
  />
)
