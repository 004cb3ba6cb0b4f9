import { z } from 'zod'
import { shownNumber } from './shown-number.ts'
import type { Locale } from '#platform/words.ts'
import type { CriterionScore, UnitScore } from '../engine/score-result.ts'
import type { CellAnswer } from './cell.ts'
import { scoresByCode } from './lacks.ts'
import { saveEntriesInput } from './save-entries.ts'
import { writeFact } from '../figures/typed-value.ts'
import { words, type SheetWords } from './words.ts'

const oneField = /^(?<part>[vnar])\.(?<kind>[mf])\.(?<name>.+)$/su
const kinds = { m: 'mark', f: 'fact' } as const

/** The names of a cell's fields: `v.` what is typed, `n.` its reason or note, `a.` not assigned, `r.` the edition read. */
export function fieldNames(kind: 'mark' | 'fact', name: string) {
  const at = `${kind === 'mark' ? 'm' : 'f'}.${name}`
  return { value: `v.${at}`, note: `n.${at}`, unassigned: `a.${at}`, edition: `r.${at}` }
}

/** The outputs that follow what is typed: per code, and of the whole. */
export const outputNames = {
  proposed: (code: string) => `o.p.${code}`,
  bonus: (code: string) => `o.b.${code}`,
  penalty: (code: string) => `o.t.${code}`,
  total: 'o.total',
  max: 'o.max',
  missing: 'o.missing',
}

type GridTyped = z.input<typeof gridInput>
const gridInput = saveEntriesInput.omit({ sheet: true })

function cellsOf(typed: Readonly<Record<string, string>>): GridTyped['cells'] {
  return Object.keys(typed).flatMap((field) => {
    const { part, kind, name } = oneField.exec(field)?.groups ?? {}
    if (part !== 'r' || name === undefined) return []
    const key = { kind: kinds[kind === 'm' ? 'm' : 'f'], name }
    const names = fieldNames(key.kind, name)
    const note = typed[names.note]
    return [
      {
        ...key,
        text: typed[names.value] ?? '',
        ...(note !== undefined && { note }),
        isAssigned: typed[names.unassigned] !== 'yes',
        edition: Number(typed[names.edition]),
      },
    ]
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
function told(locale: Locale, cell: CellAnswer): string {
  const t = words(locale)
  if (cell.outcome === 'fault') return t.faults[cell.fault]
  if (cell.outcome !== 'conflict') return ''
  const at = moment.format(new Date(cell.at))
  const shown = writeFact(cell.value, locale)
  return shown === '' ? t.conflictNothing(cell.by, at) : t.conflict(shown, cell.by, at)
}

/** What was typed in a cell that came back, and why. */
export interface CellReturn {
  typed: string
  note: string | undefined
  message: string
}

/** Of each cell that was not saved, what was typed and why, by the name of its field. */
export function returnedCells(
  locale: Locale,
  typed: Readonly<Record<string, string>>,
  cells: readonly CellAnswer[],
): Map<string, CellReturn> {
  const unsaved = cells.filter(({ outcome }) => outcome === 'fault' || outcome === 'conflict')
  return new Map(
    unsaved.map((cell) => {
      const names = fieldNames(cell.kind, cell.name)
      return [names.value, { typed: typed[names.value] ?? '', note: typed[names.note], message: told(locale, cell) }]
    }),
  )
}

/** Why there are no points, by standing. */
export const standingWords = {
  scored: 'missing',
  missing: 'missing',
  not_marked: 'notMarked',
  no_tier: 'noTier',
  asks: 'asks',
  not_assigned: 'notAssigned',
  exempt: 'exempt',
} as const satisfies Record<CriterionScore['standing'], keyof SheetWords>

/** What the table gives, or why it cannot; of what stands under a node, only that it is not whole. */
export function proposedWords(locale: Locale, { children, proposed, points, standing }: CriterionScore): string {
  const t = words(locale)
  const value = children.length > 0 ? points : proposed
  if (value !== null) return shownNumber(value, locale)
  return children.length > 0 ? t.incomplete : t[standingWords[standing]]
}

/** Every figure that follows from what is typed, by the name of its output. */
export function outputs(locale: Locale, score: UnitScore, lacking: number): Record<string, string> {
  const t = words(locale)
  const shown = (value: string | null) => (value === null ? '' : shownNumber(value, locale))
  const fields: Record<string, string> = {
    [outputNames.total]: shown(score.total),
    [outputNames.max]: t.totalOf(shown(score.max)),
    [outputNames.missing]: lacking === 0 ? '' : t.stillMissing(lacking),
  }
  for (const [code, one] of scoresByCode(score.criteria)) {
    const { bonus, penalty } = one
    fields[outputNames.proposed(code)] = proposedWords(locale, one)
    fields[outputNames.bonus(code)] = bonus === '0' ? '' : shown(bonus)
    fields[outputNames.penalty(code)] = penalty === '0' ? '' : shown(penalty)
  }
  return fields
}

/** What a script is told: the editions and figures that stand now, and in words what was not saved. */
export function answerScript(locale: Locale, cells: readonly CellAnswer[], figures: Readonly<Record<string, string>>) {
  const editions = Object.fromEntries(
    cells.flatMap((cell) =>
      'edition' in cell && cell.outcome !== 'conflict'
        ? [[fieldNames(cell.kind, cell.name).edition, String(cell.edition)]]
        : [],
    ),
  )
  const isUnsaved = (outcome: CellAnswer['outcome']) => cells.some((cell) => cell.outcome === outcome)
  const status = isUnsaved('conflict') ? 409 : isUnsaved('fault') ? 422 : 200
  const remarks = cells.flatMap((cell) => {
    const message = told(locale, cell)
    return message === '' ? [] : [`${cell.name}: ${message}`]
  })
  return {
    status,
    fields: { ...editions, ...figures },
    ...(remarks.length > 0 && { message: remarks.join(' ') }),
  } as const
}
