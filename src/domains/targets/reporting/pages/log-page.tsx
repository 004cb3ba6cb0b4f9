import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { words } from '../words.ts'
import { StandingMark } from './standing-mark.tsx'
import type { ShownLine } from './year-page.tsx'

interface LogPageProps {
  crumbs: readonly Crumb[]
  over: string
  lines: readonly ShownLine[]
  sheet: string
}

const day = (value: string | null) => (value === null ? '' : formatDay(value))
const count = (value: number) => (value === 0 ? '' : String(value))

/** Sổ báo cáo: a line for every report that was owed. */
export const LogPage = ({ crumbs, over, lines, sheet }: LogPageProps) => {
  const t = words(useLocale()).log
  const columns: Column<ShownLine>[] = [
    {
      key: 'report',
      label: t.unit,
      cell: (line) => (
        <a href={line.href}>
          {line.unitName}, {line.periodName}
        </a>
      ),
    },
    {
      key: 'state',
      label: t.state,
      cell: (line) => <StandingMark standing={line.state} overdue={line.first_sent_on === null ? line.late : 0} />,
    },
    { key: 'due', label: t.due, cell: (line) => formatDay(line.due_on), numeric: true },
    { key: 'sent', label: t.sent, cell: (line) => day(line.first_sent_on), numeric: true },
    {
      key: 'late',
      label: t.late,
      cell: (line) => (line.first_sent_on === null ? '' : count(line.late)),
      numeric: true,
    },
    { key: 'returned', label: t.returned, cell: (line) => count(line.returned), numeric: true },
    { key: 'verified', label: t.verified, cell: (line) => day(line.verified_on), numeric: true },
    { key: 'missing', label: t.missing, cell: (line) => count(line.missing), numeric: true },
  ]
  return (
    <div class="stack">
      <Breadcrumb crumbs={crumbs} />
      <PageHead
        over={over}
        title={t.title}
        actions={
          lines.length > 0 && (
            <LinkButton href={sheet} icon="download">
              {t.sheet}
            </LinkButton>
          )
        }
      />
      <Sheet flush>
        <Table caption={t.caption} columns={columns} rows={lines} empty={<Empty title={t.none}>{t.noneBody}</Empty>} />
      </Sheet>
    </div>
  )
}
