import type { Locale } from '#platform/words.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { conferencePaths } from '../paths.ts'
import type { ConferenceRow } from '../queries.ts'
import type { ConferenceYear } from '../read-conference.ts'
import { words } from '../words.ts'
import { ConferenceStateWord, whenOf, YearFrame } from './conference-frame.tsx'

/** A conference with the address of its own year. */
export type ListedConference = ConferenceRow & { at: readonly [string, string] }

const columns = (locale: Locale): Column<ListedConference>[] => {
  const t = words(locale)
  return [
    {
      key: 'title',
      label: t.name,
      heading: true,
      cell: (row) => <a href={conferencePaths.one(row.at[0], row.at[1], row.id)}>{row.title}</a>,
    },
    { key: 'pattern', label: t.pattern, cell: (row) => t.patterns[row.pattern] },
    { key: 'when', label: t.when, cell: (row) => whenOf(row, locale) },
    { key: 'place', label: t.place, cell: (row) => row.place },
    { key: 'state', label: t.state, cell: (row) => <ConferenceStateWord state={row.state} /> },
  ]
}

/** The conferences of a year. */
export const ConferenceListPage = (props: ConferenceYear & { conferences: readonly ListedConference[] }) => {
  const locale = useLocale()
  const t = words(locale)
  const plan = props.mayPlan ? (
    <LinkButton href={conferencePaths.plan(...props.at)} look="main">
      {t.plan}
    </LinkButton>
  ) : undefined
  return (
    <YearFrame year={props.year} title={t.title} under={t.under} actions={plan}>
      <Sheet flush>
        <Table
          caption={t.title}
          rows={props.conferences}
          columns={columns(locale)}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
        />
      </Sheet>
    </YearFrame>
  )
}
