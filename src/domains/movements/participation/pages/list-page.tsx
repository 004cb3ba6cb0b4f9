import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { movementPaths } from '../../register/paths.ts'
import { words as movementWords } from '../../register/words.ts'
import type { ParticipationRow } from '../queries.ts'
import { words } from '../words.ts'
import { participationColumns } from './participants-part.tsx'

interface ListPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  rows: readonly ParticipationRow[]
}

/** Who takes part in which movement: what the head compiles and sends on. */
export const ParticipationListPage = ({ year, at, rows }: ListPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const [unit, ...others] = participationColumns(t, locale)
  const movement: Column<ParticipationRow> = {
    key: 'movement',
    label: t.columns.movement,
    cell: (row) => <a href={movementPaths.one(...at, row.movement_id)}>{row.title}</a>,
  }
  return (
    <YearFrame
      year={year}
      title={t.title}
      under={t.note}
      crumbs={[{ label: movementWords(locale).title, href: movementPaths.list(...at) }]}
      actions={
        rows.length > 0 && (
          <LinkButton href={movementPaths.sheet(...at)} icon="download" download>
            {t.download}
          </LinkButton>
        )
      }
    >
      <Sheet title={rows.length > 0 && t.count(rows.length)} flush>
        <Table
          caption={t.title}
          columns={[movement, ...(unit ? [unit] : []), ...others]}
          rows={rows}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
        />
      </Sheet>
    </YearFrame>
  )
}
