import { ChartFrame, Drawing, type ChartWords } from '#ui/chart/chart-frame.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Table } from '#ui/table.tsx'
import { words } from '../../open-data/words.ts'

/** A year's public targets, and how many were reached; unknown where nobody has reported. */
export interface YearResult {
  label: string
  all: number
  done: number | null
}

const size = { width: 640, row: 40, names: 110, says: 120 }

const Bar = ({ year, index, most }: { year: YearResult; index: number; most: number }) => {
  const t = words(useLocale()).bloc
  const top = index * size.row + 8
  const wide = (count: number) => (count / most) * (size.width - size.names - size.says)
  return (
    <>
      <text x={4} y={top + 18}>
        {year.label}
      </text>
      <rect class="chart-bar plain" x={size.names} y={top} width={wide(year.all)} height={24} />
      {year.done !== null && <rect class="chart-bar done" x={size.names} y={top} width={wide(year.done)} height={24} />}
      <text class="chart-value" x={size.names + wide(year.all) + 10} y={top + 17}>
        {t.ofAll(year.done === null ? '–' : String(year.done), String(year.all))}
      </text>
    </>
  )
}

/** A bar a year: the frame is what was made public, the filled part what was reached. */
export const YearsChart = ({ years, ...said }: ChartWords & { years: readonly YearResult[] }) => {
  const t = words(useLocale()).bloc
  const most = Math.max(1, ...years.map(({ all }) => all))
  const table = (
    <Table
      caption={said.title}
      rows={years}
      columns={[
        { key: 'year', label: t.years, cell: ({ label }) => label },
        { key: 'all', label: t.open, numeric: true, cell: ({ all }) => String(all) },
        { key: 'done', label: t.done, numeric: true, cell: ({ done }) => (done === null ? '–' : String(done)) },
      ]}
    />
  )
  return (
    <ChartFrame {...said} table={table}>
      <Drawing {...said} width={size.width} height={years.length * size.row + 8}>
        {years.map((year, index) => (
          <Bar year={year} index={index} most={most} />
        ))}
      </Drawing>
    </ChartFrame>
  )
}
