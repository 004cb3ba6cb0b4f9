import type { ListToWrite } from '#capabilities/spreadsheets/write-list.ts'
import type { Locale } from '#platform/words.ts'
import type { KeptResult } from './queries.ts'
import { words } from './words.ts'

/** A result as a list to be kept or sent on; its first row says of what and when, and the hash that it had. */
export function resultSheet(
  { content, kind, made_at, content_sha256 }: KeptResult,
  { round, bloc, year }: { round: string; bloc: string; year: string },
  locale: Locale,
): ListToWrite {
  const t = words(locale)
  const number = (text: string | null) => (text === null ? null : Number(text))
  return {
    title: t.kinds[kind],
    heading: `${t.kinds[kind]}, ${round}, ${bloc}, ${year} · ${made_at.toISOString()} · SHA-256 ${content_sha256}`,
    columns: [
      { heading: t.rank, width: 8, kind: 'number' },
      { heading: t.unit, width: 40 },
      { heading: t.total, width: 12, kind: 'number' },
      { heading: t.bonus, width: 12, kind: 'number' },
      { heading: t.penalty, width: 12, kind: 'number' },
      { heading: t.max, width: 14, kind: 'number' },
      { heading: t.percent, width: 10, kind: 'number' },
      { heading: t.class, width: 18 },
    ],
    rows: content.units.map((unit) => [
      unit.rank,
      unit.name,
      number(unit.total),
      number(unit.bonus),
      number(unit.penalty),
      number(unit.max),
      number(unit.percent),
      unit.class,
    ]),
  }
}
