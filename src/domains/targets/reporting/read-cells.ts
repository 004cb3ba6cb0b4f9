import type { Locale } from '#platform/words.ts'
import { z } from 'zod'
import type { Target } from '../target.ts'
import { writeValue } from '../value.ts'
import type { CellAnswer } from './cell.ts'
import { saveEntriesInput } from './save-entries.ts'
import { words } from './words.ts'

const oneField = /^(?<kind>[vnmr])\.(?<target>[0-9a-f-]{36})$/

const gridInput = saveEntriesInput.omit({ period: true, unit: true })
type GridTyped = z.input<typeof gridInput>

/** The fields of the grid as cells: `v.` value, `n.` note, `m.` meant, `r.` the version that was read. */
function cellsOf(typed: Readonly<Record<string, string>>): GridTyped['cells'] {
  const targets = Object.keys(typed).flatMap((name) => {
    const { kind, target } = oneField.exec(name)?.groups ?? {}
    return kind === 'r' && target !== undefined ? [target] : []
  })
  return targets.map((target) => {
    const note = typed[`n.${target}`]
    return {
      target,
      text: typed[`v.${target}`] ?? '',
      ...(note !== undefined && { note }),
      isMeant: typed[`m.${target}`] === 'yes',
      version: Number(typed[`r.${target}`]),
    }
  })
}

/** A posted grid; `request` is the sender's own number of this saving. */
export const readCells = z
  .record(z.string(), z.string())
  .transform((typed): GridTyped => ({ cells: cellsOf(typed), request: typed['request'] || undefined }))
  .pipe(gridInput)

const moment = new Intl.DateTimeFormat('vi', {
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  timeZone: 'Asia/Ho_Chi_Minh',
})

/** What a cell that was not simply saved is told; nothing of one that was. */
type Targets = ReadonlyMap<string, Target>

function told(locale: Locale, cell: CellAnswer, target: Target | undefined): string {
  const t = words(locale)
  if (cell.outcome === 'fault') return t.faults[cell.fault]
  if (cell.outcome === 'doubt') return cell.doubts.map((doubt) => t.doubts[doubt]).join(' ')
  if (cell.outcome !== 'conflict') return ''
  const at = moment.format(new Date(cell.at))
  if (cell.value === null || target === undefined) return t.conflictNothing(cell.by, at)
  return t.conflict(writeValue(cell.value, target, locale), cell.by, at)
}

/** Of each cell that was not saved, what was typed and why. */
export function returnedCells(
  locale: Locale,
  typed: Readonly<Record<string, string>>,
  cells: readonly CellAnswer[],
  targets: Targets,
): Map<string, { typed: string; note: string | undefined; message: string }> {
  const unsaved = cells.filter(({ outcome }) => outcome === 'fault' || outcome === 'conflict')
  return new Map(
    unsaved.map((cell) => {
      const { target } = cell
      const message = told(locale, cell, targets.get(target))
      return [target, { typed: typed[`v.${target}`] ?? '', note: typed[`n.${target}`], message }]
    }),
  )
}

/** What a script is told: the versions that stand now, and in words what was not saved or should be looked at again. */
export function answerScript(locale: Locale, targets: Targets, cells: readonly CellAnswer[]) {
  const fields = Object.fromEntries(
    cells.flatMap((cell) =>
      'version' in cell && cell.outcome !== 'conflict' ? [[`r.${cell.target}`, String(cell.version)]] : [],
    ),
  )
  const isUnsaved = (outcome: CellAnswer['outcome']) => cells.some((cell) => cell.outcome === outcome)
  const status = isUnsaved('conflict') ? 409 : isUnsaved('fault') ? 422 : 200
  const remarks = cells.flatMap((cell) => {
    const target = targets.get(cell.target)
    const message = told(locale, cell, target)
    return message === '' ? [] : [`${target?.code ?? ''}: ${message}`]
  })
  return { status, fields, cells, ...(remarks.length > 0 && { message: remarks.join(' ') }) } as const
}
