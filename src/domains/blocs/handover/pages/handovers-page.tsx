import { SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { FormSheet, yearCrumbs } from '../../pages/start-pages.tsx'
import type { BlocYearRow } from '../../queries.ts'
import { handoverPaths } from '../paths.ts'
import type { NamedChange } from '../queries.ts'
import { words, type HandoverWords } from '../words.ts'

interface HandoversPageProps {
  year: BlocYearRow
  changes: readonly NamedChange[]
  /** The addresses of the years in which the changes began, by their id. */
  slugs: ReadonlyMap<string, string>
  /** Whether the reader's unit hands over. */
  mayBegin: (change: NamedChange) => boolean
}

const columns = (t: HandoverWords, { year, slugs, mayBegin }: HandoversPageProps): Column<NamedChange>[] => [
  { key: 'giving', label: t.giving, cell: (change) => change.giving_name },
  { key: 'receiving', label: t.receiving, cell: (change) => change.receiving_name },
  { key: 'from', label: t.takenOn, cell: (change) => formatDay(change.taken_from) },
  { key: 'state', label: t.state, cell: ({ state }) => (state === null ? t.notBegun : t.states[state]) },
  {
    key: 'action',
    label: t.record,
    cell: (change) => {
      const at = [year.bloc.slug, slugs.get(change.year) ?? year.slug] as const
      if (change.handover !== null) return <a href={handoverPaths.one(...at, change.handover)}>{t.read}</a>
      if (!mayBegin(change)) return ''
      return (
        <form method="post" action={handoverPaths.list(...at)}>
          <input type="hidden" name="term" value={change.given} />
          <SubmitButton look="quiet">{t.begin}</SubmitButton>
        </form>
      )
    },
  },
]

/** Every change of head in a year, and how far its hand-over is. */
export const HandoversPage = (props: HandoversPageProps & { refused?: string | undefined }) => {
  const locale = useLocale()
  const t = words(locale)
  const { year, changes, refused } = props
  return (
    <FormSheet
      crumbs={yearCrumbs(year, locale)}
      title={t.title}
      over={`${year.bloc.short_name} ${year.label}`}
      under={t.listNote}
    >
      {refused && <Notice kind="error" title={refused} />}
      <Sheet title={t.change} more={{ label: t.book, href: handoverPaths.book(year.bloc.slug, year.slug) }} flush>
        <Table
          caption={t.change}
          columns={columns(t, props)}
          rows={changes}
          empty={
            <Empty title={t.none} icon="people">
              {t.noneBody}
            </Empty>
          }
        />
      </Sheet>
    </FormSheet>
  )
}
