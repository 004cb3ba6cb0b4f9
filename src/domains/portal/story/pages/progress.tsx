import type { PublicProgress } from '#domains/targets/board/gather-public.ts'
import { words } from '#domains/targets/board/words.ts'
import { writeNumber, writeValue } from '#domains/targets/value.ts'
import { decimalText, exact } from '#platform/exact.ts'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Meter } from '#ui/meter.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { Table, type Column } from '#ui/table.tsx'

const Share = ({ percent }: Pick<PublicProgress, 'percent'>) => {
  const locale = useLocale()
  if (percent === null) return <>–</>
  const said = `${writeNumber(decimalText(exact(percent), 1), locale)}\u00a0%`
  return (
    <>
      {said}
      <Meter value={Number(percent)} label={said} />
    </>
  )
}

/** How far the bloc is with what it decided to show, by figures that were verified. */
export const ProgressOfYear = ({ progress }: { progress: readonly PublicProgress[] }) => {
  const locale = useLocale()
  const t = words(locale).open
  if (progress.length === 0) return null
  const columns: Column<PublicProgress>[] = [
    { key: 'target', label: t.target, cell: ({ target }) => target.name },
    {
      key: 'planned',
      label: t.planned,
      numeric: true,
      cell: (row) => writeValue(row.planned, row.target, locale) || '–',
    },
    {
      key: 'value',
      label: t.value,
      numeric: true,
      cell: (row) => (row.value === null ? t.none : writeValue(row.value, row.target, locale)),
    },
    { key: 'percent', label: t.percent, cell: (row) => <Share percent={row.percent} /> },
    { key: 'asOf', label: t.asOf, cell: (row) => (row.asOf === null ? '–' : formatDay(row.asOf)) },
  ]
  return (
    <PublicSection title={t.title} id="tien-do">
      <p class="mute small">{t.body}</p>
      <Table caption={t.title} columns={columns} rows={progress} />
    </PublicSection>
  )
}
