import type { HeatCell, HeatMapProps } from '#ui/chart/heat-map.tsx'
import { formatNumber } from '#ui/format.ts'
import type { Locale } from '#platform/words.ts'
import { decimalText, exact } from '#platform/exact.ts'
import { writeValue } from '../../value.ts'
import type { Board, BoardTarget } from '../gather-board.ts'
import { unassigned, type Progress } from '../progress.ts'
import { words } from '../words.ts'

/** '85,5 %', to one place after the comma. */
export const percentText = (percent: string, locale: Locale) =>
  `${formatNumber(decimalText(exact(percent), 1) as `${number}`, locale)}\u00a0%`

function cellText({ level, percent }: Progress, locale: Locale): string {
  const t = words(locale).heat
  if (level === 'unassigned') return t.unassigned
  if (level === 'none') return t.missing
  return percent === null ? t.reached : percentText(percent, locale)
}

type CellAsked = { row: BoardTarget; unit: string; name: string; locale: Locale; href: string }

function cellOf({ row, unit, name, locale, href }: CellAsked): HeatCell {
  const t = words(locale).heat
  const progress = row.units.get(unit) ?? unassigned
  const cell = { level: progress.level, text: cellText(progress, locale), isLate: progress.isBehind }
  if (progress.level === 'unassigned') return cell
  const value = progress.value === null ? t.missing : writeValue(progress.value, row.target, locale)
  const due = progress.due === null ? t.nothingDue : writeValue(progress.due, row.target, locale)
  return { ...cell, href, words: t.cell(name, row.target.name, value, due), told: t.told(value, due) }
}

type HeatAsked = { board: Board; locale: Locale; id: string; unitHref: (unit: string) => string }

/** The board as the heat map takes it: targets down, units across. */
export function heatOfBoard({ board, locale, id, unitHref }: HeatAsked): HeatMapProps {
  const t = words(locale).heat
  const cells = board.targets.flatMap(({ units }) => [...units.values()])
  const count = (holds: (progress: Progress) => boolean) => cells.filter(holds).length
  return {
    id,
    title: t.title,
    description: t.description(
      count(({ level }) => level === 'reached'),
      count(({ isBehind }) => isBehind),
      count(({ level }) => level === 'none'),
    ),
    columns: board.members.map(({ unit, short_name }) => ({ label: short_name, href: unitHref(unit) })),
    rows: board.targets.map((row) => ({
      label: row.target.name,
      cells: board.members.map(({ unit, short_name }) =>
        cellOf({ row, unit, name: short_name, locale, href: unitHref(unit) }),
      ),
    })),
  }
}
