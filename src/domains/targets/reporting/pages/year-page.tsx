import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { LogLine } from '../../outlook/queries.ts'
import type { Period } from '../../periods/period.ts'
import { words } from '../words.ts'
import { StandingMark } from './standing-mark.tsx'

export interface ShownLine extends LogLine {
  href: string
  unitName: string
  periodName: string
}

interface YearReportsProps {
  label: string
  bloc: string
  /** Periods that have begun, the newest first. */
  periods: readonly Period[]
  lines: readonly ShownLine[]
  /** What waits for this reader's review. */
  queue: readonly ShownLine[]
  mine: readonly ShownLine[]
  at: { periods: string; log: string }
  periodName: (period: Period) => string
}

interface UnitRow {
  unit: string
  name: string
  isSub: boolean
  lines: ReadonlyMap<string, ShownLine>
}

function unitRows(lines: readonly ShownLine[]): UnitRow[] {
  const rows = new Map<string, ShownLine[]>()
  for (const line of lines) rows.set(line.unit, [...(rows.get(line.unit) ?? []), line])
  return [...rows.entries()].map(([unit, own]) => ({
    unit,
    name: own[0]?.unitName ?? '',
    isSub: own[0]?.parent !== null,
    lines: new Map(own.map((line) => [line.period.id, line])),
  }))
}

const LineMark = ({ line }: { line: ShownLine }) => {
  const t = words(useLocale())
  const isSent = line.first_sent_on !== null
  return (
    <>
      <a href={line.href}>
        <StandingMark standing={line.state} overdue={isSent ? 0 : line.late} />
      </a>
      {isSent && line.late > 0 && <span class="mute"> {t.lateBy(line.late)}</span>}
    </>
  )
}

const LineList = ({ lines }: { lines: readonly ShownLine[] }) => (
  <ul class="columns">
    {lines.map((line) => (
      <li>
        <a href={line.href}>
          {line.periodName}, {line.unitName}
        </a>{' '}
        <StandingMark standing={line.state} overdue={line.first_sent_on === null ? line.late : 0} />
      </li>
    ))}
  </ul>
)

const UnitsByPeriod = ({ periods, lines, periodName }: Pick<YearReportsProps, 'periods' | 'lines' | 'periodName'>) => {
  const t = words(useLocale()).year
  const columns: Column<UnitRow>[] = [
    { key: 'unit', label: t.unit, cell: (row) => (row.isSub ? <span class="mute">{row.name}</span> : row.name) },
    ...periods.map((period) => ({
      key: period.id,
      label: `${periodName(period)}, ${formatDay(period.due_on)}`,
      cell: (row: UnitRow) => {
        const line = row.lines.get(period.id)
        return line === undefined ? <span class="mute">{t.empty}</span> : <LineMark line={line} />
      },
    })),
  ]
  return <Table caption={t.caption} columns={columns} rows={unitRows(lines)} wide />
}

/** Who reported when, who is late, and what waits for one's own review. */
export const YearReportsPage = (props: YearReportsProps) => {
  const t = words(useLocale())
  const late = props.lines.filter((line) => line.first_sent_on === null && line.late > 0).length
  return (
    <div class="stack">
      <PageHead
        over={props.bloc}
        title={t.ofYear(props.label)}
        under={t.year.lateCount(late)}
        actions={
          <>
            <LinkButton href={props.at.periods}>{t.year.toPeriods}</LinkButton>
            <LinkButton href={props.at.log}>{t.year.toLog}</LinkButton>
          </>
        }
      />
      {props.mine.length > 0 && (
        <Sheet title={t.year.mine}>
          <LineList lines={props.mine} />
        </Sheet>
      )}
      {props.queue.length > 0 && (
        <Sheet title={t.year.queue}>
          <LineList lines={props.queue} />
        </Sheet>
      )}
      {props.lines.length === 0 ? (
        <Empty title={t.year.none}>{t.year.noneBody}</Empty>
      ) : (
        <Sheet flush>
          <UnitsByPeriod {...props} />
        </Sheet>
      )}
    </div>
  )
}
