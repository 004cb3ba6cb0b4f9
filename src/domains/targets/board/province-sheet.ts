import type { GridColumn, GridPlan } from '#capabilities/spreadsheets/grid.ts'
import type { Locale } from '#platform/words.ts'
import type { BlocInProvince } from './province.ts'
import { words } from './words.ts'

type Words = ReturnType<typeof words>['province']

const columns: readonly { say: (t: Words) => string; width: number; cell: (row: BlocInProvince) => string | null }[] = [
  { say: (t) => t.code, width: 10, cell: (row) => row.code },
  { say: (t) => t.bloc, width: 60, cell: (row) => row.name },
  { say: (t) => t.members, width: 10, cell: (row) => String(row.members) },
  { say: (t) => t.due, width: 12, cell: (row) => String(row.due) },
  { say: (t) => t.onTime, width: 12, cell: (row) => String(row.on_time) },
  { say: (t) => t.missing, width: 14, cell: (row) => String(row.missing) },
  { say: (t) => t.targets, width: 12, cell: (row) => String(row.targets) },
  { say: (t) => t.reached, width: 14, cell: (row) => String(row.reached) },
  { say: (t) => t.behind, width: 14, cell: (row) => String(row.behind) },
  { say: (t) => t.noFigures, width: 16, cell: (row) => String(row.without) },
  { say: (t) => t.last, width: 14, cell: (row) => row.last_sent_on },
]

const firstNumber = 2
const lastNumber = 9

/** The province's view as a workbook: numbers are numbers in it. */
export function provinceSheet(
  rows: readonly BlocInProvince[],
  { day, locale }: { day: string; locale: Locale },
): GridPlan {
  const t = words(locale).province
  const rules = Object.fromEntries(
    columns.flatMap((_, at) => (at >= firstNumber && at <= lastNumber ? [[at, { kind: 'number' } as const]] : [])),
  )
  return {
    sheet: t.heading,
    lines: [t.over(day)],
    columns: columns.map(({ say, width }): GridColumn => {
      const heading = { vi: say(words('vi').province), en: say(words('en').province) }
      return { heading, width, rule: null }
    }),
    keyColumn: 0,
    rows: rows.map((row) => ({ cells: columns.map(({ cell }) => cell(row)), rules })),
    howTo: [t.caption],
    stamp: '',
  }
}
