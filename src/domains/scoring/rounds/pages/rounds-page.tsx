import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { dueOn, type Round } from '../round.ts'
import { words } from '../words.ts'
import { RoundState } from './round-page.tsx'

export interface RoundsPageProps {
  over: string
  label: string
  rounds: readonly (Round & { href: string; sent: number; sheets: number })[]
  prepare: string | undefined
}

/** The rounds of a year; a year with one goes straight to it. */
export const RoundsPage = ({ over, label, rounds, prepare }: RoundsPageProps) => {
  const t = words(useLocale())
  const columns: Column<RoundsPageProps['rounds'][number]>[] = [
    { key: 'round', label: t.round, cell: ({ name, href }) => <a href={href}>{name}</a> },
    { key: 'state', label: t.state, cell: ({ state }) => <RoundState state={state} /> },
    { key: 'sent', label: t.sent, cell: ({ sent, sheets }) => (sheets === 0 ? '' : t.sentOf(sent, sheets)) },
    {
      key: 'due',
      label: t.due,
      cell: (round) => {
        const due = dueOn(round)
        return due === null ? '' : formatDay(due)
      },
    },
  ]
  const button = prepare !== undefined && (
    <LinkButton href={prepare} look="main" icon="plus">
      {t.prepare}
    </LinkButton>
  )
  return (
    <div class="stack">
      <PageHead over={over} title={t.ofYear(label)} actions={rounds.length > 0 && button} />
      <Sheet flush>
        <Table
          caption={t.rounds}
          columns={columns}
          rows={rounds}
          empty={
            <Empty title={t.none}>
              <p>{t.noneBody}</p>
              {button}
            </Empty>
          }
        />
      </Sheet>
    </div>
  )
}
