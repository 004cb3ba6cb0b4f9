import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import { ConsultationStateWord, Frame } from '../../pages/frame.tsx'
import { consultationPaths } from '../../paths.ts'
import { words } from '../../words.ts'
import type { ConsultationRow } from '../queries.ts'

interface ListPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  consultations: readonly ConsultationRow[]
  mayBring: boolean
}

/** The drafts on which a year's bloc was asked. */
export const ListPage = ({ year, at, consultations, mayBring }: ListPageProps) => {
  const t = words(useLocale())
  const bring = mayBring && (
    <LinkButton href={consultationPaths.bring(...at)} look="main" icon="plus">
      {t.bring}
    </LinkButton>
  )
  return (
    <Frame year={year} title={t.title} under={t.note} actions={bring}>
      <Sheet title={consultations.length > 0 && t.drafts(consultations.length)} flush>
        <Table
          caption={t.title}
          rows={consultations}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
          columns={[
            {
              key: 'title',
              label: t.name,
              heading: true,
              cell: (row) => <a href={consultationPaths.one(...at, row.id)}>{row.title}</a>,
            },
            { key: 'drafter', label: t.drafter, cell: (row) => row.drafter },
            { key: 'until', label: t.until, cell: (row) => (row.closes_on === null ? '' : formatDay(row.closes_on)) },
            { key: 'count', label: t.count, numeric: true, cell: (row) => String(row.comments) },
            { key: 'state', label: t.state, cell: (row) => <ConsultationStateWord state={row.state} /> },
          ]}
        />
      </Sheet>
    </Frame>
  )
}
