import type { GridPlan } from '#capabilities/spreadsheets/grid.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Locale } from '#platform/words.ts'
import type { ParticipationRow } from './queries.ts'
import { words } from './words.ts'

const shownDay = (day: string | null) => day?.split('-').reverse().join('/') ?? null

/** The list that the head compiles and sends on: who takes part in what, by which plan. */
export function participationSheet(year: BlocYearRow, rows: readonly ParticipationRow[], locale: Locale): GridPlan {
  const t = words(locale)
  const both = (key: 'order' | 'movement' | 'unit' | 'plan' | 'people' | 'finishOn' | 'registeredOn') => ({
    vi: words('vi').columns[key],
    en: words('en').columns[key],
  })
  const column = (key: Parameters<typeof both>[0], width: number) => ({ heading: both(key), width, rule: null })
  return {
    sheet: t.sheet,
    lines: [t.sheetTitle(year.bloc.name, year.label), t.sheetCount(String(rows.length))],
    columns: [
      column('order', 6),
      column('movement', 44),
      column('unit', 34),
      column('plan', 60),
      column('people', 14),
      column('finishOn', 16),
      column('registeredOn', 16),
    ],
    keyColumn: 0,
    rows: rows.map((row, index) => ({
      cells: [
        String(index + 1),
        row.title,
        row.unit_name,
        row.plan,
        row.people === null ? null : String(row.people),
        shownDay(row.finish_on),
        shownDay(row.registered_on),
      ],
    })),
    howTo: [t.sheetHowTo],
    stamp: '',
  }
}
