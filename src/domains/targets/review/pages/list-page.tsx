import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { reviewPaths } from '../paths.ts'
import type { Review } from '../review.ts'
import { spanName } from '../review-document.ts'
import { words } from '../words.ts'

type At = readonly [bloc: string, year: string]

interface ListPageProps {
  at: At
  blocName: string
  reviews: readonly Review[]
  unitNames: ReadonlyMap<string, string>
  mayStart: boolean
}

const columnsOf = ({ at, unitNames }: ListPageProps, t: ReturnType<typeof words>): Column<Review>[] => [
  {
    key: 'name',
    label: t.list.name,
    cell: (row) => <a href={reviewPaths.review(...at, row.id)}>{t.editor.heading(t.kinds[row.kind], spanName(row))}</a>,
  },
  { key: 'of', label: t.list.whose, cell: (row) => (row.unit_id && unitNames.get(row.unit_id)) ?? t.list.bloc },
  {
    key: 'state',
    label: t.list.state,
    cell: (row) => <State kind={row.state === 'finished' ? 'done' : 'open'}>{t.states[row.state]}</State>,
  },
]

/** The reviews of a year, and how to begin one. */
export const ReviewsPage = (props: ListPageProps) => {
  const t = words(useLocale())
  const start = props.mayStart && (
    <LinkButton href={reviewPaths.start(...props.at)} look="main">
      {t.list.start}
    </LinkButton>
  )
  return (
    <>
      <PageHead over={props.blocName} title={t.list.heading} actions={props.reviews.length > 0 && start} />
      <Sheet flush>
        <Table
          caption={t.list.caption}
          columns={columnsOf(props, t)}
          rows={props.reviews}
          empty={
            <Empty title={t.list.empty} action={start}>
              {t.list.emptyBody}
            </Empty>
          }
        />
      </Sheet>
    </>
  )
}
