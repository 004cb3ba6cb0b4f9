import type { Locale } from '#platform/words.ts'
import { CellInput, CellSelect, CellTick } from '#ui/form/cell-input.tsx'
import type { FactRow, GridRow, LeafRow } from '../grid-row.ts'
import { fieldNames, standingWords, type CellReturn } from '../read-cells.ts'
import { shownNumber } from '../shown-number.ts'
import { loggedIn, writeFact } from '../../figures/typed-value.ts'
import type { SheetWords } from '../words.ts'

/** What the cells of a sheet are made from. */
export interface Given {
  rows: readonly GridRow[]
  /** The fields of the form; without it what stands is only read. */
  isForm: boolean
  /** By the name of the field. */
  returned: ReadonlyMap<string, CellReturn>
  sheet: string
  bloc: string
  year: string
  /** Where a criterion says why it has its points. */
  whyOf: (code: string) => string
  t: SheetWords
  locale: Locale
}

export const shown = (value: string | null | undefined, { locale }: Given) =>
  value === null || value === undefined ? '' : shownNumber(value, locale)

const notesId = (name: string) => `d.${name}`

const Message = ({ name, given }: { name: string; given: Given }) => {
  const back = given.returned.get(name)
  return back === undefined ? null : (
    <p class="field-error" id={notesId(name)}>
      {back.message}
    </p>
  )
}

/** What a field says again when it came back, and that it is wrong. */
function fieldOf(name: string, given: Given, value: string) {
  const back = given.returned.get(name)
  const notes = back === undefined ? undefined : notesId(name)
  return { name, value: back?.typed ?? value, wrong: back !== undefined, notes }
}

const yesNo = { vi: ['Có', 'Không'], en: ['Yes', 'No'] } as const

function choicesOf({ kind }: FactRow, locale: Locale): readonly string[] | undefined {
  if (kind.type === 'yes_no') return yesNo[locale]
  return kind.type === 'class' ? (kind.classes ?? []) : undefined
}

const FactRead = ({ row, given }: { row: FactRow; given: Given }) => {
  const { t, locale } = given
  if (row.known?.assigned === false) return <span class="mute">{t.notAssigned}</span>
  const reports = loggedIn(row.known?.value)
  const written = reports === undefined ? writeFact(row.known?.value, locale) : t.reportsSaid(...reports)
  return written === '' ? <span class="mute">{t.missing}</span> : <div class="score-said">{written}</div>
}

const FactField = ({ row, given }: { row: FactRow; given: Given }) => {
  const { t, locale } = given
  const names = fieldNames('fact', row.key)
  const label = t.factOf(row.label)
  const field = { ...fieldOf(names.value, given, writeFact(row.typed?.value, locale)), label }
  const choices = choicesOf(row, locale)
  const isNumber = row.kind.type === 'number'
  return (
    <>
      <input type="hidden" name={names.edition} value={String(row.typed?.edition ?? 0)} />
      {choices === undefined ? (
        <CellInput {...field} numeric={isNumber} inputmode={isNumber ? 'decimal' : 'text'} />
      ) : (
        <CellSelect {...field} none={t.choose} choices={choices} />
      )}
      <Message name={names.value} given={given} />
    </>
  )
}

const LeafRead = ({ row: { score }, given }: { row: LeafRow; given: Given }) => {
  if (score !== undefined && score.points !== null) return <b>{shown(score.points, given)}</b>
  return <span class="mute">{given.t[standingWords[score?.standing ?? 'missing']]}</span>
}

const LeafField = ({ row, given }: { row: LeafRow; given: Given }) => {
  const names = fieldNames('mark', row.code)
  const field = fieldOf(names.value, given, shown(row.mark?.points, given))
  return (
    <>
      <input type="hidden" name={names.edition} value={String(row.mark?.edition ?? 0)} />
      <CellInput {...field} label={given.t.pointsOf(`${row.code} ${row.title}`)} numeric inputmode="decimal" />
      <Message name={names.value} given={given} />
    </>
  )
}

export const isEntered = (row: FactRow, { isForm }: Given) => isForm && row.isTyped

/** What is typed in a row, or what stands. */
export const OwnCell = ({ row, given }: { row: GridRow; given: Given }) => {
  if (row.is === 'node') return null
  if (row.is === 'leaf') {
    return given.isForm ? <LeafField row={row} given={given} /> : <LeafRead row={row} given={given} />
  }
  return isEntered(row, given) ? <FactField row={row} given={given} /> : <FactRead row={row} given={given} />
}

const LeafNote = ({ row, given }: { row: LeafRow; given: Given }) => {
  if (!given.isForm) return <>{row.standing?.reason ?? ''}</>
  const names = fieldNames('mark', row.code)
  const note = given.returned.get(names.value)?.note ?? row.mark?.reason ?? ''
  return <CellInput name={names.note} label={given.t.reasonOf(`${row.code} ${row.title}`)} value={note} />
}

const FactNote = ({ row, given }: { row: FactRow; given: Given }) => {
  const { t } = given
  const stood = row.typed?.note ?? ''
  if (!isEntered(row, given)) return <>{stood}</>
  const names = fieldNames('fact', row.key)
  const note = given.returned.get(names.value)?.note ?? stood
  const isUnassigned = row.typed?.is_assigned === false
  return (
    <>
      <CellInput name={names.note} label={t.noteOf(row.label)} value={note} />
      <CellTick
        name={names.unassigned}
        label={t.isUnassignedOf(row.label)}
        shown={t.isUnassigned}
        checked={isUnassigned}
      />
    </>
  )
}

/** The reason of a figure, or what is to be known of a fact. */
export const NoteCell = ({ row, given }: { row: GridRow; given: Given }) => {
  if (row.is === 'node') return null
  return row.is === 'leaf' ? <LeafNote row={row} given={given} /> : <FactNote row={row} given={given} />
}
