import type { GridRaw } from './grid.ts'
import { faultOfRaw, ofSerial } from './read-row.ts'
import { withoutApostrophe, type CellFault } from './sheet.ts'

type TextOfCell = { text: string } | { key: string; values: CellFault['values'] }

/** As a Vietnamese would type it: "1234,5". A double has no more than fifteen digits that mean anything. */
function typedNumber(value: number): string {
  const shown = Number(value.toPrecision(15)).toString()
  return (shown.includes('e') ? value.toFixed(Math.abs(value) < 1 ? 12 : 0).replace(/\.?0+$/, '') : shown).replace(
    '.',
    ',',
  )
}

const shownDay = (day: string) => day.split('-').reverse().join('/')

function dayOfSerial(serial: number): TextOfCell {
  const read = ofSerial(serial)
  return 'value' in read ? { text: shownDay(String(read.value)) } : { text: typedNumber(serial) }
}

function objectText(raw: Extract<GridRaw, object>): TextOfCell {
  if ('percent' in raw) return { text: `${typedNumber(raw.percent)} %` }
  if ('day' in raw) return { text: shownDay(raw.day) }
  const fault = faultOfRaw(raw)
  return { key: fault?.key ?? 'sheet.cellError', values: fault?.values ?? {} }
}

/** What a cell says, as its sender would have typed it into a field; of a formula the last result. */
export function gridText(raw: GridRaw, kind: 'day' | 'other' = 'other'): TextOfCell {
  if (raw === null) return { text: '' }
  if (typeof raw === 'object') return objectText(raw)
  if (typeof raw === 'string') return { text: withoutApostrophe(raw.trim()) }
  if (typeof raw === 'boolean') return { text: raw ? 'có' : 'không' }
  return kind === 'day' ? dayOfSerial(raw) : { text: typedNumber(raw) }
}
