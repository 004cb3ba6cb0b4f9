import { HeatMap } from '#ui/chart/heat-map.tsx'
import { Sparkline } from '#ui/chart/sparkline.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay, formatNumber } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { BehindRow } from '../../outlook/queries.ts'
import type { Signs } from '../../signs/gather-signs.ts'
import { SignsSheet } from '../../signs/pages/signs-sheet.tsx'
import { writeValue } from '../../value.ts'
import type { Board } from '../gather-board.ts'
import { boardPaths } from '../paths.ts'
import type { Reporting } from '../reporting.ts'
import { words } from '../words.ts'
import { heatOfBoard } from './heat-of-board.tsx'

/** A place behind with what the unit said of it last. */
export interface RedRow extends BehindRow {
  note: string
}

/** A unit's reports, and how many targets were on plan at the end of each period. */
export interface ReportingRow extends Reporting {
  course: readonly (number | null)[]
}

export interface BoardPageProps {
  at: readonly [bloc: string, year: string]
  blocName: string
  board: Board
  red: readonly RedRow[]
  reporting: readonly ReportingRow[]
  signs: Signs
}

const nameOf = (board: Board, unit: string) => board.members.find((member) => member.unit === unit)?.short_name ?? ''

const RedLane = ({ at, board, red, reporting }: BoardPageProps) => {
  const locale = useLocale()
  const t = words(locale).red
  const sent = new Map(reporting.map((row) => [row.unit, row.last_sent_on]))
  const columns: Column<RedRow>[] = [
    {
      key: 'unit',
      label: t.unit,
      cell: (row) => <a href={boardPaths.unit(...at, row.unit)}>{nameOf(board, row.unit)}</a>,
    },
    { key: 'target', label: t.target, cell: (row) => row.target.name },
    { key: 'reached', label: t.reached, numeric: true, cell: (row) => writeValue(row.figure, row.target, locale) },
    { key: 'due', label: t.due, numeric: true, cell: (row) => writeValue(row.due, row.target, locale) },
    {
      key: 'by',
      label: t.by,
      numeric: true,
      cell: (row) => (row.target.measure === 'day' ? '–' : writeValue(row.by, { ...row.target, classes: [] }, locale)),
    },
    { key: 'since', label: t.since, cell: (row) => formatDay(row.since) },
    { key: 'note', label: t.note, cell: (row) => row.note || <span class="mute">{t.noNote}</span> },
    {
      key: 'last',
      label: t.lastReport,
      cell: (row) => {
        const last = sent.get(row.unit)
        return last ? formatDay(last) : t.never
      },
    },
  ]
  return (
    <Sheet title={t.heading} beside={<State kind="late">{t.count(red.length)}</State>} id="lan-do">
      <p class="mute">{t.body}</p>
      <Table caption={t.heading} columns={columns} rows={red} />
    </Sheet>
  )
}

const Reports = ({ at, board, reporting }: BoardPageProps) => {
  const locale = useLocale()
  const t = words(locale).reports
  const number = (value: number) => formatNumber(value, locale)
  const columns: Column<ReportingRow>[] = [
    {
      key: 'unit',
      label: t.unit,
      cell: (row) => <a href={boardPaths.unit(...at, row.unit)}>{nameOf(board, row.unit)}</a>,
    },
    { key: 'due', label: t.due, numeric: true, cell: (row) => number(row.due) },
    { key: 'onTime', label: t.onTime, numeric: true, cell: (row) => number(row.on_time) },
    {
      key: 'late',
      label: t.late,
      numeric: true,
      cell: (row) => (row.late > 0 ? <State kind="soon">{number(row.late)}</State> : number(0)),
    },
    {
      key: 'missing',
      label: t.missing,
      numeric: true,
      cell: (row) => (row.missing > 0 ? <State kind="late">{number(row.missing)}</State> : number(0)),
    },
    { key: 'last', label: t.last, cell: (row) => (row.last_sent_on ? formatDay(row.last_sent_on) : t.none) },
    {
      key: 'course',
      label: t.course,
      cell: (row) => <Sparkline values={row.course} label={courseWords(row, nameOf(board, row.unit), t)} />,
    },
  ]
  return (
    <Sheet title={t.heading} flush>
      <Table caption={t.heading} columns={columns} rows={reporting} />
    </Sheet>
  )
}

const courseWords = ({ course }: ReportingRow, unit: string, t: { courseWords: (unit: string) => string }) =>
  `${t.courseWords(unit)}: ${course.map((count) => count ?? '–').join(', ')}`

/** The head's board: who is behind, how all stand, who reports. */
export const BoardPage = (props: BoardPageProps) => {
  const { at, board, red, blocName } = props
  const locale = useLocale()
  const t = words(locale)
  if (board.until === null) {
    return (
      <>
        <PageHead over={blocName} title={t.heading} />
        <Sheet>
          <Empty title={t.noPeriod}>{t.noPeriodBody}</Empty>
        </Sheet>
      </>
    )
  }
  const heat = heatOfBoard({ board, locale, id: 'don-vi-chi-tieu', unitHref: (unit) => boardPaths.unit(...at, unit) })
  return (
    <>
      <PageHead over={blocName} title={t.heading} under={t.until(formatDay(board.until))} />
      <div class="stack">
        {red.length === 0 ? (
          <Sheet title={t.red.heading}>
            <p>{t.red.none}</p>
          </Sheet>
        ) : (
          <RedLane {...props} />
        )}
        <SignsSheet at={at} signs={props.signs} />
        <Sheet title={t.heat.heading}>
          <HeatMap {...heat} />
        </Sheet>
        <Reports {...props} />
      </div>
    </>
  )
}
